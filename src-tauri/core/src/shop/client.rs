//! Creating, saving and hiding clients.

use super::undo::Undo;
use super::{Outcome, Shop};
use crate::clients::{ClientInput, ClientNumber, ClientRecord, ContactType, Inactive, NewClient};
use crate::contact_rules::Rule;
use crate::journal::{JournalChange, Operation};
use crate::store::Tx;
use crate::{Error, Result};

/// The longest reason for which a client is inactive, in characters.
const REASON_MAX: usize = 200;

/// Whether a contact of this type is known as it has to be: a « Bénéficiaire » by their e-mail. One whom an import brings without may stay;
/// they use nothing until they have one.
///
/// # Errors
/// `Refused(BeneficiaryNeedsEmail)`.
pub(super) fn known(input: &ClientInput) -> Result<()> {
    let unknown = input.r#type == ContactType::Beneficiaire && input.email.is_empty();
    if unknown { Err(Error::Refused(Rule::BeneficiaryNeedsEmail)) } else { Ok(()) }
}

impl Shop {
    /// Writes a new record.
    ///
    /// # Errors
    /// `Invalid` with every blocking field; `Refused(BeneficiaryNeedsEmail)`.
    pub fn create_client(&mut self, input: &ClientInput) -> Result<Outcome<ClientRecord>> {
        let input = accepted(input)?;
        known(&input)?;
        self.transact(Operation::CreateClient, |tx| {
            let number = tx.insert_client(&NewClient::at(tx.now(), input.clone()), None)?;
            tx.count_clients(1, 0)?;
            tx.journal(Some(number), None, &changes(&ClientInput::default(), &input))?;
            tx.rows().client(number)
        })
    }

    /// Saves an edited record. Saving what has not changed writes nothing.
    ///
    /// # Errors
    /// `Invalid` with every blocking field; `ClientNotFound`; `ChangedElsewhere` if `revision` is not the file's.
    pub fn save_client(
        &mut self,
        number: ClientNumber,
        revision: i64,
        input: &ClientInput,
    ) -> Result<Outcome<ClientRecord>> {
        let input = accepted(input)?;
        let Outcome { value: (before, after), changes } = self.transact(Operation::SaveClient, |tx| {
            // Read within the transaction: another program may have the file open too.
            let before = tx.rows().client(number)?;
            if before.revision != revision {
                return Err(Error::ChangedElsewhere(number));
            }
            let after = edit(tx, &before, &input)?;
            Ok((before, after))
        })?;
        if after.revision != before.revision {
            self.remember(Undo::edit(&after, before));
        }
        Ok(Outcome { value: after, changes })
    }

    /// Marks a client « Inactif », with an optional reason. One who is so already stays so since the same day; another reason replaces theirs,
    /// none keeps it.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn set_inactive(&mut self, number: ClientNumber, reason: &str) -> Result<Outcome<ClientRecord>> {
        let reason: String = reason.trim().chars().filter(|c| !c.is_control()).take(REASON_MAX).collect();
        let inactive = Inactive { at: self.now(), reason };
        self.mark(Operation::SetInactive, number, Some(&inactive))
    }

    /// Marks a client active again.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn set_active(&mut self, number: ClientNumber) -> Result<Outcome<ClientRecord>> {
        self.mark(Operation::SetActive, number, None)
    }

    fn mark(
        &mut self,
        operation: Operation,
        number: ClientNumber,
        inactive: Option<&Inactive>,
    ) -> Result<Outcome<ClientRecord>> {
        let Outcome { value: (before, after), changes } = self.transact(operation, |tx| {
            let before = tx.rows().client(number)?;
            let wanted = match (&before.inactive, inactive) {
                (Some(old), Some(new)) if new.reason.is_empty() => Some(old.clone()),
                (Some(old), Some(new)) => Some(Inactive { at: old.at, reason: new.reason.clone() }),
                (_, wanted) => wanted.cloned(),
            };
            let after = if wanted == before.inactive { before.clone() } else { set(tx, &before, wanted.as_ref())? };
            Ok((before, after))
        })?;
        if after.revision != before.revision {
            self.remember(Undo::mark(operation, &after, before));
        }
        Ok(Outcome { value: after, changes })
    }

    /// Remembers that a record was opened at the counter.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn open_client(&mut self, number: ClientNumber) -> Result<Outcome<ClientRecord>> {
        self.transact(Operation::OpenClient, |tx| {
            let record = tx.rows().client(number)?;
            tx.remember_opened(number)?;
            Ok(record)
        })
    }
}

/// Replaces the editable part of `before`, journalled field by field; writes nothing if nothing differs.
pub(super) fn edit(tx: &Tx<'_>, before: &ClientRecord, input: &ClientInput) -> Result<ClientRecord> {
    let changes = changes(&before.client, input);
    if !changes.is_empty() {
        if before.client.r#type != input.r#type || before.client.email != input.email {
            known(input)?;
            tx.rows().fits(before.number, input)?;
        }
        tx.update_client(before.number, before.inactive.is_some(), input)?;
        tx.journal(Some(before.number), None, &changes)?;
    }
    tx.rows().client(before.number)
}

/// Replaces the inactive mark of `before`, journalled.
pub(super) fn set(tx: &Tx<'_>, before: &ClientRecord, inactive: Option<&Inactive>) -> Result<ClientRecord> {
    tx.set_client_inactive(before.number, inactive)?;
    let flag = |on: bool| if on { "true" } else { "false" }.to_owned();
    let reason = |inactive: Option<&Inactive>| inactive.map(|inactive| inactive.reason.clone()).unwrap_or_default();
    let pairs = [
        ("inactive", flag(before.inactive.is_some()), flag(inactive.is_some())),
        ("inactive_reason", reason(before.inactive.as_ref()), reason(inactive)),
    ];
    let changes: Vec<_> = pairs.into_iter().filter_map(|(field, old, new)| change(field, old, new)).collect();
    tx.journal(Some(before.number), None, &changes)?;
    tx.rows().client(before.number)
}

/// The input, trimmed, if nothing blocks it.
pub(super) fn accepted(input: &ClientInput) -> Result<ClientInput> {
    let mut input = input.clone();
    input.trim();
    let blocking: Vec<_> = input.issues().into_iter().filter(|issue| issue.blocking).collect();
    if blocking.is_empty() { Ok(input) } else { Err(Error::Invalid(blocking)) }
}

/// What differs between two states of a record. Telephones are compared as shown, whatever form was typed.
pub(super) fn changes(old: &ClientInput, new: &ClientInput) -> Vec<JournalChange> {
    use crate::phones::Phone;
    let mut changes = Vec::new();
    for ((field, old_text, _), (_, new_text, _)) in old.texts().into_iter().zip(new.texts()) {
        let shown = |text: &str| match field {
            crate::clients::ClientField::Phone | crate::clients::ClientField::Mobile => Phone::parse(text).display(),
            _ => text.to_owned(),
        };
        changes.extend(change(field.code(), shown(old_text), shown(new_text)));
    }
    changes.extend(change("type", old.r#type.code().into(), new.r#type.code().into()));
    changes.extend(change("professional", old.professional.to_string(), new.professional.to_string()));
    changes
}

fn change(field: &str, old: String, new: String) -> Option<JournalChange> {
    (old != new).then(|| JournalChange::new(field, old, new))
}
