//! A shop's first morning, from a table exported out of another program to a client who is gone, and back again.

use ecrin_e2e_tests::{PASSPHRASE, scenario};

#[test]
fn a_first_morning_from_an_import_to_an_inactive_client_and_back() {
    scenario("counter", async |stage| {
        let table = stage.home.receive_table();
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.picture("first start").await;

        // A table, and a new file that receives it.
        window.click("Importer des clients").await;
        window.fill("Chemin du fichier", &table.display().to_string()).await.press("Enter").await;
        window.see("Dans quel fichier clients ?").await.picture("which file").await.click("Un nouveau fichier").await;
        window.fill("Nom de la boutique", "Maison Vaurelle").await;
        window.fill("Phrase de passe", PASSPHRASE).await.fill("La même, encore une fois", PASSPHRASE).await;
        window.see("Assez solide.").await.picture("create").await.click("Créer le fichier").await;
        window.see("Étape 2 sur 4").await;
        window.see("Importer 2 000 lignes").await.picture("check").await.click("Importer 2 000 lignes").await;
        window.see("Étape 4 sur 4").await.picture("report").await.click("Voir les clients").await;

        // Three letters find somebody, however the name is written.
        window.see("fiches dans le fichier").await.picture("search").await;
        window.write("loe").await;
        window.see("LŒUILLET").await.picture("three letters").await;
        window.press("Enter").await;
        window.see("Dernière MAJ de la fiche : 18/07/2018").await.see("Le Pellerin").await.picture("record").await;

        // The town changes, and the record says when.
        window.press("F2").await.fill("Ville", "Saint-Jean-de-Boiseau").await.picture("edit").await;
        window.press("Ctrl+s").await.see_control("Modifier").await.see("Saint-Jean-de-Boiseau").await;
        window.see_no("18/07/2018").await.picture("saved").await;
        window.click("Journal").await.see("Le Pellerin").await.picture("journal").await;

        // She is gone: the record stays, the search does not offer it.
        window.click("Inactif").await.fill("Motif", "Déménagement").await.picture("why").await;
        window.click("Marquer inactif").await.see("inactif depuis le").await.picture("inactive").await;
        window.press("Ctrl+k").await.write("loe").await.see("Aucune fiche active pour").await;
        window.see("1 fiche inactive").await.picture("hidden").await;
        window.click("Afficher les inactifs").await.see("LŒUILLET").await.picture("shown").await;

        // It was a mistake.
        window.click("Rechercher un client").await.press("Enter").await.see("inactif depuis le").await;
        window.press("Ctrl+z").await.see_no("inactif depuis le").await.picture("undone").await;
        window.press("Ctrl+k").await.write("loe").await.click("Afficher les inactifs").await;
        window.see("Aucune fiche inactive masquée").await.see("LŒUILLET").await;

        // Closed and opened again, all is there.
        let file = stage.home.document("maison-vaurelle.ecrin");
        window.ask_to_close();
        stage.wait_until_gone();
        window.quit().await;
        let window = stage.open(&[]).await;
        window.see("Ce fichier est chiffré").await.see("maison-vaurelle.ecrin").await.picture("next morning").await;
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await;
        window.see("1 997 fiches dans le fichier").await.see("dont 86 inactives").await;
        window.write("loe").await.see("Saint-Jean-de-Boiseau").await.press("Enter").await;
        window.click("Journal").await.see("Déménagement").await.picture("all is there").await;
        window.quit().await;

        let found = stage.cli(PASSPHRASE).run(&file, &["search", "loeuillet"]);
        assert_eq!(found["clients"][0]["town"], "Saint-Jean-de-Boiseau", "{found}");
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}
