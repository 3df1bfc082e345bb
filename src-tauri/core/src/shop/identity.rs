//! Who the shop is, as attestations and clients must be told (GDPR art. 13).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::consents::{HistoryColumn, HistoryRequest};
use crate::documents::{Attestation, DailyList, bounds_of_day};
use crate::journal::{JournalChange, Operation};
use crate::{Error, Reader, Result};

/// The longest name and the longest other text, in characters.
const NAME_MAX: usize = 100;
const TEXT_MAX: usize = 400;

/// Who the shop is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ShopIdentity {
    /// « Nom de la boutique », at most 100 characters.
    pub name: String,
    /// Its postal address, in lines; at most 400 characters.
    pub address: String,
    /// Whom to ask about one's rights: an e-mail, a telephone number, a person; at most 400 characters.
    pub rights_contact: String,
    /// Where clients read how their data are used; at most 400 characters.
    pub privacy_notice: String,
}

impl Shop {
    /// Says who the shop is.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`.
    pub fn set_identity(&mut self, identity: &ShopIdentity) -> Result<Outcome<()>> {
        let clean = |text: &str, max: usize| {
            let text: String = text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            if text.chars().count() > max {
                Err(Error::NameTooLong(u32::try_from(max).unwrap_or(u32::MAX)))
            } else {
                Ok(text)
            }
        };
        let identity = ShopIdentity {
            name: clean(&identity.name, NAME_MAX)?,
            address: clean(&identity.address, TEXT_MAX)?,
            rights_contact: clean(&identity.rights_contact, TEXT_MAX)?,
            privacy_notice: clean(&identity.privacy_notice, TEXT_MAX)?,
        };
        if identity.name.is_empty() {
            return Err(Error::NameMissing);
        }
        self.transact(Operation::SetUpShop, |tx| {
            let before = tx.rows().identity()?;
            let pairs = [
                ("shop_name", before.name, identity.name.clone()),
                ("shop_address", before.address, identity.address.clone()),
                ("shop_rights_contact", before.rights_contact, identity.rights_contact.clone()),
                ("shop_privacy_notice", before.privacy_notice, identity.privacy_notice.clone()),
            ];
            let changes: Vec<JournalChange> = (pairs.into_iter())
                .filter(|(_, old, new)| old != new)
                .map(|(field, old, new)| JournalChange::new(field, old, new))
                .collect();
            if changes.is_empty() {
                return Ok(());
            }
            tx.set_identity(&identity)?;
            tx.journal(None, None, &changes)
        })
    }

    /// The list of a day's decisions, a day by the shop's computer.
    ///
    /// # Errors
    /// `DecisionDate` for a day that no clock shows.
    pub fn daily_list(&self, day: NaiveDate) -> Result<DailyList> {
        self.reader()?.daily_list(day, &self.store.identity().file_id, self.now())
    }

    /// Everything that an attestation of a client's consents says, at this moment.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn attestation(&self, client: ClientNumber) -> Result<Attestation> {
        self.reader()?.attestation(client, &self.store.identity().file_id, &self.operator, self.now())
    }
}

impl Reader {
    /// The list of a day's decisions (a day of the shop's computer), as they are at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// `DecisionDate` for a day that no clock shows.
    pub(crate) fn daily_list(&self, day: NaiveDate, file_id: &str, now: i64) -> Result<DailyList> {
        let rows = self.rows();
        let (from, to) = bounds_of_day(day)?;
        let end = rows.chain_end(file_id)?;
        Ok(DailyList {
            shop: rows.identity()?,
            day,
            recorded: rows.decisions_recorded(from, to)?,
            chain_length: end.decision,
            chain_head: end.seal.hex(),
            at: now,
        })
    }

    /// Everything that an attestation of a client's consents says at `now` (UTC milliseconds).
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn attestation(
        &self,
        client: ClientNumber,
        file_id: &str,
        operator: &str,
        now: i64,
    ) -> Result<Attestation> {
        let rows = self.rows();
        let whole = HistoryRequest {
            number: client,
            column: HistoryColumn::Decision,
            descending: false,
            offset: 0,
            limit: u32::MAX,
        };
        let end = rows.chain_end(file_id)?;
        Ok(Attestation {
            file_id: file_id.to_owned(),
            shop: rows.identity()?,
            client: rows.client(client)?,
            sheet: rows.consent_sheet(client, now)?,
            decisions: rows.history(&whole)?.rows,
            chain_length: end.decision,
            chain_head: end.seal.hex(),
            at: now,
            operator: operator.to_owned(),
        })
    }
}
