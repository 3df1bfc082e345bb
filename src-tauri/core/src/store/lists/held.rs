//! What a client holds, as SQL (`c` is the client). Rows stay with the record for which they were written, so that each value is that of the
//! family, and whoever holds anything is found from what they hold, up to the record of today: few hold anything, and the others are not
//! asked.

use super::conditions::and_living;
use super::sql::Sql;
use crate::lists::{HeldField, Test};
use crate::store::clients::FAMILY;

/// The newest subscription comes first; one that ended before it began, as the renewal of one that was terminated does, served nobody.
const NEWEST: &str = "coalesce(terminated_on < starts_on, 0), coalesce(terminated_on, ends_on) DESC, id DESC";

/// A value as the file keeps it: a text is never NULL, everything else is where there is none. Days are milliseconds, at noon UTC.
pub(super) fn value(field: HeldField) -> Sql {
    let family = FAMILY.replace("?1", "c.number");
    let of_subscription = |value: &str| {
        format!("(SELECT {value} FROM subscription WHERE recipient IN {family} ORDER BY {NEWEST} LIMIT 1)")
    };
    let of_carriage = |column: &str| {
        // An order may not name the row outside in SQLite: it asks who went into another record.
        format!(
            "(SELECT carriage.{column} FROM carriage JOIN client AS own ON own.number = carriage.client \
             WHERE own.number IN {family} ORDER BY own.merged_into IS NOT NULL, carriage.updated_at DESC LIMIT 1)"
        )
    };
    Sql::new(match field {
        HeldField::SubscriptionNumber => of_subscription("id"),
        HeldField::SubscriptionOffer => {
            let name = "(SELECT name FROM offer JOIN tariff ON tariff.offer = offer.id \
                         WHERE tariff.id = subscription.tariff)";
            format!("coalesce({}, '')", of_subscription(name))
        }
        HeldField::SubscriptionStart => of_subscription(&noon("starts_on")),
        HeldField::SubscriptionEnd => of_subscription(&noon("coalesce(terminated_on, ends_on)")),
        HeldField::SubscriptionCopies => of_subscription("copies"),
        HeldField::BalanceDue => format!(
            "(SELECT sum(invoiced - paid) FROM holding WHERE client IN {family} AND (invoices > 0 OR payments > 0))"
        ),
        HeldField::CarriageMode => of_carriage("mode"),
        HeldField::CarriageRound => format!("coalesce({}, '')", of_carriage("round")),
        HeldField::CarriageRank => of_carriage("rank"),
        HeldField::CarriageDepositary => format!("coalesce({}, '')", of_carriage("depositary")),
        HeldField::CarriageInstruction => format!("coalesce({}, '')", of_carriage("instruction")),
        HeldField::LastDelivery => format!(
            "(SELECT {} FROM delivery WHERE recipient IN {family} AND state NOT IN ('planned', 'cancelled'))",
            noon("max(due_on)")
        ),
        HeldField::LastMovement => {
            format!("(SELECT {} FROM movement WHERE client IN {family})", noon("max(day)"))
        }
    })
}

fn noon(day: &str) -> String {
    format!("(unixepoch({day}) + 43200) * 1000")
}

/// The numbers of all who hold anything of the kind, some who hold nothing of it among them.
pub(super) fn holders(field: HeldField) -> Sql {
    let of = match field {
        HeldField::SubscriptionNumber
        | HeldField::SubscriptionOffer
        | HeldField::SubscriptionStart
        | HeldField::SubscriptionEnd
        | HeldField::SubscriptionCopies => "SELECT recipient FROM subscription",
        HeldField::BalanceDue => "SELECT client FROM holding WHERE invoices > 0 OR payments > 0",
        HeldField::CarriageMode
        | HeldField::CarriageRound
        | HeldField::CarriageRank
        | HeldField::CarriageDepositary
        | HeldField::CarriageInstruction => "SELECT client FROM carriage",
        HeldField::LastDelivery => "SELECT client FROM holding WHERE deliveries > 0",
        HeldField::LastMovement => "SELECT client FROM movement",
    };
    and_living(&Sql::new(of))
}

/// A test that only those who hold something can pass, or, of nothing, all the others.
pub(super) fn asked_of_holders(field: HeldField, test: &Test, of_value: impl Fn(&Test) -> Sql) -> Sql {
    let among = Sql::new("c.number IN (").with(&holders(field)).and(") AND (");
    match test {
        Test::Filled(false) => Sql::new("NOT (").with(&among).with(&of_value(&Test::Filled(true))).and("))"),
        _ => among.with(&of_value(test)).and(")"),
    }
}
