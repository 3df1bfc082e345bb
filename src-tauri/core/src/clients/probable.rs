//! Probable existing records, shown while a new one is typed.

use serde::{Deserialize, Serialize};

use super::{ClientInput, ClientNumber, ClientRow, FieldIssue};
use crate::phones::Phone;
use crate::search::SearchRequest;
use crate::store::Reader;
use crate::{Result, text};

/// Why two records may be the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MatchReason {
    /// The same telephone or mobile number.
    SamePhone,
    /// The same e-mail address.
    SameEmail,
    /// A near name in the same postcode.
    NearName,
}

/// A record that may already be the one being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ProbableClient {
    /// The existing record, inactive ones included.
    pub client: ClientRow,
    /// Why, the strongest reason first.
    pub reasons: Vec<MatchReason>,
}

/// What there is to say about a record while it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ClientCheck {
    /// Field by field.
    pub issues: Vec<FieldIssue>,
    /// Probable existing records.
    pub probable: Vec<ProbableClient>,
}

/// How many candidates are looked at for each reason, and how many are shown.
const CANDIDATES: u32 = 40;
const SHOWN: usize = 5;

impl Reader {
    /// Checks what is typed: its fields, and whether the person is already there. `number` is the record being edited.
    ///
    /// # Errors
    /// What the database may say.
    pub fn check_client(&mut self, input: &ClientInput, number: Option<ClientNumber>) -> Result<ClientCheck> {
        let mut input = input.clone();
        input.trim();
        let issues = input.issues();
        let mut probable: Vec<ProbableClient> = Vec::new();
        for typed in [&input.phone, &input.mobile] {
            if let Phone::Readable(e164) = Phone::parse(typed) {
                let same =
                    |row: &ClientRow| [&row.phone, &row.mobile].iter().any(|own| Phone::parse(own).stored() == e164);
                self.collect(typed, number, MatchReason::SamePhone, same, &mut probable)?;
            }
        }
        if input.email.contains('@') {
            let same = |row: &ClientRow| row.email.eq_ignore_ascii_case(&input.email);
            self.collect(&input.email, number, MatchReason::SameEmail, same, &mut probable)?;
        }
        let name = text::fold(&format!("{} {}", input.last_name, input.first_name));
        let company = text::fold(&input.company);
        if !input.postcode.is_empty() && (name.len() >= 3 || company.len() >= 3) {
            let near = |row: &ClientRow| {
                row.postcode == input.postcode
                    && (is_near(&name, &text::fold(&format!("{} {}", row.last_name, row.first_name)))
                        || is_near(&company, &text::fold(&row.company)))
            };
            let last = if name.is_empty() { &input.company } else { &input.last_name };
            for typed in [format!("{last} {}", input.postcode), format!("{} {}", input.first_name, input.postcode)] {
                self.collect(&typed, number, MatchReason::NearName, near, &mut probable)?;
            }
        }
        probable
            .sort_by_key(|found| (std::cmp::Reverse(found.reasons.len()), found.client.inactive, found.client.number));
        probable.truncate(SHOWN);
        Ok(ClientCheck { issues, probable })
    }

    fn collect(
        &mut self,
        typed: &str,
        except: Option<ClientNumber>,
        reason: MatchReason,
        matches: impl Fn(&ClientRow) -> bool,
        into: &mut Vec<ProbableClient>,
    ) -> Result<()> {
        let request = SearchRequest::of(typed, true, CANDIDATES);
        for client in self.search(&request)?.clients {
            if Some(client.number) == except || !matches(&client) {
                continue;
            }
            match into.iter_mut().find(|found| found.client.number == client.number) {
                Some(found) if found.reasons.contains(&reason) => {}
                Some(found) => found.reasons.push(reason),
                None => into.push(ProbableClient { client, reasons: vec![reason] }),
            }
        }
        Ok(())
    }
}

/// Two folded names, one of which may be misspelt or lack its first name.
fn is_near(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let begins =
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || short.contains(' '));
    begins || strsim::jaro_winkler(a, b) >= 0.93
}
