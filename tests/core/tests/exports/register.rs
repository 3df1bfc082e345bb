//! The register: every export once, whole, and who was in it; and nothing of what did not come about.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use ecrin_core::Error;
use ecrin_core::clients::ClientField as F;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::documents::{HistoryFormat, Language};
use ecrin_core::exports::{ExportForm, ExportFormat};
use ecrin_core::lists::{Condition, ListField, Operator};
use sha2::{Digest, Sha256};

use super::{CSV, Office, everybody, fields, to_contact};

#[test]
fn an_export_is_registered_with_all_that_it_was() {
    let mut office = Office::with_two();
    let mut query = everybody(&fields([F::LastName, F::Town]));
    query.include_inactive = true;
    let mut order = office.order("clients.csv", CSV, query.clone());
    order.recipient = "  Imprimerie Vaurelle\n".into();
    let report = office.try_export(&order).unwrap();
    let page = office.shop.shop().exports(None, 10, Language::French).unwrap();
    assert_eq!((page.total, page.next, page.exports.len()), (1, None, 1));
    let entry = &page.exports[0];
    assert_eq!((entry.id, entry.at), (report.export, 1_795_518_000_000));
    assert_eq!((entry.purpose.as_str(), entry.recipient.as_str()), ("Vœux de fin d’année", "Imprimerie Vaurelle"));
    assert_eq!((entry.format, entry.file_name.as_str()), (ExportFormat::Csv, "clients.csv"));
    assert_eq!((entry.kept, entry.excluded, entry.contact), (2, 0, None));
    assert_eq!(entry.query.as_ref(), Some(&query));
    assert_eq!(entry.filter, "Tous les clients, fiches inactives comprises");
    assert_eq!(entry.columns, ["Nom", "Ville"]);
    assert_eq!((entry.sha256.as_str(), entry.sha256.len()), (report.sha256.as_str(), 64));
    let digest = Sha256::digest(office.read("clients.csv")).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    assert_eq!(entry.sha256, digest, "of the very file");
    assert_eq!(office.files(), ["clients.csv"], "and nothing beside it");
}

#[test]
fn the_register_is_read_page_by_page_and_written_as_a_table_and_on_paper() {
    let mut office = Office::with_two();
    for number in 1..=5 {
        office.export(&format!("{number}.jsonl"), ExportForm::Jsonl, everybody(&fields([F::LastName])));
    }
    let first = office.shop.shop().exports(None, 2, Language::English).unwrap();
    let names: Vec<&str> = first.exports.iter().map(|entry| entry.file_name.as_str()).collect();
    assert_eq!((names.as_slice(), first.next, first.total), (["5.jsonl", "4.jsonl"].as_slice(), Some(4), 5));
    let last = office.shop.shop().exports(Some(2), 2, Language::English).unwrap();
    assert_eq!((last.exports.len(), last.next), (1, None));
    let register = office.shop.shop().export_register(Language::French).unwrap();
    let csv = String::from_utf8(register.file(HistoryFormat::Csv, Language::French).unwrap()).unwrap();
    assert_eq!(csv.lines().count(), 6);
    assert!(csv.lines().nth(1).unwrap().contains(&first.exports[0].sha256));
    assert!(register.file(HistoryFormat::Pdf, Language::French).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_person_is_told_which_exports_hold_them_and_a_withdrawal_which_to_clean() {
    let mut office = Office::with_two();
    office.shop.grant(1, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    office.shop.grant(1, Channel::Mail, &[Purpose::Commercial], "Accord écrit");
    let by_sms = to_contact(Channel::Sms, Purpose::Commercial, &fields([F::LastName]));
    let by_mail = to_contact(Channel::Mail, Purpose::Commercial, &fields([F::LastName]));
    let sms = office.export("sms.csv", CSV, by_sms).export;
    let mail = office.export("mail.csv", CSV, by_mail).export;
    let all = office.export("tous.csv", CSV, everybody(&fields([F::LastName]))).export;
    let of = |office: &mut Office, client| {
        let found = office.shop.shop().exports_of_client(client, Language::French).unwrap();
        (found.exports.iter().map(|entry| entry.id).collect::<Vec<_>>(), found.to_clean)
    };
    assert_eq!(of(&mut office, 1), (vec![all, mail, sms], vec![]));
    assert_eq!(of(&mut office, 2), (vec![all], vec![]), "she never agreed to anything");
    office.shop.later_minutes(1).withdraw(1, Channel::Sms);
    assert_eq!(of(&mut office, 1).1, [sms]);
    office.shop.later_minutes(1).grant(1, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    assert!(of(&mut office, 1).1.is_empty(), "a later yes makes the copies good again");
    office.shop.shop().set_restricted(1, true).unwrap();
    assert_eq!(of(&mut office, 1).1, [all, mail, sms], "restricted data are not to be used by anybody");
    assert!(matches!(office.shop.shop().exports_of_client(9, Language::French), Err(Error::ClientNotFound(9))));
}

#[test]
fn a_file_that_served_no_contact_is_to_be_cleaned_once_a_later_no_concerns_what_it_holds() {
    let mut office = Office::with_two();
    office.shop.withdraw(2, Channel::Mail);
    let names = office.export("noms.csv", CSV, everybody(&fields([F::LastName]))).export;
    let mails = office.export("mails.csv", CSV, everybody(&fields([F::LastName, F::Email]))).export;
    let cards = office.export("cartes.vcf", ExportForm::Vcard, everybody(&fields([F::LastName]))).export;
    let to_clean =
        |office: &mut Office, client| office.shop.shop().exports_of_client(client, Language::French).unwrap().to_clean;
    assert!(to_clean(&mut office, 2).is_empty(), "that they had said no before is no news");
    office.shop.later_minutes(1).withdraw(1, Channel::Sms);
    assert_eq!(to_clean(&mut office, 1), [cards], "no other holds numbers");
    office.shop.later_minutes(1).withdraw(1, Channel::Mail);
    assert_eq!(to_clean(&mut office, 1), [cards, mails]);
    office.shop.later_minutes(1).shop().set_restricted(2, true).unwrap();
    assert_eq!(to_clean(&mut office, 2), [cards, mails, names]);
}

#[test]
fn an_export_without_a_purpose_is_refused() {
    let mut office = Office::with_two();
    for purpose in ["", "  ", "\u{200b}\n"] {
        let mut order = office.order("clients.csv", CSV, everybody(&fields([F::LastName])));
        order.purpose = purpose.into();
        assert!(matches!(office.try_export(&order), Err(Error::ExportPurposeMissing)), "{purpose:?}");
    }
    assert!(office.files().is_empty());
    assert_eq!(office.shop.shop().exports(None, 10, Language::French).unwrap().total, 0);
}

#[test]
fn a_stopped_export_leaves_neither_file_nor_entry() {
    let mut office = Office::new();
    office.shop.shop().add_fictional_clients(7, 3000, &mut |_| true).unwrap();
    for (name, form) in
        [("a.csv", CSV), ("b.xlsx", ExportForm::Xlsx), ("c.pdf", ExportForm::Pdf), ("d.vcf", ExportForm::Vcard)]
    {
        let order = office.order(name, form, everybody(&fields([F::LastName, F::Email])));
        let stop = AtomicBool::new(false);
        let mut told = 0;
        let mut progress = |_: u64, total: u64| {
            told += 1;
            assert!(total > 0);
            stop.store(true, Ordering::Relaxed);
        };
        let refused = office.shop.shop().export(&order, &mut progress, &stop);
        assert!(matches!(refused, Err(Error::ExportCancelled)), "{name}");
        assert!(told > 0);
    }
    assert!(office.files().is_empty(), "{:?}", office.files());
    assert_eq!(office.shop.shop().exports(None, 10, Language::French).unwrap().total, 0);
}

#[test]
fn no_file_is_ever_overwritten_and_an_unfinished_one_is_left_alone() {
    let mut office = Office::with_two();
    std::fs::write(office.file("clients.csv"), "ancien").unwrap();
    let order = office.order("clients.csv", CSV, everybody(&fields([F::LastName])));
    assert!(matches!(office.try_export(&order), Err(Error::FileExists)));
    assert_eq!(office.text("clients.csv"), "ancien");
    std::fs::write(office.file("neuf.csv.partiel"), "d’un autre").unwrap();
    office.export("neuf.csv", CSV, everybody(&fields([F::LastName])));
    assert_eq!(office.text("neuf.csv.partiel"), "d’un autre");
    let absent = office.order("absent/clients.csv", CSV, everybody(&fields([F::LastName])));
    assert!(matches!(office.try_export(&absent), Err(Error::FileMissing)));
    assert_eq!(office.files(), ["clients.csv", "neuf.csv", "neuf.csv.partiel"]);
    assert_eq!(office.shop.shop().exports(None, 10, Language::French).unwrap().total, 1);
}

#[test]
fn a_filter_is_said_in_words() {
    let mut office = Office::with_two();
    let sms = office.shop.shop().consents(1).unwrap().indicators.into_iter().find(|one| one.code == "SMS-COM").unwrap();
    let condition = |field, operator, values: &[&str]| Condition {
        field,
        operator,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let mut query = everybody(&[ListField::Consent(sms.indicator), ListField::ConsentDate(sms.indicator)]);
    query.conditions = vec![
        condition(ListField::Record(F::Town), Operator::Is, &["USSEL"]),
        condition(ListField::Record(F::Email), Operator::Filled, &[]),
        condition(ListField::CreatedAt, Operator::Between, &["2016-01-31", "2018-12-31"]),
        condition(ListField::Consent(sms.indicator), Operator::Is, &["refused"]),
    ];
    office.export("clients.jsonl", ExportForm::Jsonl, query);
    let page = office.shop.shop().exports(None, 1, Language::French).unwrap();
    assert_eq!(
        page.exports[0].filter,
        format!(
            "Ville est «\u{a0}USSEL\u{a0}» et Email rempli et Créée le 31/01/2016 à 31/12/2018 et {} est Refusé, sans les fiches inactives",
            sms.name
        )
    );
    assert_eq!(page.exports[0].columns, [sms.name.clone(), format!("Date de l'accord : {}", sms.name)]);
}
