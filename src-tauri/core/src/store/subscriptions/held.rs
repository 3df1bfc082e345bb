//! What a record holds that stands in the way of a type: all that was ever made, whatever its day, so that the file never says of anybody what
//! their type forbids.

use rusqlite::{Row, params};

use crate::clients::{ClientInput, ClientNumber, ContactType};
use crate::contact_rules::Rule;
use crate::store::Rows;
use crate::store::clients::FAMILY;
use crate::store::invoicing::number_of;
use crate::subscriptions::{HeldThing, Obstacle, TypeChangePreview};
use crate::{Error, Result};

/// How many obstacles are told one by one.
const TOLD: usize = 50;

/// The columns of an obstacle that is a subscription; the other one it has to do with comes first.
const SUBSCRIPTION: &str =
    "subscription.id AS id, offer.name AS name, starts_on AS from_day, coalesce(terminated_on, ends_on) AS until_day
    FROM subscription JOIN tariff ON tariff.id = subscription.tariff JOIN offer ON offer.id = tariff.offer";

/// What is looked for where, and the rule that it would break.
struct Search {
    thing: HeldThing,
    rule: Rule,
    /// After « SELECT »: `other`, `id`, `name`, `from_day`, `until_day` (or what an invoice's number is made of), of a family `?1`.
    sql: String,
}

impl Rows<'_> {
    /// What another type would meet.
    ///
    /// # Errors
    /// `ClientNotFound`, `ClientRemoved`, `ClientMerged`.
    pub(crate) fn type_change_preview(&self, number: ClientNumber, to: ContactType) -> Result<TypeChangePreview> {
        let record = self.client(number)?;
        let (obstacles, count) = self.obstacles(number, to)?;
        Ok(TypeChangePreview { number, from: record.client.r#type, to, obstacles, count })
    }

    /// Whether a record may say this: what it and those that went into it hold fits the type, and whoever uses a digital part has an e-mail.
    ///
    /// # Errors
    /// `Refused`.
    pub(crate) fn fits(&self, number: ClientNumber, input: &ClientInput) -> Result<()> {
        if let Some(obstacle) = self.obstacles(number, input.r#type)?.0.first() {
            return Err(Error::Refused(obstacle.rule));
        }
        let uses: bool = self
            .0
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM beneficiary WHERE client IN {FAMILY})"))?
            .query_row([number], |row| row.get(0))?;
        if uses && input.email.is_empty() { Err(Error::Refused(Rule::BeneficiaryNeedsEmail)) } else { Ok(()) }
    }

    /// Whether one of two records brought the other.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn brought_one_another(&self, a: ClientNumber, b: ClientNumber) -> Result<bool> {
        let of_b = FAMILY.replace("?1", "?2");
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM sponsorship WHERE sponsor IN {FAMILY} AND sponsored IN {of_b})
                    OR EXISTS (SELECT 1 FROM sponsorship WHERE sponsor IN {of_b} AND sponsored IN {FAMILY})"
            ))?
            .query_row([a, b], |row| row.get(0))?)
    }

    /// The first of what stands in the way of a type, and how many there are.
    fn obstacles(&self, number: ClientNumber, to: ContactType) -> Result<(Vec<Obstacle>, i64)> {
        let (mut told, mut count) = (Vec::new(), 0);
        for search in searches(to) {
            let found: i64 = self
                .0
                .prepare_cached(&format!("SELECT count(*) FROM (SELECT {})", search.sql))?
                .query_row([number], |row| row.get(0))?;
            count += found;
            if found == 0 || told.len() == TOLD {
                continue;
            }
            let room = u32::try_from(TOLD - told.len()).unwrap_or(0);
            let rows = self
                .0
                .prepare_cached(&format!("SELECT {} ORDER BY from_day DESC, id DESC LIMIT ?2", search.sql))?
                .query_map(params![number, room], |row| Ok((row.get("other")?, obstacle(row, &search)?)))?
                .collect::<rusqlite::Result<Vec<(Option<ClientNumber>, Obstacle)>>>()?;
            for (other, mut obstacle) in rows {
                obstacle.other = other.map(|other| self.party(other)).transpose()?;
                if obstacle.thing == HeldThing::Sponsored {
                    obstacle.name = obstacle.other.as_ref().map(|other| other.name.clone()).unwrap_or_default();
                }
                told.push(obstacle);
            }
        }
        Ok((told, count))
    }
}

/// What this type forbids.
fn searches(to: ContactType) -> Vec<Search> {
    let mut all = Vec::new();
    let mut search = |thing, rule, sql: String| all.push(Search { thing, rule, sql });
    let paying = |free_allowed: bool| if free_allowed { "AND tariff.price > 0" } else { "" };
    let free_allowed = to.may_receive(true).is_ok();
    if let Err(rule) = to.may_receive(false) {
        let which = paying(free_allowed);
        search(
            HeldThing::Received,
            rule,
            format!("payer AS other, {SUBSCRIPTION} WHERE recipient IN {FAMILY} {which}"),
        );
    }
    if let Err(rule) = to.may_use(false) {
        let which = paying(to.may_use(true).is_ok());
        search(
            HeldThing::Used,
            rule,
            format!(
                "recipient AS other, {SUBSCRIPTION} JOIN beneficiary ON beneficiary.subscription = subscription.id
                 WHERE beneficiary.client IN {FAMILY} {which}"
            ),
        );
    }
    if let Err(rule) = to.may_receive(true) {
        search(
            HeldThing::Delivery,
            rule,
            format!(
                "NULL AS other, id, content AS name, due_on AS from_day, NULL AS until_day, state = 'planned' AS removable
                 FROM delivery
                 WHERE recipient IN {FAMILY} AND subscription IS NULL AND state <> 'cancelled'"
            ),
        );
    }
    if let Err(rule) = to.may_pay() {
        search(HeldThing::Paid, rule, format!("recipient AS other, {SUBSCRIPTION} WHERE payer IN {FAMILY}"));
        search(
            HeldThing::Invoice,
            rule,
            format!(
                "NULL AS other, id, kind, year, sequence, issued_on AS from_day, NULL AS until_day FROM invoice
                 WHERE payer IN {FAMILY}"
            ),
        );
    }
    if let Err(rule) = to.may_sponsor(true) {
        let which = if to.may_sponsor(false).is_ok() { "AND rewarded_on IS NOT NULL" } else { "" };
        search(
            HeldThing::Sponsored,
            rule,
            format!(
                "sponsored AS other, id, '' AS name, on_day AS from_day, NULL AS until_day, rewarded_on IS NULL AS removable
                 FROM sponsorship
                 WHERE sponsor IN {FAMILY} {which}"
            ),
        );
    }
    all
}

fn obstacle(row: &Row<'_>, search: &Search) -> rusqlite::Result<Obstacle> {
    let name = if search.thing == HeldThing::Invoice { number_of(row)?.to_string() } else { row.get("name")? };
    Ok(Obstacle {
        rule: search.rule,
        thing: search.thing,
        id: row.get("id")?,
        name,
        other: None,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        removable: match search.thing {
            HeldThing::Used => true,
            HeldThing::Delivery | HeldThing::Sponsored => row.get("removable")?,
            HeldThing::Received | HeldThing::Paid | HeldThing::Invoice => false,
        },
    })
}
