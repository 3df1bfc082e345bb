//! Bank accounts: read by the standard, masked everywhere, and journalled without what they hold.

use ecrin_core::Error;
use ecrin_core::journal::Operation;
use ecrin_core::labels::{BankFault, CheckBankAccount, Iban, checked_bic};
use ecrin_core_tests::TestShop;
use proptest::prelude::*;

use super::{IBAN, account, changes, newest, shop};

fn fault(iban: &str) -> Option<BankFault> {
    match Iban::read(iban) {
        Ok(_) => None,
        Err(Error::BankAccountInvalid(fault)) => Some(fault),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn an_iban_is_read_as_it_is_printed_and_refused_with_its_reason() {
    use BankFault as F;
    for (iban, expected) in [
        (IBAN, None),
        (" fr7630006000011234567890189 ", None),
        ("DE89 3704 0044 0532 0130 00", None),
        ("NO93 8601 1117 947", None),
        ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", None),
        ("FR76 3000 6000 0112 3456 7890 188", Some(F::IbanCheckDigits)),
        ("FR76 3000 6000 0112 3465 7890 189", Some(F::IbanCheckDigits)),
        ("FR76 3000 6000", Some(F::IbanCheckDigits)),
        ("76 3000 6000 0112 3456 7890 189", Some(F::IbanForm)),
        ("FR76-3000", Some(F::IbanForm)),
        ("", Some(F::IbanForm)),
        ("é", Some(F::IbanForm)),
    ] {
        assert_eq!(fault(iban), expected, "{iban}");
    }
    // Good check digits under another country's length, and under none.
    for (iban, expected) in [("GB", F::IbanLength), ("XX", F::IbanCountry)] {
        let bban = "30006000011234567890189";
        let good = (2..99)
            .map(|digits| format!("{iban}{digits:02}{bban}"))
            .find(|typed| fault(typed) != Some(F::IbanCheckDigits));
        assert_eq!(fault(&good.unwrap()), Some(expected));
    }
}

#[test]
fn a_bic_has_eight_or_eleven_characters_and_a_country() {
    for good in ["", "DEMOFRPP", "demofrppxxx", " DEMO FR PP ", "D3M0FRP1001"] {
        assert!(checked_bic(good).is_ok(), "{good}");
    }
    for bad in ["DEMOFRP", "DEMOFRPPX", "DEMO1RPP", "DEMOFRPPÉÉÉ", "DEMOFRPPXXXX"] {
        assert!(matches!(checked_bic(bad), Err(Error::BankAccountInvalid(BankFault::BicForm))), "{bad}");
    }
    let check = CheckBankAccount { iban: String::new(), bic: String::new() }.check();
    assert_eq!((check.iban, check.bic), (None, None), "nothing typed is no fault");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever account, its mask shows the country, the check digits and the end, and nothing between.
    #[test]
    fn a_mask_shows_two_ends_and_nothing_of_the_middle(bank in 0_u64..100_000, branch in 0_u64..100_000, number in 0_u64..100_000_000_000, key in 0_u64..100) {
        let bban = format!("{bank:05}{branch:05}{number:011}{key:02}");
        let rest = format!("{bban}152700").bytes().fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
        let whole = format!("FR{:02}{bban}", 98 - rest);
        let iban = Iban::read(&whole).unwrap();
        prop_assert_eq!(iban.masked(), format!("{} •••• •••• {}", &whole[..4], &whole[23..]));
        prop_assert_eq!(format!("{iban:?}"), iban.masked());
        // One digit mistyped is always noticed (ISO 7064: mod 97-10 finds every single error).
        let at = 4 + usize::try_from(number % 23).unwrap();
        let other = if whole.as_bytes()[at] == b'9' { "0".to_owned() } else { (whole.as_bytes()[at] - b'0' + 1).to_string() };
        let mut mistyped = whole.clone();
        mistyped.replace_range(at..=at, &other);
        prop_assert_eq!(fault(&mistyped), Some(BankFault::IbanCheckDigits));
    }
}

fn with_account() -> (TestShop, i64) {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    shop.shop().save_bank_account(&account(laura, 0, Some(IBAN))).unwrap();
    (shop, laura)
}

#[test]
fn an_account_is_shown_masked_and_whole_only_to_whoever_asks_by_name() {
    let (mut shop, laura) = with_account();
    let panel = shop.shop().bank_account(laura).unwrap();
    let shown = panel.account.unwrap();
    assert_eq!((shown.iban.as_str(), shown.bic.as_str()), ("FR76 •••• •••• 0189", "DEMOFRPP"));
    assert_eq!(panel.balance, None, "the file knows no invoices");
    assert_eq!(
        changes(&mut shop, laura),
        [
            "bank_bic: ∅ → DEMOFRPP",
            "bank_holder: ∅ → Laura DUPONT",
            "bank_iban: ∅ → FR76 •••• •••• 0189",
            "mandate_on: ∅ → 2026-09-18",
            "mandate_reference: ∅ → ECRIN-1"
        ]
    );
    assert_eq!(shop.shop().reveal_bank_account(laura).unwrap().value.iban, IBAN);
    let entry = newest(&mut shop, laura);
    assert_eq!(
        (entry.operation, entry.changes.len()),
        (Operation::RevealBankAccount, 0),
        "whoever looked is written down"
    );
}

#[test]
fn what_is_not_typed_again_stays_and_two_accounts_alike_under_their_masks_are_two() {
    let (mut shop, laura) = with_account();
    let before = newest(&mut shop, laura).id;
    shop.shop().save_bank_account(&account(laura, 1, None)).unwrap();
    assert_eq!(newest(&mut shop, laura).id, before, "saving what has not changed writes nothing");
    // The same check digits and end: 97 is what the digits are told by.
    let other = "FR7630006000011234567890189".to_owned();
    let alike = (1..200_u64)
        .map(|more| format!("FR76{}0189", 3_000_600_001_123_456_789_u64 + 97 * more))
        .find(|typed| typed != &other && Iban::read(typed).is_ok())
        .unwrap();
    shop.shop().save_bank_account(&account(laura, 1, Some(&alike))).unwrap();
    assert_eq!(changes(&mut shop, laura), ["bank_iban: FR76 •••• •••• 0189 → FR76 •••• •••• 0189"]);
    assert!(matches!(shop.shop().save_bank_account(&account(laura, 1, None)), Err(Error::LabelChanged)));
    shop.shop().remove_bank_account(laura, 2).unwrap();
    assert!(shop.shop().bank_account(laura).unwrap().account.is_none());
    assert!(matches!(shop.shop().reveal_bank_account(laura), Err(Error::LabelNotFound)));
}

#[test]
fn an_account_that_cannot_be_is_refused_whole() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let good = account(laura, 0, Some(IBAN));
    for (typed, expected) in [
        (account(laura, 0, None), BankFault::IbanMissing),
        (ecrin_core::labels::SaveBankAccount { bic: "DEMO".into(), ..good.clone() }, BankFault::BicForm),
        (ecrin_core::labels::SaveBankAccount { mandate_on: None, ..good.clone() }, BankFault::MandateIncomplete),
        (
            ecrin_core::labels::SaveBankAccount { mandate_reference: "Été//1".into(), ..good.clone() },
            BankFault::MandateForm,
        ),
    ] {
        let refused = shop.shop().save_bank_account(&typed);
        assert!(matches!(refused, Err(Error::BankAccountInvalid(fault)) if fault == expected), "{expected:?}");
    }
    assert_eq!(format!("{good:?}"), "SaveBankAccount", "what is typed gets into no log");
    assert!(shop.shop().bank_account(laura).unwrap().account.is_none());
}

#[test]
fn no_search_list_or_journal_ever_holds_a_whole_iban() {
    use ecrin_core::lists::ListField;
    let (mut shop, laura) = with_account();
    for text in ["30006000011234567890189", "0189", "7890189"] {
        assert!(shop.found(text).is_empty(), "{text}");
    }
    assert!(ListField::ALL.iter().all(|field| !field.code().contains("iban")));
    let journal = format!("{:?}", shop.shop().journal(laura, None, 50).unwrap());
    assert!(!journal.contains("3000") && journal.contains("0189"), "{journal}");
    let faces = shop.shop().label_faces(laura, super::day("2026-11-24")).unwrap();
    assert_eq!((faces.bank.iban_end.as_deref(), faces.bank.mandate), (Some("0189"), true));
    assert!(!format!("{faces:?}").contains("3000"));
}
