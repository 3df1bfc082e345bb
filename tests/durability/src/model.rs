//! What a file must hold once some operations were confirmed.

use std::path::PathBuf;

use ecrin_core::clients::{ClientInput, ClientNumber};
use ecrin_core::consents::{Channel, Given};
use serde::{Deserialize, Serialize};

/// One thing that somebody does at the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operation {
    /// A new record.
    Create(ClientInput),
    /// Several fields of a record change.
    Edit(ClientNumber, ClientInput),
    /// « Inactif », with a reason, or active again.
    Mark(ClientNumber, Option<String>),
    /// An answer about a channel; a grant with evidence of so many bytes (0: none).
    Decide {
        /// Whose.
        client: ClientNumber,
        /// About which channel.
        channel: Channel,
        /// What they said.
        given: Given,
        /// Bytes of evidence.
        evidence: usize,
    },
    /// The last edit or mark is taken back.
    Undo,
    /// A table of these clients is imported.
    Import(Vec<ClientInput>),
    /// A copy of the file is made.
    BackUp,
    /// The passphrase becomes this one.
    ChangePassphrase(String),
}

/// What the shop answered when it confirmed an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The record that was written, and its revision.
    pub record: Option<(ClientNumber, i64)>,
    /// The decision that was sealed, and its seal.
    pub decision: Option<(i64, String)>,
    /// Where the copy is.
    pub copy: Option<PathBuf>,
}

/// A decision of one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedAnswer {
    /// Its number in the chain.
    pub decision: i64,
    /// What they said.
    pub given: Given,
    /// Bytes of evidence.
    pub evidence: usize,
    /// Its seal, if a receipt told it.
    pub seal: Option<String>,
}

/// A client as they must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// The fields.
    pub input: ClientInput,
    /// How often the record was written.
    pub revision: i64,
    /// Why inactive; `None` is active.
    pub inactive: Option<String>,
    /// Entries of the journal.
    pub entries: usize,
    /// The history, oldest first.
    pub answers: Vec<SealedAnswer>,
    /// The name before the last edit, which no search finds any more.
    pub former_name: Option<String>,
}

/// A copy that was confirmed, and what it must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// Where it is.
    pub path: PathBuf,
    /// Clients.
    pub clients: usize,
    /// Decisions.
    pub decisions: i64,
}

/// What can be taken back: the fields and the mark before, and the name that was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct LastChange {
    number: ClientNumber,
    before: (ClientInput, Option<String>),
}

/// What a file must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// Client 1 is the first one.
    pub clients: Vec<Client>,
    /// How many decisions there are.
    pub decisions: i64,
    /// The seal of the last one, if a receipt told it.
    pub head: Option<String>,
    /// What opens the file.
    pub passphrase: String,
    /// Copies made since they were last looked at.
    pub copies: Vec<Copy>,
    /// Of the session under way.
    last_change: Option<LastChange>,
    /// Operations confirmed in all.
    pub confirmed: u64,
}

impl Model {
    /// Of a shop that was just made.
    pub fn new() -> Model {
        Model { passphrase: crate::PASSPHRASE.into(), ..Model::default() }
    }

    /// The record of a client.
    ///
    /// # Panics
    /// When there is none.
    pub fn client(&self, number: ClientNumber) -> &Client {
        &self.clients[index(number)]
    }

    /// Whether the session has something to take back.
    pub fn can_undo(&self) -> bool {
        self.last_change.is_some()
    }

    /// The program was started again: nothing can be taken back.
    pub fn begin_session(&mut self) {
        self.last_change = None;
    }

    /// Clients that an operation is about.
    pub fn touched(&self, operation: &Operation) -> Vec<ClientNumber> {
        let next = i64::try_from(self.clients.len()).unwrap_or(i64::MAX) + 1;
        match operation {
            Operation::Create(_) => vec![next],
            Operation::Edit(number, _) | Operation::Mark(number, _) | Operation::Decide { client: number, .. } => {
                vec![*number]
            }
            Operation::Undo => self.last_change.iter().map(|change| change.number).collect(),
            Operation::Import(rows) => (next..).take(rows.len()).collect(),
            Operation::BackUp | Operation::ChangePassphrase(_) => Vec::new(),
        }
    }

    /// Takes an operation as done.
    pub fn apply(&mut self, operation: &Operation) {
        self.confirmed += 1;
        let last_change = self.last_change.take();
        match operation {
            Operation::Create(input) => self.add(input),
            Operation::Import(rows) => rows.iter().for_each(|input| self.add(input)),
            Operation::Edit(number, input) => {
                let inactive = self.client(*number).inactive.clone();
                self.change(*number, input.clone(), inactive);
            }
            Operation::Mark(number, reason) => {
                let input = self.client(*number).input.clone();
                self.change(*number, input, reason.clone());
            }
            Operation::Undo => {
                if let Some(LastChange { number, before: (input, inactive) }) = last_change {
                    self.change(number, input, inactive);
                    self.last_change = None;
                }
            }
            Operation::Decide { client, given, evidence, .. } => {
                self.decisions += 1;
                self.head = None;
                let answer = SealedAnswer { decision: self.decisions, given: *given, evidence: *evidence, seal: None };
                let client = &mut self.clients[index(*client)];
                client.entries += 1;
                client.answers.push(answer);
            }
            Operation::BackUp => {}
            Operation::ChangePassphrase(passphrase) => passphrase.clone_into(&mut self.passphrase),
        }
    }

    /// Takes an operation as done, with what the shop said of it.
    ///
    /// # Errors
    /// What differs from what it should have said.
    pub fn confirm(&mut self, operation: &Operation, receipt: Receipt) -> Result<(), String> {
        let touched = self.touched(operation);
        let copied = receipt.copy.map(|path| Copy { path, clients: self.clients.len(), decisions: self.decisions });
        self.copies.extend(copied);
        self.apply(operation);
        if let Some((number, revision)) = receipt.record {
            let expected = touched.first().map(|number| (*number, self.client(*number).revision));
            if expected != Some((number, revision)) {
                return Err(format!("record {number} revision {revision} confirmed, {expected:?} expected"));
            }
        }
        if let Some((decision, seal)) = receipt.decision {
            if decision != self.decisions {
                return Err(format!("decision {decision} confirmed, {} expected", self.decisions));
            }
            self.head = Some(seal.clone());
            if let Some(answer) = touched.first().and_then(|number| self.clients[index(*number)].answers.last_mut()) {
                answer.seal = Some(seal);
            }
        }
        Ok(())
    }

    fn add(&mut self, input: &ClientInput) {
        self.clients.push(Client {
            input: input.clone(),
            revision: 1,
            inactive: None,
            entries: 1,
            answers: Vec::new(),
            former_name: None,
        });
    }

    fn change(&mut self, number: ClientNumber, input: ClientInput, inactive: Option<String>) {
        let client = &mut self.clients[index(number)];
        let before = (client.input.clone(), client.inactive.clone());
        if client.input.last_name != input.last_name {
            client.former_name = Some(client.input.last_name.clone());
        }
        client.input = input;
        client.inactive = inactive;
        client.revision += 1;
        client.entries += 1;
        self.last_change = Some(LastChange { number, before });
    }
}

fn index(number: ClientNumber) -> usize {
    usize::try_from(number - 1).unwrap_or(usize::MAX)
}
