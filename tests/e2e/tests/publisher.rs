//! A publisher moves in with his readers, and keeps what he invoiced.

use std::{fs, time::SystemTime};

use ecrin_e2e_tests::{PASSPHRASE, scenario};

/// Readers with what they hold; the last names an offer that the shop does not have.
const READERS: &str = "\
nom;prenom;cp;ville;IBAN;BIC;Portage;Tournée;Ordre de tournée;Formule;Fin d’abonnement;Exemplaires
Rey;Léa;19200;Ussel;FR76 3000 6000 0112 3456 7890 189;AGRIFRPP;Porté;T3;12;Le Mensuel;28/02/{next};2
Joly;Luc;69001;Lyon;;;;T3;;le mensuel;31/12/2020;
Roux;Ana;63000;Clermont-Ferrand;;;;;;Le Quotidien;31/12/{next};1
";

/// The year after this one.
fn next_year() -> u64 {
    const MEAN_YEAR: u64 = 31_556_952;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock that was set");
    1970 + now.as_secs() / MEAN_YEAR + 1
}

#[test]
fn readers_come_with_their_accounts_their_rounds_and_their_subscriptions() {
    scenario("readers", async |stage| {
        let file = stage.shop_of("nom;prenom\nDUPONT;Laura\n");
        stage.sell_monthly(&file);
        let table = stage.home.document("abonnés.csv");
        fs::write(&table, READERS.replace("{next}", &next_year().to_string())).expect("a table in the home");
        let window = stage.open_shop(&file).await;
        window.press("Alt+3").await.fill("Chemin du fichier", &table.display().to_string()).await.press("Enter").await;
        window.see_control("Importer 3 lignes").await.judge("check").await.click("Importer 3 lignes").await;
        window.see("1 ligne rejetée est").await.judge("report").await;
        window.press("Ctrl+k").await.write("rey lea").await.see("Léa").await.press("Enter").await;
        window.see("·· 0189").await.see("tournée T3").await.see("En cours").await.judge("reader").await;
        window.quit().await;
        let labels = stage.cli(PASSPHRASE).run(&file, &["labels", "2"]);
        assert_eq!(labels["carriage"]["rank"], 12, "{labels}");
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}

#[test]
fn an_invoice_is_found_by_its_number_when_its_client_is_gone() {
    scenario("kept-invoice", async |stage| {
        let file = stage.shop_of("nom;prenom;cp;ville\nDUPONT;Laura;19200;Ussel\nREY;Paul;19200;Ussel\n");
        stage.sell_monthly(&file);
        let cli = stage.cli(PASSPHRASE);
        cli.run(&file, &["subscribe", "1", "--offer", "1"]);
        let invoice = cli.run(&file, &["unpaid"])["invoices"][0]["number"].as_str().expect("a number").to_owned();
        cli.run(&file, &["terminate", "1", "--reason", "Déménagement", "--refund"]);
        let window = stage.open_shop(&file).await;
        window.write(&invoice).await.see("DUPONT Laura").await.press("Enter").await.see("Codes de sélection").await;
        window.click("Autres actions").await.click("Supprimer").await.see("factures").await.judge("deleting").await;
        window.fill("Pour confirmer", "dupont laura").await.press("Enter").await.see("La fiche est supprimée").await;
        window.fill("Rechercher un client", &invoice).await.see("La fiche du client est supprimée").await;
        window.see(&invoice).await.see_control("Imprimer").await.judge("kept").await;
        window.quit().await;
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}
