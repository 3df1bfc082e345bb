//! Nobody who said no is in a list that serves to contact people, and nobody who may be contacted is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use ecrin_core::Error;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::contact::Reason;
use ecrin_core::documents::Language;
use ecrin_core::exports::{ExcludedOrder, ExportForm, withheld};
use ecrin_core::lists::ListField;
use ecrin_core::print::LabelSheet;

use super::{CSV, Office, everybody, fields, to_contact};
use ecrin_core::clients::ClientField as F;

const CLIENTS: i64 = 200;

/// Fictional clients and their answers, and a few odd ones.
fn shop() -> Office {
    let mut office = Office::new();
    office.shop.shop().add_fictional_clients(7, CLIENTS.unsigned_abs(), &mut |_| true).unwrap();
    office.shop.shop().set_restricted(5, true).unwrap();
    office
}

fn numbers(office: &Office, name: &str) -> BTreeSet<i64> {
    let number = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["number"].as_i64().unwrap();
    office.text(name).lines().skip(1).map(number).collect()
}

#[test]
fn an_export_holds_exactly_those_whom_the_gate_lets_through() {
    let mut office = shop();
    let mut kept_in_all = 0;
    for channel in Channel::ALL {
        for purpose in Purpose::ALL.into_iter().filter(|purpose| channel.serves(*purpose)) {
            let name = format!("{}-{}.jsonl", channel.code(), purpose.code());
            let mut query = to_contact(channel, purpose, &[ListField::Number]);
            query.include_inactive = true;
            let report = office.export(&name, ExportForm::Jsonl, query);
            let mut allowed = BTreeSet::new();
            let mut excluded: BTreeMap<_, u64> = BTreeMap::new();
            for client in 1..=CLIENTS {
                let verdict = office.shop.may_contact(client, channel, purpose);
                match verdict.reasons.first() {
                    None => {
                        allowed.insert(client);
                    }
                    Some(reason) => *excluded.entry(*reason).or_default() += 1,
                }
            }
            assert_eq!(numbers(&office, &name), allowed, "{name}");
            assert_eq!(report.kept, allowed.len() as u64);
            let counted: BTreeMap<_, u64> = report.excluded.iter().map(|one| (one.reason, one.clients)).collect();
            assert_eq!(counted, excluded, "{name}");
            kept_in_all += report.kept;
        }
    }
    assert!(kept_in_all > 0, "somebody must be allowed, or this shows nothing");
}

#[test]
fn those_left_out_are_written_apart_with_every_reason_and_registered_as_not_for_prospecting() {
    let mut office = shop();
    let query = to_contact(Channel::Sms, Purpose::Commercial, &fields([F::LastName]));
    let kept = office.export("sms.jsonl", ExportForm::Jsonl, query.clone());
    let order = ExcludedOrder {
        query: query.clone(),
        language: Language::French,
        purpose: "Contrôle".into(),
        recipient: String::new(),
        path: office.file("exclus.csv"),
    };
    let report = office.shop.shop().export_excluded(&order, &mut |_, _| {}, &AtomicBool::new(false)).unwrap().value;
    let left_out: u64 = kept.excluded.iter().map(|one| one.clients).sum();
    assert!(left_out > 0);
    assert_eq!((report.kept, &report.excluded), (left_out, &kept.excluded));
    let text = office.text("exclus.csv");
    let mut lines = text.lines();
    assert_eq!(
        lines.next().unwrap(),
        "N° client;Civilité;Nom;Prénom;Société;CP;Ville;Exclu parce que;Export Écrin : à ne pas utiliser pour la prospection"
    );
    assert_eq!(u64::try_from(lines.clone().count()).unwrap(), left_out);
    for line in lines {
        let number: i64 = line.split(';').next().unwrap().parse().unwrap();
        assert!(!office.shop.may_contact(number, Channel::Sms, Purpose::Commercial).allowed, "{line}");
    }
    let entry = &office.shop.shop().exports(None, 1, Language::French).unwrap().exports[0];
    assert_eq!((entry.contact, entry.kept), (None, i64::try_from(left_out).unwrap()));
    assert_eq!(entry.filter, "Exclus (SMS commerciaux)\u{a0}: Tous les clients, sans les fiches inactives");
    let order = ExcludedOrder { query: everybody(&query.columns), path: office.file("limites.csv"), ..order };
    let report = office.shop.shop().export_excluded(&order, &mut |_, _| {}, &AtomicBool::new(false)).unwrap().value;
    assert_eq!(report.kept, 1, "where nobody is judged, those whose data are restricted are left out all the same");
    assert!(office.text("limites.csv").lines().nth(1).unwrap().ends_with(";traitement limité;"));
    let entry = &office.shop.shop().exports(None, 1, Language::French).unwrap().exports[0];
    assert_eq!(entry.filter, "Traitement limité le rempli, sans les fiches inactives");
}

#[test]
fn whose_data_are_restricted_leaves_in_no_file() {
    let mut office = Office::with_two();
    office.shop.shop().set_restricted(2, true).unwrap();
    let labels = ExportForm::Labels { sheet: LabelSheet::ThreeByEight, start: 1 };
    for (name, form) in [("a.csv", CSV), ("b.vcf", ExportForm::Vcard), ("c.pdf", labels)] {
        let report = office.export(name, form, everybody(&fields([F::LastName])));
        let excluded: Vec<_> = report.excluded.iter().map(|one| (one.reason, one.clients)).collect();
        assert_eq!((report.kept, excluded), (1, vec![(Reason::Restricted, 1)]), "{name}");
    }
    assert!(!office.text("a.csv").contains("REY") && !office.text("b.vcf").contains("REY"));
    assert!(office.shop.shop().exports_of_client(2, Language::French).unwrap().exports.is_empty());
}

#[test]
fn labels_go_with_letters_and_whoever_has_no_address_gets_none() {
    let mut office = Office::with_two();
    office.shop.client("JOLY Luc, 63000 CLERMONT-FERRAND");
    office.shop.grant(1, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    let labels = |start| ExportForm::Labels { sheet: LabelSheet::TwoBySeven, start };
    for (channel, purpose) in [(Channel::Sms, Purpose::Commercial), (Channel::Mail, Purpose::Newsletter)] {
        let order = office.order("non.pdf", labels(1), to_contact(channel, purpose, &[ListField::Number]));
        assert!(matches!(office.try_export(&order), Err(Error::LabelsNotPostal)), "{channel:?}");
    }
    let beyond = office.order("non.pdf", labels(15), everybody(&[ListField::Number]));
    assert!(matches!(office.try_export(&beyond), Err(Error::LabelBeyondSheet(14))));
    assert!(office.files().is_empty());
    let report = office.export("tous.pdf", labels(1), everybody(&[ListField::Number]));
    let excluded: Vec<_> = report.excluded.iter().map(|one| (one.reason, one.clients)).collect();
    assert_eq!((report.kept, excluded), (2, vec![(Reason::NoAddress, 1)]));
    let entry = &office.shop.shop().exports(None, 1, Language::French).unwrap().exports[0];
    assert_eq!((entry.kept, entry.excluded), (2, 1));
    assert!(office.shop.shop().exports_of_client(3, Language::French).unwrap().exports.is_empty());
    assert_eq!(office.shop.shop().exports_of_client(1, Language::French).unwrap().exports.len(), 1);
}

#[test]
fn a_list_for_one_channel_holds_the_coordinates_of_no_other() {
    let mut office = Office::with_two();
    office.shop.grant(1, Channel::Sms, &[Purpose::Commercial], "Accord écrit");
    office.shop.grant(1, Channel::Mail, &[Purpose::Commercial], "Accord écrit");
    let columns = fields([F::LastName, F::Address1, F::Town, F::Email, F::Mobile]);
    for (channel, heads) in [(Channel::Sms, "Nom;Ville;Portable;"), (Channel::Mail, "Nom;Ville;Email;")] {
        let name = format!("{}.csv", channel.code());
        let query = to_contact(channel, Purpose::Commercial, &columns);
        assert_eq!(withheld(&query).len(), 2);
        office.export(&name, CSV, query);
        assert!(office.text(&name).starts_with(heads), "{}", office.text(&name));
    }
    office.export("sms.vcf", ExportForm::Vcard, to_contact(Channel::Sms, Purpose::Commercial, &columns));
    let card = office.text("sms.vcf");
    assert!(card.contains("TEL;") && !card.contains("EMAIL") && !card.contains("ADR"), "{card}");
    office.export("mail.vcf", ExportForm::Vcard, to_contact(Channel::Mail, Purpose::Commercial, &columns));
    let card = office.text("mail.vcf");
    assert!(card.contains("EMAIL:") && !card.contains("TEL") && !card.contains("USSEL"), "{card}");
    let all = office.export("tout.csv", CSV, everybody(&columns));
    assert!(office.text("tout.csv").starts_with("Nom;Adresse;Ville;Email;Portable;"), "{all:?}");
}
