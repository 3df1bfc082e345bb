//! A condition as it is typed: a field, a comparison, a value.

use ecrin_core::lists::Operator;

/// What was typed; whether there is such a field is known once the shop is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypedCondition {
    pub(crate) field: String,
    pub(crate) operator: Operator,
    pub(crate) values: Vec<String>,
}

/// The comparisons as they are typed, the longer ones first.
const OPERATORS: [(&str, Operator); 6] = [
    ("!=", Operator::IsNot),
    ("^=", Operator::Begins),
    (">=", Operator::From),
    ("<=", Operator::Until),
    ("=", Operator::Is),
    ("~", Operator::Contains),
];

/// Reads `town = USSEL`. Without a value, `=` asks for nothing there, and `!=` for something.
pub(crate) fn read(text: &str) -> Result<TypedCondition, String> {
    let unclear = || "write it as 'town = USSEL', with one of = != ^= ~ >= <=".to_owned();
    let at = text.find(['=', '!', '^', '~', '<', '>']).ok_or_else(unclear)?;
    let (field, rest) = (text[..at].trim(), &text[at..]);
    let (sign, operator) = OPERATORS.into_iter().find(|(sign, _)| rest.starts_with(sign)).ok_or_else(unclear)?;
    let value = rest[sign.len()..].trim();
    if field.is_empty() {
        return Err(unclear());
    }
    let (operator, values) = match operator {
        Operator::Is if value.is_empty() => (Operator::Empty, Vec::new()),
        Operator::IsNot if value.is_empty() => (Operator::Filled, Vec::new()),
        _ if value.is_empty() => return Err(unclear()),
        other => (other, vec![value.to_owned()]),
    };
    Ok(TypedCondition { field: field.to_owned(), operator, values })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_a_field_a_comparison_and_a_value() {
        let condition = |field: &str, operator, values: &[&str]| TypedCondition {
            field: field.into(),
            operator,
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        for (typed, expected) in [
            ("town = USSEL", condition("town", Operator::Is, &["USSEL"])),
            ("town!=USSEL", condition("town", Operator::IsNot, &["USSEL"])),
            ("postcode ^= 19", condition("postcode", Operator::Begins, &["19"])),
            ("company ~ a = b", condition("company", Operator::Contains, &["a = b"])),
            ("created_at >= 2024-01-01", condition("created_at", Operator::From, &["2024-01-01"])),
            ("number<=7", condition("number", Operator::Until, &["7"])),
            ("consent:SMS-COM = granted", condition("consent:SMS-COM", Operator::Is, &["granted"])),
            ("email =", condition("email", Operator::Empty, &[])),
            ("email !=", condition("email", Operator::Filled, &[])),
        ] {
            assert_eq!(read(typed), Ok(expected), "{typed}");
        }
        for wrong in ["", "town", "= USSEL", "town ~", "town ! USSEL", "town < 7"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
