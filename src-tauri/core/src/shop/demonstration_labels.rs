//! Writing what was noted of fictional clients, beside their records.

use crate::Result;
use crate::clients::ClientNumber;
use crate::demonstration::{DEMO_CODES, DemoLabels};
use crate::labels::{CodeId, SaveCarriage};
use crate::store::Tx;

/// The identities of the demonstration's codes, in their order.
pub(super) struct DemoCodes(Vec<(&'static str, CodeId)>);

impl DemoCodes {
    /// Adds the codes that the shop lacks.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn new(tx: &Tx<'_>) -> Result<DemoCodes> {
        let code = |name| match tx.rows().code_named(name)?.filter(|code| !code.archived) {
            Some(code) => Ok((name, code.id)),
            None => tx.insert_code(name).map(|id| (name, id)),
        };
        DEMO_CODES.into_iter().map(code).collect::<Result<_>>().map(DemoCodes)
    }

    /// Writes everything that was noted of a client.
    ///
    /// # Errors
    /// What the rules of labels and the database may say.
    pub(super) fn write(&self, tx: &Tx<'_>, number: ClientNumber, labels: &DemoLabels) -> Result<()> {
        for (_, id) in self.0.iter().filter(|(name, _)| labels.codes.contains(name)) {
            tx.give_code(number, *id)?;
        }
        for (at, operator, text) in &labels.notes {
            tx.insert_note(number, *at, operator, text)?;
        }
        for follow_up in &labels.follow_ups {
            tx.insert_follow_up(number, &follow_up.checked()?)?;
        }
        for incident in &labels.incidents {
            tx.insert_incident(number, &incident.checked()?)?;
        }
        if let Some(carriage) = labels.carriage.as_ref().map(SaveCarriage::checked).transpose()?.flatten() {
            tx.write_carriage(number, &carriage)?;
        }
        for address in &labels.addresses {
            tx.insert_delivery_address(number, &address.checked()?)?;
        }
        if let Some(account) = &labels.account {
            tx.write_account(number, &account.checked(None)?)?;
        }
        if !labels.manager_note.is_empty() {
            tx.write_manager_note(number, 0, labels.manager_note)?;
        }
        Ok(())
    }
}
