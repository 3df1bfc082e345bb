//! Nobody who said no is in a list that serves to contact people, and nobody who may be contacted is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use ecrin_core::Error;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::documents::Language;
use ecrin_core::exports::{ExcludedOrder, ExportForm};
use ecrin_core::lists::ListField;

use super::{Office, everybody, fields, to_contact};
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
    let nobody = ExcludedOrder { query: everybody(&query.columns), path: office.file("personne.csv"), ..order };
    let refused = office.shop.shop().export_excluded(&nobody, &mut |_, _| {}, &AtomicBool::new(false));
    assert!(matches!(refused, Err(Error::BadRequest(_))), "nobody is left out of such a list");
}
