//! What invoices, payments and deliveries say of a client. The file keeps none yet, so that there is nothing to say; whoever brings them
//! fills these three, for the whole family of the client.

use crate::Result;
use crate::clients::ClientNumber;
use crate::labels::{InvoiceFigures, LastDelivery};
use crate::store::Rows;

impl Rows<'_> {
    /// What a client owes, in cents: invoices less payments and credit notes; negative where the shop owes, nothing without any invoice.
    ///
    /// # Errors
    /// What the database may say.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as whoever fills it needs it")]
    pub(crate) fn balance(&self, _number: ClientNumber) -> Result<Option<i64>> {
        Ok(None)
    }

    /// How much was invoiced to a client.
    ///
    /// # Errors
    /// What the database may say.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as whoever fills it needs it")]
    pub(crate) fn invoice_figures(&self, _number: ClientNumber) -> Result<Option<InvoiceFigures>> {
        Ok(None)
    }

    /// What was delivered to a client last.
    ///
    /// # Errors
    /// What the database may say.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as whoever fills it needs it")]
    pub(crate) fn last_delivery(&self, _number: ClientNumber) -> Result<Option<LastDelivery>> {
        Ok(None)
    }
}
