//! Money: integer cents, and the tax within a price.
//!
//! Prices are tax included, and the tax is taken out of what stands at one rate in all, rounded once to the nearest cent, half a cent
//! away from zero: `tax = total × rate ÷ (100 % + rate)`. So the total is exactly the sum of the lines, and what stands before tax is
//! what is left. Rates are in hundredths of a per cent: 210 is 2.1 %.

use crate::documents::Language;

/// Hundredths of a euro.
pub type Cents = i64;

/// The most that is written as one amount: ten million euros.
pub const AMOUNT_MAX: Cents = 1_000_000_000;

/// The tax in a total that includes it.
pub fn tax_within(total: Cents, rate: i64) -> Cents {
    let (total, whole) = (i128::from(total), i128::from(10_000 + rate));
    let doubled = 2 * total * i128::from(rate);
    let rounded = (doubled.abs() + whole) / (2 * whole);
    i64::try_from(rounded * doubled.signum()).unwrap_or(0)
}

/// `part` of each of the `shares`, in proportion, rounded so that together they are exactly `part`; none is more than its share.
/// `part` lies between nothing and the sum of the shares, which are not below zero.
pub(crate) fn in_proportion(part: Cents, shares: &[Cents]) -> Vec<Cents> {
    let sum: i128 = shares.iter().map(|share| i128::from(*share)).sum();
    let (mut before, mut given) = (0_i128, 0_i128);
    // Each gets what has been due up to it less what was given before it: the roundings never add up.
    let of = |share: &Cents| {
        before += i128::from(*share);
        let due = if sum == 0 { 0 } else { i128::from(part) * before / sum };
        let own = due - given;
        given = due;
        i64::try_from(own).unwrap_or(0)
    };
    shares.iter().map(of).collect()
}

/// « 1 234,50 € », « €1,234.50 ».
pub fn in_words(amount: Cents, language: Language) -> String {
    let sign = if amount < 0 { "−" } else { "" };
    let (euros, cents) = (amount.unsigned_abs() / 100, amount.unsigned_abs() % 100);
    let digits = euros.to_string();
    let separator = language.pick("\u{202f}", ",");
    let grouped: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    let euros = grouped.join(separator);
    match language {
        Language::French => format!("{sign}{euros},{cents:02}\u{a0}€"),
        Language::English => format!("{sign}€{euros}.{cents:02}"),
    }
}

/// « 1234,50 », « 1234.50 »: as spreadsheets read it.
pub(crate) fn as_number(amount: Cents, language: Language) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let (euros, cents) = (amount.unsigned_abs() / 100, amount.unsigned_abs() % 100);
    format!("{sign}{euros}{}{cents:02}", language.pick(",", "."))
}

/// « 2,1 % », « 2.1% ».
pub(crate) fn rate_in_words(rate: i64, language: Language) -> String {
    let (whole, hundredths) = (rate / 100, format!("{:02}", rate % 100));
    let number = match hundredths.trim_end_matches('0') {
        "" => whole.to_string(),
        part => format!("{whole}{}{part}", language.pick(",", ".")),
    };
    format!("{number}{}", language.pick("\u{a0}%", "%"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_tax_within_a_price_is_rounded_to_the_nearest_cent() {
        assert_eq!(tax_within(12_000, 2000), 2000);
        assert_eq!(tax_within(4900, 210), 101);
        assert_eq!(tax_within(-4900, 210), -101);
        assert_eq!(tax_within(4900, 0), 0);
        // 6.5 cents exactly: half a cent goes away from zero.
        assert_eq!((tax_within(39, 2000), tax_within(-39, 2000)), (7, -7));
    }

    #[test]
    fn amounts_are_said_as_each_language_does() {
        assert_eq!(in_words(123_450, Language::French), "1\u{202f}234,50\u{a0}€");
        assert_eq!(in_words(-4905, Language::English), "−€49.05");
        assert_eq!(as_number(-123_405, Language::French), "-1234,05");
        assert_eq!(
            (rate_in_words(210, Language::French), rate_in_words(2000, Language::English)),
            ("2,1\u{a0}%".into(), "20%".into())
        );
    }

    proptest! {
        #[test]
        fn shares_are_exactly_the_part_and_never_more_than_their_own(shares in prop::collection::vec(0..1_000_000_i64, 1..9), of in 0.0..=1.0_f64) {
            let sum: i64 = shares.iter().sum();
            #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any part will do")]
            let part = ((sum as f64) * of) as i64;
            let parts = in_proportion(part, &shares);
            prop_assert_eq!(parts.iter().sum::<i64>(), part);
            prop_assert!(parts.iter().zip(&shares).all(|(part, share)| (0..=*share).contains(part)));
            prop_assert_eq!(in_proportion(sum, &shares), shares);
        }

        #[test]
        fn the_tax_is_the_nearest_cent(total in -AMOUNT_MAX..AMOUNT_MAX, rate in 0..10_000_i64) {
            let (tax, whole) = (i128::from(tax_within(total, rate)), i128::from(10_000 + rate));
            let exact = i128::from(total) * i128::from(rate);
            prop_assert!((tax * whole - exact).abs() * 2 <= whole);
        }
    }
}
