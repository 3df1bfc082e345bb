//! Conditions as SQL (`c` is the client).

use super::fields::{folded, value};
use super::functions::AROUND;
use super::held::asked_of_holders;
use super::sql::Sql;
use crate::clients::ClientField;
use crate::lists::{Checked, FieldKind, ListField, Test};

/// What must hold of a client; nothing if all do.
pub(super) fn all_of(conditions: &[Checked], any: bool) -> Option<Sql> {
    let between = if any { " OR " } else { " AND " };
    (!conditions.is_empty())
        .then(|| Sql::new("(").with(&Sql::joined(conditions.iter().map(condition), between)).and(")"))
}

fn condition(checked: &Checked) -> Sql {
    let test = test(checked.field, &checked.test);
    if checked.not { Sql::new("NOT coalesce((").with(&test).and("), 0)") } else { Sql::new("(").with(&test).and(")") }
}

fn test(field: ListField, test: &Test) -> Sql {
    if field == ListField::SelectionCodes {
        return match test {
            Test::Filled(filled) => {
                let having = Sql::new(if *filled { "c.number IN (" } else { "c.number NOT IN (" });
                having.with(&having_codes(None)).and(")")
            }
            Test::Texts(names) => Sql::new("c.number IN (").with(&having_codes(Some(names))).and(")"),
            // Codes have no other tests.
            _ => Sql::new("0"),
        };
    }
    match field {
        ListField::Held(held) => asked_of_holders(held, test, |test| of_value(field, test)),
        _ => of_value(field, test),
    }
}

/// A test of the value itself.
fn of_value(field: ListField, test: &Test) -> Sql {
    match (test, field.kind()) {
        (Test::Filled(filled), FieldKind::Text | FieldKind::Phone) => {
            value(field).and(if *filled { " <> ''" } else { " = ''" })
        }
        (Test::Filled(filled), _) => value(field).and(if *filled { " IS NOT NULL" } else { " IS NULL" }),
        (Test::Spans(spans), _) => in_spans(&value(field), spans),
        (Test::Texts(values), _) if field == ListField::Record(ClientField::Origins) => one_of_several(values),
        (_, FieldKind::Phone) => number(field, test),
        (_, FieldKind::Choice) => of_text(&value(field), test),
        _ => named(field, test, of_text(&folded(field), test)),
    }
}

/// The numbers of those who have any code, or one of these (their names folded): for whoever went into another record, that of the other.
pub(super) fn having_codes(names: Option<&[String]>) -> Sql {
    let mut codes = Sql::new("SELECT client FROM client_code");
    if let Some(names) = names {
        let names = Sql::joined(names.iter().map(|name| Sql::default().bind(name.clone())), ", ");
        codes = codes.and(" WHERE code IN (SELECT id FROM selection_code WHERE name_fold IN (").with(&names).and("))");
    }
    and_living(&codes)
}

/// Numbers, and those of the records that they went into, up to those of today.
pub(super) fn and_living(numbers: &Sql) -> Sql {
    Sql::new("WITH RECURSIVE up (number) AS (").with(numbers).and(
        " UNION SELECT client.merged_into FROM up CROSS JOIN client ON client.number = up.number \
         WHERE client.merged_into IS NOT NULL) SELECT number FROM up",
    )
}

/// Whether a number is in one of some spans, both ends included.
pub(super) fn in_spans(number: &Sql, spans: &[(i64, i64)]) -> Sql {
    let of = |&(from, until): &(i64, i64)| number.clone().and(" BETWEEN ").bind(from).and(" AND ").bind(until);
    Sql::joined(spans.iter().map(of), " OR ")
}

/// A test of a text that is folded, as the values are.
pub(super) fn of_text(folded: &Sql, test: &Test) -> Sql {
    let instr = |value: &String| Sql::new("instr(").with(folded).and(", ").bind(value.clone());
    match test {
        Test::Texts(values) => {
            let values = Sql::joined(values.iter().map(|value| Sql::default().bind(value.clone())), ", ");
            folded.clone().and(" IN (").with(&values).and(")")
        }
        Test::Begins(value) => instr(value).and(") = 1"),
        Test::Contains(value) => instr(value).and(") > 0"),
        Test::TextRange(from, until) => {
            let bound = |sign: &str, value: &Option<String>| {
                value.as_ref().map(|value| folded.clone().and(sign).bind(value.clone()))
            };
            // What begins with the upper bound is within: « jusqu’à 19 » holds 19200.
            let until = until.as_ref().map(|until| format!("{until}\u{10FFFF}"));
            let bounds = [Some(folded.clone().and(" <> ''")), bound(" >= ", from), bound(" <= ", &until)];
            Sql::joined(bounds.into_iter().flatten(), " AND ")
        }
        // These are no tests of texts.
        Test::Filled(_) | Test::Spans(_) => Sql::new("0"),
    }
}

/// Whether one of the origins of a record, which stand in one text, is one of these.
fn one_of_several(values: &[String]) -> Sql {
    let holds =
        |value: &String| Sql::new("instr(several(c.origins), ").bind(format!("{AROUND}{value}{AROUND}")).and(") > 0");
    Sql::joined(values.iter().map(holds), " OR ")
}

/// A test of the last name, which is the beginning of the folded name: that has an index, where the walk can begin and end.
fn named(field: ListField, test: &Test, of_text: Sql) -> Sql {
    let beginning = match test {
        Test::Texts(values) if values.len() == 1 => &values[0],
        Test::Begins(value) => value,
        _ => return of_text,
    };
    if field != ListField::Record(ClientField::LastName) {
        return of_text;
    }
    let from = Sql::new("c.name_fold >= ").bind(beginning.clone());
    from.and(" AND c.name_fold < ").bind(format!("{beginning}\u{10FFFF}")).and(" AND ").with(&of_text)
}

/// A test of a telephone number, which may stand in a text among others: each stands between spaces.
fn number(field: ListField, test: &Test) -> Sql {
    let column = if field == ListField::Record(ClientField::Phone) { "phone" } else { "mobile" };
    let holds =
        |value: String| Sql::new(format!("instr(dialled(c.{column}, c.{column}_readable), ")).bind(value).and(") > 0");
    match test {
        Test::Begins(digits) => holds(format!(" {digits}")),
        Test::Contains(digits) => holds(digits.clone()),
        Test::Texts(numbers) => Sql::joined(numbers.iter().map(|number| holds(format!(" {number} "))), " OR "),
        // Numbers have no other tests.
        _ => Sql::new("0"),
    }
}
