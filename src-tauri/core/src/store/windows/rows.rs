//! One row of a window.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use crate::Result;
use crate::clients::ClientNumber;
use crate::deliveries::DeliveryState;
use crate::invoicing::{InvoiceKind, InvoiceState, PaymentMode};
use crate::money::Cents;
use crate::store::invoicing::number_of;
use crate::store::{Rows, deliveries};
use crate::subscriptions::{Party, SubscriptionState};
use crate::windows::{
    DeliveryRow, InvoiceRow, PaymentRow, SponsorshipRole, SponsorshipRow, SubscriptionRow, Window, WindowRow,
};

impl Rows<'_> {
    /// The row with this identity, as the window of a family has it.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn window_row(
        &self,
        window: Window,
        id: i64,
        family: &[ClientNumber],
        today: NaiveDate,
    ) -> Result<WindowRow> {
        Ok(match window {
            Window::Subscriptions => WindowRow::Subscription(self.subscription_row(id, family, today)?),
            Window::Invoices => WindowRow::Invoice(self.invoice_row(id)?),
            Window::Payments => WindowRow::Payment(self.payment_row(id)?),
            Window::Deliveries => WindowRow::Delivery(self.delivery_row(id)?),
            Window::Sponsorships => WindowRow::Sponsorship(self.sponsorship_row(id, family)?),
        })
    }

    fn subscription_row(&self, id: i64, family: &[ClientNumber], today: NaiveDate) -> Result<SubscriptionRow> {
        type Facts = (ClientNumber, Option<ClientNumber>, Option<NaiveDate>, bool);
        let read = |row: &Row<'_>| -> rusqlite::Result<(SubscriptionRow, Facts)> {
            let plain = SubscriptionRow {
                id,
                offer_name: row.get("name")?,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
                state: SubscriptionState::Running,
                copies: row.get("copies")?,
                recipient: None,
                payer: None,
            };
            Ok((plain, (row.get("recipient")?, row.get("payer")?, row.get("terminated_on")?, row.get("suspended")?)))
        };
        let (row, (recipient, payer, terminated_on, suspended)) =
            self.0.prepare_cached(include_str!("subscription.sql"))?.query_row(params![id, today], read)?;
        let other = |number: Option<ClientNumber>| -> Result<Option<Party>> {
            number.filter(|number| !family.contains(number)).map(|number| self.party(number)).transpose()
        };
        Ok(SubscriptionRow {
            state: SubscriptionState::of(today, row.starts_on, row.ends_on, terminated_on, suspended),
            recipient: other(Some(recipient))?,
            payer: other(payer)?,
            ..row
        })
    }

    fn invoice_row(&self, id: i64) -> Result<InvoiceRow> {
        Ok(self.0.prepare_cached(include_str!("invoice.sql"))?.query_row([id], |row| {
            let number = number_of(row)?;
            let (total, paid, credited): (Cents, Cents, Cents) =
                (row.get("total")?, row.get("paid")?, row.get("credited")?);
            let due = if number.kind == InvoiceKind::Invoice { total - paid - credited } else { 0 };
            Ok(InvoiceRow {
                id,
                kind: number.kind,
                number: number.to_string(),
                issued_on: row.get("issued_on")?,
                total,
                due,
                state: InvoiceState::of(number.kind, total, paid, credited),
            })
        })?)
    }

    fn payment_row(&self, id: i64) -> Result<PaymentRow> {
        Ok(self.0.prepare_cached(include_str!("payment.sql"))?.query_row([id], |row| {
            let mode: String = row.get("mode")?;
            let invoice: Option<i64> = row.get("invoice")?;
            Ok(PaymentRow {
                id,
                paid_on: row.get("paid_on")?,
                // A CHECK keeps the column to the known ones.
                mode: PaymentMode::from_code(&mode).unwrap_or(PaymentMode::Card),
                invoice,
                invoice_number: if invoice.is_some() { number_of(row)?.to_string() } else { String::new() },
                amount: row.get("amount")?,
                note: row.get("note")?,
                reverses: row.get("reverses")?,
                reversed: row.get("reversed")?,
            })
        })?)
    }

    fn delivery_row(&self, id: i64) -> Result<DeliveryRow> {
        let (row, recipient) =
            self.0.prepare_cached("SELECT * FROM delivery WHERE id = ?1")?.query_row([id], |row| {
                let plain = DeliveryRow {
                    id,
                    subscription: row.get("subscription")?,
                    due_on: row.get("due_on")?,
                    content: row.get("content")?,
                    copies: row.get("copies")?,
                    state: deliveries::state(row)?,
                    town: row.get("town")?,
                    note: row.get("note")?,
                };
                Ok((plain, row.get::<_, ClientNumber>("recipient")?))
            })?;
        if row.state != DeliveryState::Planned {
            return Ok(row);
        }
        let (_, town) = self.lines_of_day(self.living(recipient)?, row.due_on)?;
        Ok(DeliveryRow { town, ..row })
    }

    fn sponsorship_row(&self, id: i64, family: &[ClientNumber]) -> Result<SponsorshipRow> {
        let found = self.sponsorship(id)?;
        // The living record of the family comes first in it.
        let (role, other) = if family.first() == Some(&found.sponsor) {
            (SponsorshipRole::Sponsored, found.sponsored)
        } else {
            (SponsorshipRole::Sponsor, found.sponsor)
        };
        Ok(SponsorshipRow {
            id,
            role,
            other: self.party(other)?,
            on_day: found.on_day,
            reward: found.reward,
            rewarded_on: found.rewarded_on,
            may_reward: self.first_subscription(found.sponsored)?.is_some()
                && !self.was_rewarded_for(found.sponsored, id)?,
        })
    }
}
