//! The ten labels of a record.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod addresses;
mod bank;
mod codes;
mod desk;
mod gone;
mod rows;

use chrono::NaiveDate;
use ecrin_core::clients::ClientNumber;
use ecrin_core::journal::JournalEntry;
use ecrin_core::labels::{
    ClientNote, Incident, IncidentKind, NotesRequest, Period, PostalAddress, SaveBankAccount, SaveCarriage,
    SaveDeliveryAddress, SaveFollowUp, SaveIncident, SaveManagerNote, SaveNote, SetClientCodes,
};
use ecrin_core_tests::TestShop;

/// The account of documentation.
const IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

fn shop() -> TestShop {
    TestShop::at("2026-11-24T11:00")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn account(number: ClientNumber, revision: i64, iban: Option<&str>) -> SaveBankAccount {
    SaveBankAccount {
        number,
        revision,
        holder: "Laura DUPONT".into(),
        iban: iban.map(str::to_owned),
        bic: "demofrpp".into(),
        mandate_reference: "ECRIN-1".into(),
        mandate_on: Some(day("2026-09-18")),
    }
}

fn incident(number: ClientNumber, note: &str) -> SaveIncident {
    let (kind, on, note) = (IncidentKind::Complaint, day("2026-11-20"), note.to_owned());
    SaveIncident { number, id: None, revision: 0, kind, on, note, closed_on: None }
}

/// What was read, to be saved with something else in it.
fn again(number: ClientNumber, read: &Incident) -> SaveIncident {
    SaveIncident {
        number,
        id: Some(read.id),
        revision: read.revision,
        kind: read.kind,
        on: read.on,
        note: read.note.clone(),
        closed_on: read.closed_on,
    }
}

fn follow_up(number: ClientNumber, what: &str, due_on: &str) -> SaveFollowUp {
    SaveFollowUp { number, id: None, revision: 0, what: what.into(), due_on: day(due_on), done_on: None }
}

fn carriage(number: ClientNumber, revision: i64, round: &str) -> SaveCarriage {
    SaveCarriage {
        number,
        revision,
        mode: Some(ecrin_core::labels::CarriageMode::Carried),
        round: round.into(),
        rank: Some(12),
        depositary: "Dépôt de la gare".into(),
        instruction: String::new(),
    }
}

fn address(number: ClientNumber, town: &str, from: Option<&str>, until: Option<&str>) -> SaveDeliveryAddress {
    let address =
        PostalAddress { town: town.into(), address_1: "2 place de la Fontaine".into(), ..PostalAddress::default() };
    let period = Period { from: from.map(day), until: until.map(day) };
    SaveDeliveryAddress { number, id: None, revision: 0, address, period }
}

fn note(number: ClientNumber, text: &str) -> SaveNote {
    SaveNote { number, id: None, revision: 0, text: text.into() }
}

fn manager_note(number: ClientNumber, revision: i64, text: &str) -> SaveManagerNote {
    SaveManagerNote { number, revision, text: text.into() }
}

/// Gives a client codes by their names, creating those that lack.
fn give(shop: &mut TestShop, number: ClientNumber, names: &[&str]) {
    let mut codes = Vec::new();
    for name in names {
        let known = shop.shop().selection_codes().unwrap().into_iter().find(|code| code.name == *name);
        codes.push(known.map_or_else(|| shop.shop().create_selection_code(name).unwrap().value, |code| code.id));
    }
    shop.shop().set_client_codes(&SetClientCodes { number, codes }).unwrap();
}

fn names(shop: &mut TestShop, number: ClientNumber) -> Vec<String> {
    shop.shop().client_codes(number).unwrap().codes.into_iter().map(|code| code.name).collect()
}

fn notes(shop: &mut TestShop, number: ClientNumber) -> Vec<ClientNote> {
    shop.shop().client_notes(&NotesRequest { number, before: None, limit: 200 }).unwrap().notes
}

/// One of everything.
fn everything(shop: &mut TestShop, number: ClientNumber, mark: &str) {
    give(shop, number, &[mark]);
    let shop = shop.shop();
    shop.save_bank_account(&account(number, 0, Some(IBAN))).unwrap();
    shop.save_incident(&incident(number, &format!("{mark} cassé"))).unwrap();
    shop.save_follow_up(&follow_up(number, &format!("{mark} à rappeler"), "2026-11-30")).unwrap();
    shop.save_carriage(&carriage(number, 0, mark)).unwrap();
    shop.save_delivery_address(&address(number, mark, None, None)).unwrap();
    shop.save_note(&note(number, &format!("{mark} au téléphone"))).unwrap();
    shop.save_manager_note(&manager_note(number, 0, &format!("{mark} fidèle"))).unwrap();
}

/// The newest entry of a record's journal.
fn newest(shop: &mut TestShop, number: ClientNumber) -> JournalEntry {
    shop.shop().journal(number, None, 1).unwrap().entries.remove(0)
}

/// Its changes: « field: old → new ».
fn changes(shop: &mut TestShop, number: ClientNumber) -> Vec<String> {
    let said = |text: &str| if text.is_empty() { "∅".to_owned() } else { text.to_owned() };
    newest(shop, number)
        .changes
        .iter()
        .map(|change| format!("{}: {} → {}", change.field, said(&change.old), said(&change.new)))
        .collect()
}
