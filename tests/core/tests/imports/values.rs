//! What the cells say, and what becomes of it.

use std::fmt::Write as _;

use ecrin_core::clients::ContactType;
use expect_test::expect;

use super::{Desk, notes, reasons, rejected};

/// A file as a shop's old program writes it: Windows-1252, CRLF, odd phones, spaces, guillemets and quoted separators.
fn shop_file(rows: usize) -> Vec<u8> {
    let names = ["Lœuillet", "L'Hermitte", "Le Goff", "Saint-Émilion", "d'Ormesson", "Müller"];
    let firsts = ["Mélanie", "Noël", "Anaïs", "Pierre-Emmanuel", "Zoé ", "François"];
    let phones = [
        "06 39 98 12 34",
        "06.39.98.12.35",
        "0639981236",
        "+33 6 39 98 12 37",
        "(+33) 06.39.98.12.38",
        "0033639981239",
        "06 39 98 12 40 (bureau)",
        "poste 12",
        "",
    ];
    let mut text = String::from(
        "civilite;nom;prenom;societe;adresse;cp;ville;pays;email;telephone;portable;origine;inactif;date_maj;sms_technique;email_commercial;mode_accord\r\n",
    );
    for row in 0..rows {
        let (last, first) = (names[row % 6], firsts[row % 6]);
        let (civility, last, first, company) = match row % 40 {
            7 => ("", "", "", "\"« Bijouterie Noël »; Carats & Co\""),
            8 => ("M.", last, first, "EURL Imprimerie Moulin"),
            9 => ("Mme", "", "", ""),
            _ => (if row % 2 == 0 { "Mme" } else { "M." }, last, first, ""),
        };
        let email = match row % 50 {
            11 => "n/a".to_owned(),
            12 => "neant @ orange.example".to_owned(),
            row if row % 3 == 0 => String::new(),
            _ => format!("client{row}@orange.example"),
        };
        let postcode = if row % 30 == 4 { "1000".to_owned() } else { format!("{:05}", 1000 + row * 7 % 97_000) };
        let inactive = if row % 20 == 3 { "oui" } else { "non" };
        let phone = phones[row % phones.len()];
        let _ = write!(
            text,
            "{civility};{last};{first};{company};{row} bis, rue de l'Église;{postcode};Évry;France;{email};;{phone};bouche à oreille;{inactive};20{:02}-0{}-1{};oui;non;écrit\r\n",
            row % 26,
            row % 9 + 1,
            row % 9
        );
    }
    encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()
}

#[test]
fn a_real_looking_file_comes_in_with_every_row_accounted_for() {
    let mut desk = Desk::new();
    let content = shop_file(2000);
    let preview = desk.preview(&content).unwrap();
    assert_eq!(
        (preview.encoding.as_deref(), preview.separator.as_deref(), preview.rows),
        (Some("windows-1252"), Some(";"), 2000)
    );
    let fields: Vec<_> =
        preview.columns.iter().map(|column| column.field.map_or("—", |field| field.header())).collect();
    assert_eq!(
        fields.join(" "),
        "Civilité Nom Prénom Société Adresse CP Ville Pays Email Téléphone Portable Origines Inactif Date MAJ \
         SMS techniques Mails commerciaux Type d'accord"
    );
    let report = desk.import(&content);
    assert_eq!((report.rows, report.imported, report.rejected), (2000, 1870, 130));
    assert_eq!(reasons(&report), ["email_malformed ×80", "no_name ×50"]);
    let counts: Vec<_> = report.notes.iter().map(|note| format!("{} ×{}", note.code, note.count)).collect();
    assert_eq!(counts, ["trimmed ×320", "phone_unreadable ×416", "postcode_unusual ×67"]);
    assert_eq!((report.consents.granted, report.consents.refused, report.consents.not_resubscribed), (1870, 1870, 0));
    let clients = desk.clients();
    assert_eq!(clients.len(), 1870);
    let first = &clients[0];
    assert_eq!((first.client.last_name.as_str(), first.client.mobile.as_str()), ("Lœuillet", "06 39 98 12 34"));
    let company = clients.iter().find(|record| record.client.last_name.is_empty()).unwrap();
    assert_eq!(
        (company.client.company.as_str(), company.client.professional),
        ("« Bijouterie Noël »; Carats & Co", true)
    );
    let employee = clients.iter().find(|record| record.client.company.starts_with("EURL")).unwrap();
    assert!(!employee.client.professional, "a person with a company is what the file says: nothing");
    assert!(
        clients
            .iter()
            .all(|record| record.imported.as_ref().is_some_and(|imported| imported.file_name == "clients.csv"))
    );
    assert_eq!(clients.iter().filter(|record| record.inactive.is_some()).count(), 100);
}

#[test]
fn phones_are_kept_whatever_they_are() {
    let mut desk = Desk::new();
    let report = desk.import("nom;tel;portable\nA;01.99.00.12.34;0033639981234\nB;demander Léa;+33 6 39 98 12 34\n");
    let phones: Vec<_> = desk
        .clients()
        .into_iter()
        .map(|record| (record.client.phone, record.client.mobile, record.phone_readable))
        .collect();
    assert_eq!(
        phones,
        [
            ("01 99 00 12 34".into(), "06 39 98 12 34".into(), true),
            ("demander Léa".into(), "06 39 98 12 34".into(), false)
        ]
    );
    assert_eq!(notes(&report.notes), ["phone_unreadable ×1: [3]"]);
    assert_eq!(report.duplicates_suspected, 1);
}

#[test]
fn dates_flags_and_types() {
    let mut desk = Desk::new();
    let report = desk.import(
        "nom;type;profil;inactif;motif;modifié le\n\
         A;Payé par;particulier;X;déménagé;18/07/2018\n\
         B;;Professionnel;non;;2018-07-18\n\
         C;tiers;;;;18/07/18\n\
         D;Prospect;pro;0;;43299\n",
    );
    assert_eq!(report.imported, 4);
    let clients = desk.clients();
    let kinds: Vec<_> = clients
        .iter()
        .map(|record| (record.client.r#type, record.client.professional, record.inactive.is_some()))
        .collect();
    assert_eq!(
        kinds,
        [
            (ContactType::PayePar, false, true),
            (ContactType::Client, true, false),
            (ContactType::Tiers, false, false),
            (ContactType::Prospect, true, false)
        ]
    );
    assert_eq!(clients[0].inactive.as_ref().unwrap().reason, "déménagé");
    // 2018-07-18 12:00 UTC
    assert!(clients.iter().all(|record| record.updated_at == 1_531_915_200_000));
    assert!(clients.iter().all(|record| record.created_at > record.updated_at));
}

#[test]
fn actif_means_the_opposite_of_inactif() {
    let mut desk = Desk::new();
    desk.import("nom;actif\nA;oui\nB;non\nC;\n");
    let inactive: Vec<_> = desk.clients().iter().map(|record| record.inactive.is_some()).collect();
    assert_eq!(inactive, [false, true, false]);
}

#[test]
fn a_reason_alone_makes_inactive_but_never_against_the_flag() {
    let mut desk = Desk::new();
    desk.import("nom;motif inactif\nA;décédé\nB;\n");
    assert_eq!(desk.clients().iter().map(|record| record.inactive.is_some()).collect::<Vec<_>>(), [true, false]);
    let report = desk.import("nom;inactif;motif\nC;non;décédé\n");
    assert_eq!(notes(&report.notes), ["reason_without_inactive ×1: [2]"]);
    assert!(desk.clients()[2].inactive.is_none());
}

#[test]
fn an_address_of_several_lines_is_spread_where_there_is_room() {
    let mut desk = Desk::new();
    let report = desk.import("nom;adresse;adresse 2;cp;ville\nA;\"12 rue du Lac\r\nBât. B\r\n\r\nesc. 3\";;74000;Annecy\nB;\"1 rue\nBât. C\";chez Rey;74000;Annecy\n");
    assert_eq!((report.imported, reasons(&report)), (1, vec!["control_character ×1".to_owned()]));
    assert_eq!(notes(&report.notes), ["address_split ×1: [2]"]);
    let client = &desk.clients()[0].client;
    assert_eq!([&client.address_1, &client.address_2, &client.address_3], ["12 rue du Lac", "Bât. B", "esc. 3"]);
}

#[test]
fn every_reason_is_a_sentence_beside_its_row() {
    let mut desk = Desk::new();
    let report = desk.import(format!(
        "nom;type;email;ville;inactif;date_maj\n\
         ;;;Lyon;;\n\
         A;Grand compte;;;;\n\
         B;Client;n/a;;;\n\
         C;;;;peut-être;\n\
         D;;;;;hier\n\
         E;;;#N/A;;\n\
         F;;;{};;\n\
         G;;x;\"a\nb\";?;\n",
        "v".repeat(101)
    ));
    assert_eq!(report.imported, 0);
    let text = rejected(&report).replace(&"v".repeat(101), "vvv…");
    expect![[r#"
        nom;type;email;ville;inactif;date_maj;Ligne;Motif
        ;;;Lyon;;;2;Ni nom ni société : en indiquer un.
        A;Grand compte;;;;;3;Colonne « type » : type de contact inconnu : Client, Tiers, Payé par, Prospect, Prescripteur, Parrain ou Bénéficiaire.
        B;Client;n/a;;;;4;Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.
        C;;;;peut-être;;5;Colonne « inactif » : ni oui ni non : écrire l'un des deux.
        D;;;;;hier;6;Colonne « date_maj » : date illisible : écrire JJ/MM/AAAA.
        E;;;#N/A;;;7;Colonne « ville » : contient une erreur du tableur : remplacer par la valeur, ou vider la cellule.
        F;;;vvv…;;;8;Colonne « ville » : trop long : 100 caractères au plus.
        G;;x;"a
        b";?;;9;Colonne « inactif » : ni oui ni non : écrire l'un des deux. Colonne « ville » : saut de ligne ou caractère invisible dans la cellule : le retirer. Colonne « email » : adresse e-mail mal formée : la corriger ou vider la cellule.
    "#]]
    .assert_eq(&text);
}

#[test]
fn duplicates_are_counted_and_imported_within_the_file_and_against_the_shop() {
    let mut desk = Desk::new();
    let table = "nom;prenom;cp;email;portable\nRey;Léa;74000;lea@rey.example;\nREY;Lea;74000;;\nJoly;Luc;69001;LEA@rey.example;06 39 98 12 34\nMonnier;Zoé;;;06.39.98.12.34\nSalvare;Max;13001;;\n";
    let report = desk.import(table);
    assert_eq!((report.imported, report.duplicates_suspected), (5, 3));
    let again = desk.import(table);
    assert_eq!((again.imported, again.duplicates_suspected), (5, 5));
    assert_eq!(desk.clients().len(), 10);
}
