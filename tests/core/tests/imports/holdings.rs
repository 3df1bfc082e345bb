//! What clients of a file hold: bank accounts, carriage, delivery addresses and subscriptions.

use ecrin_core::Error;
use ecrin_core::deliveries::{DeliveryState, MarkDeliveriesRequest};
use ecrin_core::labels::CarriageMode;
use ecrin_core::removal::TouchedBy;
use ecrin_core::subscriptions::NewTariff;
use ecrin_core::windows::{Window, WindowColumn, WindowRequest, WindowRow, WindowSort};

use super::{Desk, notes, reasons, rejected, request};

/// An IBAN of the Banque de France's own example (ISO 13616).
const IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

/// A publisher's file: a reader who pays, one with a free issue, and one whose term is over.
const READERS: &str = "\
nom;prenom;cp;ville;IBAN;BIC;Titulaire du compte;Référence du mandat SEPA;Date du mandat SEPA;Portage;Tournée;Ordre de tournée;Consigne;Adresse de livraison;CP de livraison;Ville de livraison;Formule;Début d’abonnement;Fin d’abonnement;Exemplaires
Rey;Léa;19200;Ussel;FR76 3000 6000 0112 3456 7890 189;AGRIFRPP;Rey Léa;ECRIN-0001;02/03/2026;Porté;T3;12;Boîte bleue;\"3 place de la Mairie\r\nBâtiment B\";19250;Meymac;Le Mensuel;01/03/2026;28/02/2027;2
Joly;Luc;69001;Lyon;;;;;;;T3;;;;;;le mensuel;;31/12/2025;
Roux;Ana;63000;Clermont-Ferrand;;;;;;La Poste;;;;;;;Découverte;15/11/2026;;1
Petit;Jean;33000;Bordeaux;;;;;;;;;;;;;;;;
";

impl Desk {
    /// With two offers: eleven issues a year for 49 euros, and a free one of three months.
    fn of_a_publisher() -> Desk {
        let mut desk = Desk::new();
        desk.shop.offer("Le Mensuel", 11, "2024-01-01".parse().ok());
        let free = NewTariff { price: 0, vat: 210, months: 3, issues: 3, effective_from: "2026-01-01".parse().ok() };
        desk.shop.offer_at("Découverte", free);
        desk
    }

    /// The days and states of what is planned for somebody.
    fn deliveries(&mut self, number: i64) -> Vec<String> {
        let sort = WindowSort { column: WindowColumn::Date, descending: false };
        let request = WindowRequest { number, sort, after: None, limit: 50 };
        let rows = self.shop.shop().window_page(Window::Deliveries, &request).unwrap().rows;
        let planned = rows.into_iter().map(|row| match row {
            WindowRow::Delivery(row) => format!("{} {} ×{}", row.due_on, row.content, row.copies),
            other => panic!("{other:?}"),
        });
        planned.collect()
    }
}

#[test]
fn a_publishers_readers_come_with_their_accounts_addresses_and_terms() {
    let mut desk = Desk::of_a_publisher();
    let report = desk.import(READERS);
    assert_eq!((report.imported, report.rejected), (4, 0), "{:?}", report.reasons);
    assert_eq!(notes(&report.notes), ["address_split ×1: [2]"]);

    let shop = desk.shop.shop();
    let account = shop.bank_account(1).unwrap().account.unwrap();
    assert_eq!((account.iban.as_str(), account.bic.as_str()), ("FR76 •••• •••• 0189", "AGRIFRPP"));
    assert_eq!(shop.reveal_bank_account(1).unwrap().value.iban, IBAN);
    assert_eq!((account.holder.as_str(), account.mandate_reference.as_str()), ("Rey Léa", "ECRIN-0001"));
    assert_eq!(account.mandate_on.unwrap().to_string(), "2026-03-02");
    let carriage = shop.carriage(1).unwrap().carriage.unwrap();
    assert_eq!((carriage.mode, carriage.round.as_str(), carriage.rank), (CarriageMode::Carried, "T3", Some(12)));
    assert_eq!(carriage.instruction, "Boîte bleue");
    assert_eq!(shop.carriage(2).unwrap().carriage.unwrap().mode, CarriageMode::Carried, "a round is walked");
    assert_eq!(shop.carriage(3).unwrap().carriage.unwrap().mode, CarriageMode::Posted);
    let today = "2026-11-22".parse().unwrap();
    let addresses = shop.delivery_addresses(1, today).unwrap();
    assert_eq!(addresses.addresses.len(), 1);
    assert_eq!(addresses.addresses[0].address.on_one_line(), "3 place de la Mairie, Bâtiment B, 19250 Meymac");
    assert!(addresses.current.is_some());

    let held = shop.held_subscriptions(1).unwrap();
    let lea = &held[0];
    assert_eq!(
        (lea.offer_name.as_str(), lea.copies, lea.payer.as_ref().map(|payer| payer.number)),
        ("Le Mensuel", 2, Some(1))
    );
    assert_eq!((lea.starts_on.to_string(), lea.ends_on.to_string()), ("2026-03-01".into(), "2027-02-28".into()));
    assert!(shop.held_subscriptions(2).unwrap().is_empty(), "over");
    assert!(shop.held_subscriptions(3).unwrap()[0].payer.is_none(), "free");
    assert_eq!(shop.bank_account(1).unwrap().balance, None, "what it cost was asked for elsewhere");
    assert_eq!(
        desk.deliveries(1),
        ["2026-12-24 N°\u{a0}10 ×2", "2027-01-26 N°\u{a0}11 ×2"],
        "the nine before were delivered elsewhere"
    );
    assert_eq!(desk.deliveries(2), Vec::<String>::new());
    desk.shop.expect_whole();
}

#[test]
fn a_term_that_came_with_a_file_ends_and_goes_on_as_any_other() {
    let mut desk = Desk::of_a_publisher();
    desk.import(READERS);
    let shop = desk.shop.shop();
    let id = shop.held_subscriptions(1).unwrap()[0].id;
    let termination = ecrin_core::subscriptions::Termination { id, on: "2026-12-31".parse().ok() };
    let preview = shop.termination_preview(&termination).unwrap();
    assert_eq!((preview.left, preview.of, preview.invoiced, preview.refund), (1, 11, 0, 0));
    let renewed = shop.renew(id).unwrap().value;
    assert_eq!((renewed.starts_on.to_string(), renewed.total()), ("2027-03-01".into(), 9800));
    desk.shop.expect_whole();
}

#[test]
fn taking_the_import_back_takes_all_of_it_back_but_what_somebody_touched() {
    let mut desk = Desk::of_a_publisher();
    desk.import(READERS);
    let id = desk.shop.shop().held_subscriptions(3).unwrap()[0].id;
    desk.shop.shop().renew(id).unwrap();
    let report = desk.shop.undo_import(1);
    assert_eq!((report.deleted, report.blanked, report.kept), (3, 0, 1));
    assert_eq!(report.touched[0].touched_by, TouchedBy::Subscription);
    for gone in [1, 2, 4] {
        assert!(matches!(desk.shop.shop().client(gone), Err(Error::ClientNotFound(_))), "{gone}");
    }
    assert!(matches!(desk.shop.shop().subscription(1), Err(Error::SubscriptionNotFound)));
    assert_eq!(desk.shop.shop().held_subscriptions(3).unwrap().len(), 2);
    assert!(desk.shop.shop().carriage(3).unwrap().carriage.is_some());
    desk.shop.expect_whole();
}

#[test]
fn what_is_wrong_is_told_in_the_file_of_rejects_and_can_be_mended() {
    let mut desk = Desk::of_a_publisher();
    let report = desk.import(
        "nom;type;IBAN;BIC;Référence du mandat SEPA;Portage;Ordre de tournée;Formule;Début d’abonnement;Fin d’abonnement;Exemplaires\n\
         A;;FR76 3000 6000 0112 3456 7890 188;;;;;;;;\n\
         B;;FR76 3000 6000 0112 3456 7890 189;XX;;;;;;;\n\
         C;;FR76 3000 6000 0112 3456 7890 189;;ECRIN-2;;;;;;\n\
         D;;;;;Pigeon;;;;;\n\
         E;;;;;Porté;0;;;;\n\
         F;;;;;;;L’Hebdo;01/01/2026;;\n\
         G;;;;;;;Le Mensuel;;;\n\
         H;;;;;;;Le Mensuel;01/02/2026;01/01/2026;\n\
         I;;;;;;;Le Mensuel;01/02/2099;;\n\
         J;Tiers;;;;;;Le Mensuel;01/02/2026;;\n\
         K;Payé par;;;;;;Le Mensuel;01/02/2026;;\n\
         L;Prospect;;;;;;Le Mensuel;01/02/2026;;\n\
         M;;;;;;;Le Mensuel;01/02/2026;;0\n\
         N;;;;;;;Le Mensuel;bientôt;;\n\
         O;Prospect;;AGRIFRPP;;;;Découverte;01/11/2026;;\n",
    );
    assert_eq!((report.imported, report.rejected), (1, 14));
    assert_eq!(
        reasons(&report),
        [
            "subscription_unsuited ×3",
            "term_unfit ×2",
            "bic_wrong ×1",
            "carriage_unknown ×1",
            "copies_unfit ×1",
            "date_unreadable ×1",
            "iban_wrong ×1",
            "mandate_wrong ×1",
            "offer_unknown ×1",
            "rank_unfit ×1",
            "term_missing ×1",
        ]
    );
    assert_eq!(notes(&report.notes), ["detail_alone ×1: [16]"], "a BIC of no account");
    let rejects = rejected(&report);
    assert!(rejects.contains("Colonne « IBAN » : IBAN incorrect (pays, longueur ou clé)"), "{rejects}");
    assert!(
        rejects.contains("Colonne « Formule » : formule inconnue : la créer dans Administration › Tarifs"),
        "{rejects}"
    );
    assert!(rejects.contains("Colonne « Début d’abonnement » : dates d'abonnement impossibles"), "{rejects}");
    assert_eq!(desk.names(), ["O"]);
    desk.shop.expect_whole();
}

#[test]
fn days_that_are_no_term_keep_their_end() {
    let mut desk = Desk::of_a_publisher();
    let report = desk.import("nom;Formule;Début d’abonnement;Fin d’abonnement\nRey;Le Mensuel;15/01/2026;28/02/2027\n");
    assert_eq!(notes(&report.notes), ["term_moved ×1: [2]"]);
    let held = desk.shop.shop().held_subscriptions(1).unwrap();
    assert_eq!(
        (held[0].starts_on.to_string(), held[0].ends_on.to_string()),
        ("2026-03-01".into(), "2027-02-28".into())
    );
    desk.shop.expect_whole();
}

#[test]
fn a_dry_run_says_what_the_import_will_do() {
    let mut desk = Desk::of_a_publisher();
    let path = desk.file("clients.csv", READERS.replace("Découverte", "Inconnue"));
    let mut order = request(&path).unwrap();
    order.dry_run = true;
    let told = desk.run(&order).unwrap();
    assert_eq!(desk.shop.shop().clients().unwrap(), 0);
    order.dry_run = false;
    let done = desk.run(&order).unwrap();
    assert_eq!((told.imported, told.rejected), (done.imported, done.rejected));
    assert_eq!((reasons(&told), notes(&told.notes)), (reasons(&done), notes(&done.notes)));
    assert_eq!(reasons(&done), ["offer_unknown ×1"]);
}

#[test]
fn who_answered_in_the_file_is_blanked_without_their_subscription_when_it_is_taken_back() {
    let mut desk = Desk::of_a_publisher();
    desk.import("nom;IBAN;Portage;Formule;Début d’abonnement;sms_commercial\nRey;FR76 3000 6000 0112 3456 7890 189;Porté;Le Mensuel;01/11/2026;non\n");
    let report = desk.shop.undo_import(1);
    assert_eq!((report.deleted, report.blanked, report.kept), (0, 1, 0));
    assert!(matches!(desk.shop.shop().client(1), Err(Error::ClientRemoved(..))));
    assert!(matches!(desk.shop.shop().subscription(1), Err(Error::SubscriptionNotFound)));
    desk.shop.expect_whole();
}

#[test]
fn a_delivery_that_went_or_a_merge_keeps_what_an_import_brought() {
    let mut desk = Desk::of_a_publisher();
    desk.import(READERS);
    desk.shop.later_minutes(49 * 24 * 60);
    let until = "2027-01-10".parse().ok();
    let mark = MarkDeliveriesRequest { ids: Vec::new(), until, state: DeliveryState::Delivered, note: String::new() };
    assert_eq!(desk.shop.shop().mark_deliveries(&mark).unwrap().value.marked, 2);
    desk.shop.merge(2, 4);
    let report = desk.shop.undo_import(1);
    assert_eq!((report.deleted, report.blanked, report.kept), (0, 0, 4), "{report:?}");
    for id in 1..=3 {
        assert!(desk.shop.shop().subscription(id).is_ok(), "{id}");
    }
    desk.shop.expect_whole();
}

#[test]
fn no_carriage_is_said_by_a_no_and_a_rank_alone_says_nothing() {
    let mut desk = Desk::of_a_publisher();
    let report = desk.import("nom;Portage;Tournée;Ordre de tournée\nA;non;;\nB;oui;;\nC;;;7\nD;;T1;\nE;non;T2;3\n");
    assert_eq!(report.rejected, 0, "{:?}", report.reasons);
    let modes: Vec<_> =
        (1..=5).map(|client| desk.shop.shop().carriage(client).unwrap().carriage.map(|of| of.mode)).collect();
    let carried = Some(CarriageMode::Carried);
    assert_eq!(modes, [None, carried, None, carried, None]);
    assert_eq!(notes(&report.notes), ["detail_alone ×2: [4, 6]"]);
}

#[test]
fn the_address_of_the_record_is_no_delivery_address_however_it_is_written() {
    let mut desk = Desk::new();
    let report = desk.import(
        "nom;prenom;adresse;cp;ville;pays;Destinataire de livraison;Adresse de livraison;CP de livraison;Ville de livraison\n\
         Rey;Léa;\"3 place de la Mairie\nBâtiment B\";19250;Meymac;France;Mme Léa REY;\"3 PLACE DE LA MAIRIE\nBATIMENT B\";19250;MEYMAC\n\
         Joly;Luc;1 rue du Lac;74000;Annecy;;Tabac de la Gare;1 rue du Lac;74000;Annecy\n",
    );
    assert_eq!(report.imported, 2);
    let today = "2026-11-22".parse().unwrap();
    let held = |desk: &mut Desk, client| desk.shop.shop().delivery_addresses(client, today).unwrap().addresses;
    assert_eq!(held(&mut desk, 1).len(), 0);
    assert_eq!(held(&mut desk, 2)[0].address.addressee, "Tabac de la Gare");
}

#[test]
fn former_subscribers_come_with_their_last_term() {
    let mut desk = Desk::of_a_publisher();
    let report = desk.import("nom;Formule;Fin d’abonnement\nRey;Le Mensuel;31/12/2009\n");
    assert_eq!((report.imported, report.rejected), (1, 0));
    assert_eq!(desk.shop.shop().subscription(1).unwrap().ends_on.to_string(), "2009-12-31");
    assert_eq!(desk.deliveries(1), Vec::<String>::new());
    desk.shop.expect_whole();
}

#[test]
fn offers_that_differ_by_their_letters_alone_are_named_exactly() {
    let mut desk = Desk::new();
    desk.shop.offer("L’Hebdo", 11, "2024-01-01".parse().ok());
    desk.shop.offer("L’HEBDO", 0, "2024-01-01".parse().ok());
    let report = desk
        .import("nom;Formule;Début d’abonnement\nA;L’Hebdo;01/01/2026\nB;L’HEBDO;01/01/2026\nC;l’hebdo;01/01/2026\n");
    assert_eq!((report.imported, reasons(&report)), (2, vec!["offer_unknown ×1".to_owned()]));
    let shop = desk.shop.shop();
    assert_eq!((shop.subscription(1).unwrap().offer, shop.subscription(2).unwrap().offer), (1, 2));
}

#[test]
fn a_running_subscription_of_somebody_who_is_there_already_or_is_gone_is_remarked() {
    let mut desk = Desk::of_a_publisher();
    let columns = "nom;prenom;email;inactif;Formule;Fin d’abonnement\n";
    desk.import(format!("{columns}Rey;Léa;lea@rey.example;non;Le Mensuel;31/10/2027\n"));
    let report = desk.import(format!(
        "{columns}Rey;Léa;lea@rey.example;non;Le Mensuel;31/10/2027\n\
         Rey;Léa;lea@rey.example;non;Le Mensuel;31/10/2020\n\
         Joly;Luc;;oui;Le Mensuel;31/10/2027\n"
    ));
    assert_eq!(report.duplicates_suspected, 2);
    assert_eq!(notes(&report.notes), ["subscriber_twice ×1: [2]", "subscriber_inactive ×1: [4]"]);
}
