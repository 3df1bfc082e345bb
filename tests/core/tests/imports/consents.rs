//! The consents of a file: decisions dated by the file, without proof, and never more than it says.

use std::path::Path;

use chrono::DateTime;
use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::{
    Answer, Channel, ConsentState, DecisionSource, HistoryColumn, HistoryRequest, HistoryRow, ModeLabel, NewDecision,
    Purpose, Target, UnprovenRequest,
};
use ecrin_core::imports::ImportReport;
use expect_test::expect;

use super::{Desk, notes, reasons, rejected, request};

const SAMPLE: &str = "civilite;nom;prenom;societe;adresse;cp;ville;pays;email;telephone;portable;origine;inactif;\
date_maj;sms_technique;sms_commercial;email_technique;email_commercial;postal;mode_accord
Mme;Lœuillet;Mélanie;;60 rue Carnot;44640;Le Pellerin;France;melanie@loeuillet.example;01 99 00 71 43;06 39 98 06 22;\
site internet;non;2018-07-18;oui;non;non;oui;non;courrier
M.;Salvare;Nicolas;;29 bis rue Carnot;69800;Saint-Priest;France;;01 99 00 18 69;06 39 98 30 05;site internet;non;\
2026-06-10;non;non;non;non;oui;mail
M.;Marchand;Noé;;14 allée des Œillets;56000;Vannes;France;marchand37@vannes.example;;06 39 98 52 67;site internet;oui;\
2026-06-16;oui;oui;oui;;oui;oral
M.;Joly;Pierre-Emmanuel;;160 lotissement du Moulin;06160;Antibes;France;;;06 39 98 30 78;site internet;non;\
2024-08-13;;;;;;
";

/// What a client's history says, newest first: « label | mode | detail | date ».
pub(super) fn history(desk: &mut Desk, number: ClientNumber) -> String {
    let lines = rows(desk, number).into_iter().map(|row| {
        let at = DateTime::from_timestamp_millis(row.at).unwrap().format("%d/%m/%Y %H:%M");
        format!("{} | {} | {} | {at}\n", row.label, row.mode, row.detail)
    });
    lines.collect()
}

fn rows(desk: &mut Desk, number: ClientNumber) -> Vec<HistoryRow> {
    let request = HistoryRequest { number, column: HistoryColumn::At, descending: true, offset: 0, limit: 100 };
    desk.shop.shop().history(&request).unwrap().rows
}

/// The answered questions of a client: « SMS-TECH granted ».
pub(super) fn states(desk: &mut Desk, number: ClientNumber) -> Vec<String> {
    let sheet = desk.shop.shop().consents(number).unwrap();
    let answered = sheet.indicators.into_iter().filter_map(|state| {
        let word = match state.state {
            ConsentState::Granted if state.unproven => "granted without proof",
            ConsentState::Granted => "granted",
            ConsentState::Refused => "refused",
            ConsentState::Withdrawn => "withdrawn",
            ConsentState::NeverAsked | ConsentState::GrantedByDefault => return None,
        };
        Some(format!("{} {word}", state.code))
    });
    answered.collect()
}

/// « granted / refused / not resubscribed ».
pub(super) fn counts(report: &ImportReport) -> String {
    let consents = report.consents;
    format!("{} / {} / {}", consents.granted, consents.refused, consents.not_resubscribed)
}

/// The chain, the states that follow from it and the rest of the file are as they should be.
pub(super) fn expect_sound(desk: &mut Desk) {
    let chain = desk.shop.shop().check_chain(None).unwrap();
    assert_eq!(chain.broken, None);
    assert_eq!(desk.shop.shop().verify().unwrap(), Vec::<String>::new());
}

pub(super) fn decide(desk: &mut Desk, number: ClientNumber, channel: Channel, purpose: Purpose, answer: Answer) {
    let decision = NewDecision::now(Target::Purposes(channel, vec![purpose]), answer);
    desk.shop.shop().decide(number, &decision).unwrap();
}

pub(super) fn granted() -> Answer {
    Answer::Granted { mode: ModeLabel::new("Écrit").unwrap(), wordings: Vec::new() }
}

#[test]
fn the_rows_of_a_file_become_decisions_dated_by_it() {
    let mut desk = Desk::new();
    let report = desk.import(SAMPLE);
    assert_eq!((report.imported, counts(&report)), (4, "7 / 7 / 0".to_owned()));
    expect![[r"
        Envoi de mails commerciaux | Accord par courrier |  | 18/07/2018 12:00
        Refus d'envoi de mails |  |  | 18/07/2018 12:00
        Envoi de SMS techniques | Accord par courrier |  | 18/07/2018 12:00
        Refus d'envoi de SMS |  |  | 18/07/2018 12:00
        Refus d'envoi de mailing postal |  |  | 18/07/2018 12:00
    "]]
    .assert_eq(&sorted_by_channel(&history(&mut desk, 1)));
    assert_eq!(
        states(&mut desk, 1),
        [
            "SMS-TECH granted without proof",
            "SMS-COM refused",
            "MAIL-TECH refused",
            "MAIL-COM granted without proof",
            "POSTAL refused"
        ]
    );
    assert_eq!(
        states(&mut desk, 3),
        [
            "SMS-TECH granted without proof",
            "SMS-COM granted without proof",
            "MAIL-TECH granted without proof",
            "POSTAL granted without proof"
        ]
    );
    let oral = rows(&mut desk, 3);
    assert_eq!(oral.len(), 3, "one decision a channel");
    for row in oral {
        assert_eq!((row.mode.as_str(), row.source, row.unproven), ("Accord oral", DecisionSource::Import, true));
        assert_eq!((row.wordings.len(), row.evidence.len(), row.operator.as_str()), (0, 0, "Comptoir"));
    }
    assert!(history(&mut desk, 3).contains("Envoi de SMS techniques & commerciaux | Accord oral"));
    assert_eq!(states(&mut desk, 4), Vec::<String>::new(), "an empty cell is no answer");
    let journal = desk.shop.shop().journal(1, None, 10).unwrap();
    assert_eq!(journal.entries.len(), 1, "the import is one entry");
    expect_sound(&mut desk);
}

/// Two lines of one channel stay in their order; channels are told one after the other.
fn sorted_by_channel(history: &str) -> String {
    let mut lines: Vec<&str> = history.lines().collect();
    let rank = |line: &str| match () {
        () if line.contains("mails") => 0,
        () if line.contains("SMS") => 1,
        () => 2,
    };
    lines.sort_by_key(|line| rank(line));
    lines.join("\n") + "\n"
}

#[test]
fn messy_spellings_are_read_and_what_is_unclear_is_rejected() {
    let mut desk = Desk::new();
    let report = desk.import(
        "Nom;SMS techniques;Accord SMS commercial;Mail commercial;Mailing postal;Téléphone commercial;Newsletter;Type d'accord;Date de l'accord\n\
         Rey;x;Opt-in;VRAI;1;accordé;abonné;Verbal;03/04/2020\n\
         Joly;0;refusé;STOP;désinscrit;Opt-out;faux;écrit;03/04/2020\n\
         Roux;-;accord écrit;oui (par mail);;non renseigné;?;;\n\
         Gaud;oui;;;;;;Bulletin de fidélité;\n\
         Vial;;peut-être;;;;;;\n\
         Bon;oui;;;;;;refusé;\n\
         Lac;oui;;;;;;;pas une date\n",
    );
    assert_eq!(
        (report.imported, reasons(&report)),
        (4, vec!["flag_unreadable ×2".to_owned(), "date_unreadable ×1".to_owned()])
    );
    assert_eq!(counts(&report), "9 / 6 / 0");
    let all = ["SMS-TECH", "SMS-COM", "MAIL-COM", "POSTAL", "TEL", "NEWS"];
    assert_eq!(states(&mut desk, 1), all.map(|code| format!("{code} granted without proof")));
    assert_eq!(states(&mut desk, 2), all.map(|code| format!("{code} refused")));
    assert!(rows(&mut desk, 1).iter().all(|row| row.mode == "Accord oral"));
    expect![[r"
        Envoi de mails commerciaux | Accord par mail |  | 22/11/2026 09:00
        Envoi de SMS commerciaux | Accord écrit |  | 22/11/2026 09:00
    "]]
    .assert_eq(&history(&mut desk, 3));
    assert_eq!(
        rows(&mut desk, 4)[0].mode,
        "Bulletin de fidélité",
        "words that the shop does not know stay as they are"
    );
    let text = rejected(&report);
    assert!(text.contains("Vial;;peut-être;;;;;;;6;Colonne « Accord SMS commercial » : ni oui ni non"), "{text}");
    assert!(text.contains("Bon;oui;;;;;;refusé;;7;Colonne « Type d'accord » : ni oui ni non"), "{text}");
    expect_sound(&mut desk);
}

#[test]
fn an_agreement_without_its_way_says_so_and_one_too_long_is_rejected() {
    let mut desk = Desk::new();
    let long = "à".repeat(81);
    let report = desk.import(format!(
        "nom;sms_commercial;mode_accord\nRey;oui;\nJoly;oui;inconnu\nRoux;oui;{long}\nGaud;non;{long}\n"
    ));
    assert_eq!((report.imported, reasons(&report)), (3, vec!["too_long ×1".to_owned()]));
    assert_eq!(rows(&mut desk, 1)[0].mode, "Accord non précisé");
    assert_eq!(rows(&mut desk, 2)[0].mode, "Accord non précisé");
    assert_eq!(rows(&mut desk, 3)[0].mode, "", "a refusal has no mode");
}

#[test]
fn a_column_of_refusals_grants_nothing() {
    let mut desk = Desk::new();
    let report = desk.import("nom;Stop SMS;Refus mailing\nRey;oui;non\nJoly;non;x\nRoux;STOP;\n");
    assert_eq!(counts(&report), "0 / 3 / 0");
    assert_eq!(notes(&report.notes), ["refusal_columns ×2: []"]);
    assert_eq!(states(&mut desk, 1), ["SMS-COM refused"]);
    assert_eq!(states(&mut desk, 2), ["POSTAL refused"]);
}

#[test]
fn nobody_answered_after_the_import() {
    let mut desk = Desk::new();
    let report = desk.import(
        "nom;sms_commercial;date_accord;date_maj\nRey;oui;2031-01-01;\nJoly;oui;;2031-01-01\nRoux;oui;22/11/2026;\n\
         Gaud;oui;05/02/2019;2024-01-01\nVial;oui;;2024-01-01\nBon;;05/02/2019;\n",
    );
    assert_eq!(notes(&report.notes), ["answer_in_future ×2: [2, 3]", "mode_without_agreement ×1: [7]"]);
    let days = (1..=5).map(|number| history(&mut desk, number).trim_end().rsplit(" | ").next().unwrap().to_owned());
    assert_eq!(
        days.collect::<Vec<_>>(),
        ["22/11/2026 09:00", "22/11/2026 09:00", "22/11/2026 09:00", "05/02/2019 12:00", "01/01/2024 12:00"]
    );
    expect_sound(&mut desk);
}

#[test]
fn a_question_that_the_shop_does_not_ask_is_left_out_and_told() {
    let mut desk = Desk::new();
    let setup = desk.shop.shop().consent_setup().unwrap();
    let removed = setup.indicators.iter().find(|setup| setup.indicator.code == "SMS-COM").unwrap().indicator.id;
    desk.shop.shop().remove_indicator(removed).unwrap();
    let report = desk.import("nom;sms_technique;sms_commercial\nRey;oui;oui\nJoly;;non\n");
    assert_eq!(counts(&report), "1 / 0 / 0");
    assert_eq!(notes(&report.notes), ["question_not_asked ×2: [2, 3]"]);
    expect_sound(&mut desk);
}

#[test]
fn a_dry_run_counts_the_same_and_a_failed_import_leaves_no_decision() {
    let mut desk = Desk::new();
    let body = format!(
        "{SAMPLE}M.;Joly;Luc;;;;;;;;06 39 98 06 22;;non;2024-08-13;non;oui;;;;oral\nM.;;;;;;;;;;;;;;oui;;;;;\n"
    );
    let path = desk.file("clients.csv", body);
    let mut request = request(&path).unwrap();
    request.dry_run = true;
    let dry = desk.run(&request).unwrap();
    assert_eq!(desk.shop.shop().check_chain(None).unwrap().decisions, 0);
    request.dry_run = false;
    request.rejects_path = Some(desk.folder.path().join("absent/rejets.csv").to_string_lossy().into_owned());
    desk.run(&request).unwrap_err();
    assert_eq!((desk.shop.shop().clients().unwrap(), desk.shop.shop().check_chain(None).unwrap().decisions), (0, 0));
    request.rejects_path = None;
    let wet = desk.run(&request).unwrap();
    assert_eq!((dry.consents, dry.notes), (wet.consents, wet.notes.clone()));
    assert_eq!(counts(&wet), "6 / 8 / 2", "« non » on the same mobile overrules, in both directions");
    assert_eq!(notes(&wet.notes), ["not_resubscribed ×2: [2, 6]"]);
    expect_sound(&mut desk);
}

#[test]
fn rejected_rows_keep_their_consents_and_bring_them_in_when_corrected() {
    let mut desk = Desk::new();
    let first = desk.import("nom;email;sms_commercial;mode_accord\nRey;n/a;oui;oral\n");
    assert_eq!((counts(&first), rejected(&first)), (
        "0 / 0 / 0".to_owned(),
        "nom;email;sms_commercial;mode_accord;Ligne;Motif\nRey;n/a;oui;oral;2;Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.\n".to_owned()
    ));
    let corrected = rejected(&first).replace("n/a", "");
    let path = desk.file("corrigé.csv", corrected);
    assert_eq!(counts(&desk.import_path(&path)), "1 / 0 / 0");
    assert_eq!(history(&mut desk, 1), "Envoi de SMS commerciaux | Accord oral |  | 22/11/2026 09:00\n");
}

#[test]
fn those_to_be_asked_again_are_listed_until_they_answer() {
    let mut desk = Desk::new();
    desk.import(SAMPLE);
    let asked_again =
        |desk: &mut Desk, after, limit| desk.shop.shop().unproven(UnprovenRequest { after, limit }).unwrap();
    let first = asked_again(&mut desk, None, 2);
    assert_eq!((first.total, first.next), (3, Some(2)));
    let numbers: Vec<_> =
        first.rows.iter().map(|client| (client.number, client.inactive, client.consents.len())).collect();
    assert_eq!(numbers, [(1, false, 2), (2, false, 1)]);
    let consent = &first.rows[1].consents[0];
    assert_eq!(
        (consent.name.as_str(), consent.channel, consent.mode.as_str(), consent.file_name.as_str()),
        ("Envoi de mailing postal", Channel::Postal, "Accord par mail", "clients.csv")
    );
    let last = asked_again(&mut desk, first.next, 2);
    assert_eq!((last.rows.len(), last.rows[0].number, last.rows[0].inactive, last.next), (1, 3, true, None));

    decide(&mut desk, 2, Channel::Postal, Purpose::Commercial, granted());
    assert_eq!(asked_again(&mut desk, None, 10).total, 2, "asked again, and they agreed");
    decide(&mut desk, 1, Channel::Sms, Purpose::Technical, Answer::Withdrawn);
    assert_eq!(asked_again(&mut desk, None, 10).rows[0].consents.len(), 1);
    decide(&mut desk, 1, Channel::Mail, Purpose::Commercial, Answer::Withdrawn);
    let left = asked_again(&mut desk, None, 10);
    assert_eq!((left.total, left.rows.len(), left.rows[0].number), (1, 1, 3));
    desk.import("nom;newsletter\nRey;oui\n");
    assert_eq!(asked_again(&mut desk, None, 10).total, 2);
}

fn records(table: &[u8]) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new().delimiter(b';').from_reader(table).records().map(Result::unwrap).collect()
}

/// The cells of the committed table are added up here by other means.
#[test]
fn every_yes_of_a_whole_table_is_granted_or_told() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/clients-2000.csv");
    let mut desk = Desk::new();
    let report = desk.import(std::fs::read(&table).unwrap());
    let out = rejected(&report);
    let lines: Vec<u64> = records(out.as_bytes())
        .iter()
        .map(|record| record[20].parse().expect("« Ligne » is after the cells"))
        .collect();
    assert_eq!(lines.len() as u64, report.rejected);
    let mut records = records(&std::fs::read(&table).unwrap());
    let mut line = 1;
    records.retain(|_| {
        line += 1;
        !lines.contains(&line)
    });
    let said = |word: &str| -> Vec<usize> {
        (14..19).map(|column| records.iter().filter(|record| &record[column] == word).count()).collect()
    };
    let codes = ["SMS-TECH", "SMS-COM", "MAIL-TECH", "MAIL-COM", "POSTAL"];
    let mut granted = [0; 5];
    let mut refused = [0; 5];
    for number in 1..=i64::try_from(records.len()).unwrap() {
        for state in states(&mut desk, number) {
            let (code, state) = state.split_once(' ').unwrap();
            let at = codes.iter().position(|known| *known == code).unwrap();
            if state == "refused" { refused[at] += 1 } else { granted[at] += 1 }
        }
    }
    let turned: Vec<usize> = said("oui").iter().zip(&granted).map(|(said, granted)| said - granted).collect();
    let refused_too: Vec<usize> = refused.iter().zip(said("non")).map(|(refused, said)| refused - said).collect();
    assert_eq!(turned, refused_too, "a yes that is not granted is a no");
    let sum = |counts: &[usize]| counts.iter().sum::<usize>() as u64;
    assert_eq!(sum(&granted), report.consents.granted);
    assert_eq!(sum(&said("non")), report.consents.refused);
    assert_eq!(sum(&turned), report.consents.not_resubscribed);
    expect_sound(&mut desk);
}
