//! Whether the file keeps the rules of types, and whether its subscriptions and invoices agree with themselves.

use chrono::NaiveDate;

use crate::clients::{ClientNumber, ContactType};
use crate::store::Rows;
use crate::subscriptions::Calendar;
use crate::{Error, Result};

/// What a type must allow, of whom, and how many times it is said in words for a support call.
type Check = (&'static str, &'static str, fn(ContactType, bool) -> bool);

/// Each tells numbers of clients, and whether all that it tells of is free.
const CHECKS: [Check; 5] = [
    ("invoices to somebody who is never invoiced", "SELECT DISTINCT payer, 0 FROM invoice", |of, _| {
        of.may_pay().is_ok()
    }),
    (
        "subscriptions paid by somebody who never pays",
        "SELECT DISTINCT payer, 0 FROM subscription WHERE payer IS NOT NULL",
        |of, _| of.may_pay().is_ok(),
    ),
    (
        "subscriptions of somebody who may not receive them",
        "SELECT recipient, max(price) = 0 FROM subscription JOIN tariff ON tariff.id = subscription.tariff GROUP BY recipient",
        |of, free| of.may_receive(free).is_ok(),
    ),
    (
        "deliveries to somebody who never benefits",
        "SELECT DISTINCT recipient, 1 FROM delivery WHERE state <> 'cancelled'",
        |of, free| of.may_receive(free).is_ok(),
    ),
    (
        "digital parts used by somebody who may not",
        "SELECT client, max(price) = 0 FROM beneficiary JOIN subscription ON subscription.id = beneficiary.subscription
         JOIN tariff ON tariff.id = subscription.tariff GROUP BY client",
        |of, free| of.may_use(free).is_ok(),
    ),
];

/// What must not be, counted.
const COUNTED: [(&str, &str); 4] = [
    (
        "series of invoice numbers with a gap",
        "SELECT count(*) FROM (SELECT 1 FROM invoice GROUP BY kind, year HAVING count(*) <> max(sequence) OR min(sequence) <> 1)",
    ),
    (
        "subscriptions with a payer of nothing, or without one of something",
        "SELECT count(*) FROM subscription JOIN tariff ON tariff.id = subscription.tariff WHERE (price = 0) <> (payer IS NULL)",
    ),
    (
        "beneficiaries of what is on paper only",
        "SELECT count(*) FROM beneficiary JOIN subscription ON subscription.id = beneficiary.subscription
         JOIN tariff ON tariff.id = subscription.tariff JOIN offer ON offer.id = tariff.offer WHERE medium = 'print'",
    ),
    (
        "deliveries planned after a termination",
        "SELECT count(*) FROM delivery JOIN subscription ON subscription.id = delivery.subscription
         WHERE state = 'planned' AND due_on > terminated_on",
    ),
];

impl Rows<'_> {
    /// What is wrong with subscriptions and invoices, in words for a support call, without personal data.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn subscription_problems(&self) -> Result<Vec<String>> {
        let mut problems = Vec::new();
        for (what, sql, allowed) in CHECKS {
            let mut broken = 0;
            let mut select = self.0.prepare(sql)?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let of = self.type_of(row.get(0)?)?;
                broken += i64::from(!of.is_none_or(|of| allowed(of, row.get(1).unwrap_or(false))));
            }
            if broken > 0 {
                problems.push(format!("{what}: {broken}"));
            }
        }
        for (what, sql) in COUNTED {
            let broken: i64 = self.0.query_row(sql, [], |row| row.get(0))?;
            if broken > 0 {
                problems.push(format!("{what}: {broken}"));
            }
        }
        let moved = self.misplaced_ends()?;
        if moved > 0 {
            problems.push(format!("subscriptions whose end is not that of their term and suspensions: {moved}"));
        }
        Ok(problems)
    }

    /// The type of the record that a number leads to; nothing for one that was deleted and says nothing any more.
    fn type_of(&self, number: ClientNumber) -> Result<Option<ContactType>> {
        match self.living(number) {
            Ok(living) => Ok(self.client_row(living)?.map(|(row, _)| row.r#type)),
            Err(Error::ClientRemoved(..)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn misplaced_ends(&self) -> Result<i64> {
        let mut misplaced = 0;
        let mut select = self.0.prepare(
            "SELECT subscription.id, starts_on, ends_on, months FROM subscription JOIN tariff ON tariff.id = subscription.tariff",
        )?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (starts_on, ends_on): (NaiveDate, NaiveDate) = (row.get(1)?, row.get(2)?);
            let calendar = Calendar::new(starts_on, &self.suspensions(row.get(0)?)?);
            misplaced += i64::from(calendar.end(row.get(3)?).ok() != Some(ends_on));
        }
        Ok(misplaced)
    }
}
