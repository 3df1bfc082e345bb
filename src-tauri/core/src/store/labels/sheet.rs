//! What a record's printed sheet says of labels.

use crate::Result;
use crate::clients::ClientNumber;
use crate::documents::RecordLabels;
use crate::store::Rows;

impl Rows<'_> {
    /// What the sheet says.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`.
    pub(crate) fn record_labels(&self, number: ClientNumber) -> Result<RecordLabels> {
        let number = self.living(number)?;
        Ok(RecordLabels {
            codes: self.codes_of(number)?.into_iter().map(|code| code.name).collect(),
            carriage: self.carriage(number)?,
            addresses: self.addresses_of(number)?,
            incidents: self.incidents(number)?.into_iter().filter(|one| one.closed_on.is_none()).collect(),
            follow_ups: self.follow_ups(number)?.into_iter().filter(|one| one.done_on.is_none()).collect(),
        })
    }
}
