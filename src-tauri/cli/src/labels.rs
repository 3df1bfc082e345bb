//! The labels of a client's record: a line each for people, faces and panels for programs. The IBAN is masked.

use chrono::{Local, NaiveDate};
use ecrin_core::documents::{carriage_mode, incident_kind};
use ecrin_core::labels::{LabelFaces, NotesRequest};
use ecrin_core::windows::delivery_state;
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file};

pub(crate) fn show(arguments: &Arguments, language: Language, number: i64) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    let today = Local::now().date_naive();
    let faces = shop.label_faces(number, today)?;
    if !arguments.json {
        return Ok(answer::table(&lines(language, &faces))?);
    }
    answer::json(&json!({
        "number": number,
        "faces": faces,
        "codes": shop.client_codes(number)?.codes,
        "bank": shop.bank_account(number)?,
        "incidents": shop.incidents(number)?,
        "follow_ups": shop.follow_ups(number)?,
        "carriage": shop.carriage(number)?.carriage,
        "addresses": shop.delivery_addresses(number, today)?,
        "management": shop.client_management(number)?,
        "notes": shop.client_notes(&NotesRequest { number, before: None, limit: 200 })?,
    }))?;
    Ok(())
}

fn lines(language: Language, faces: &LabelFaces) -> Vec<[String; 2]> {
    let documents = language.of_documents();
    let none = || language.pick("aucun", "none").to_owned();
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    let open = |count: i64| format!("{count} {}", language.pick("en cours", "open"));
    let bank = faces
        .bank
        .iban_end
        .as_ref()
        .map(|end| format!("{} ·· {end}", if faces.bank.mandate { "SEPA" } else { "IBAN" }));
    let incident = faces.incidents.kind.map(|kind| {
        format!("{}, {} {}", open(faces.incidents.open), incident_kind(kind, documents), day(faces.incidents.on))
    });
    let to_do = (faces.follow_ups.open > 0).then(|| {
        let what = format!("{} {}", faces.follow_ups.what, day(faces.follow_ups.due_on));
        format!("{} {}, {what}", faces.follow_ups.open, language.pick("à faire", "to do"))
    });
    let carriage = faces
        .carriage
        .as_ref()
        .map(|carriage| format!("{} {}", carriage_mode(carriage.mode, documents), carriage.round).trim().to_owned());
    let delivery =
        faces.delivery.as_ref().map(|last| format!("{} {}", day(Some(last.on)), delivery_state(last.state, documents)));
    let management = format!(
        "{} {} {}",
        language.pick("depuis le", "since"),
        day(Some(faces.management.since)),
        faces.management.note
    );
    let notes = (faces.notes.count > 0).then(|| format!("{}, {}", faces.notes.count, faces.notes.text));
    let consents = format!(
        "{} {}, {} {}",
        faces.consents.granted,
        language.pick("accords", "agreements"),
        faces.consents.sealed,
        language.pick("décisions scellées", "sealed decisions")
    );
    let codes = (faces.codes.count > 0).then(|| faces.codes.first.join(", "));
    let addresses =
        (faces.addresses.count > 0).then(|| format!("{}, {}", faces.addresses.count, faces.addresses.towns.join(", ")));
    [
        (language.pick("Codes de sélection", "Selection codes"), codes),
        (language.pick("Informations bancaires", "Bank details"), bank),
        (language.pick("Incidents", "Incidents"), incident),
        (language.pick("Actions", "Follow-ups"), to_do),
        (language.pick("Infos portage", "Carriage"), carriage),
        (language.pick("Adresses de livraison", "Delivery addresses"), addresses),
        (language.pick("Historique de livraison", "Deliveries"), delivery),
        (language.pick("Gestion clients", "Management"), Some(management)),
        ("CRM", notes),
        (language.pick("RGPD", "GDPR"), Some(consents)),
    ]
    .map(|(label, value)| [label.to_owned(), value.unwrap_or_else(none)])
    .to_vec()
}
