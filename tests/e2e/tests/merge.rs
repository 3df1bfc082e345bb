//! Duplicates: found, explained, merged side by side; a no of either record holds afterwards, and all of it can be taken back. A deletion needs
//! the name, and leaves nothing to be found.

use std::path::PathBuf;

use ecrin_e2e_tests::{PASSPHRASE, Stage, Window, scenario};
use serde_json::Value;

/// One person twice, and somebody else.
const CLIENTS: &str = "civilite;nom;prenom;cp;ville;email;portable
Mlle;DUPONT;Laura;19200;Ussel;;06 39 98 71 10
Mlle;DUPOND;Laura;19200;Ussel;laura.dupond@courriel.example;06 39 98 71 10
M.;BONNET;Gérard;19250;Meymac;gerard.bonnet@courriel.example;06 39 98 17 93
";

/// A shop whose first record agreed to SMS, and whose second one took that back.
async fn shop(stage: &mut Stage) -> (PathBuf, Window) {
    let file = stage.shop_of(CLIENTS);
    let cli = stage.cli(PASSPHRASE);
    let sms = ["--channel", "sms"];
    cli.run(&file, &[&["decide", "1"][..], &sms, &["--grant", "commercial", "--mode", "Accord écrit"]].concat());
    cli.run(&file, &[&["decide", "2"][..], &sms, &["--refuse", "commercial"]].concat());
    let window = stage.open_shop(&file).await;
    (file, window)
}

/// Whether the first record may be sent offers by SMS.
fn may_contact(stage: &Stage, file: &std::path::Path) -> Value {
    let question = ["may-contact", "1", "--channel", "sms", "--purpose", "commercial"];
    stage.cli(PASSPHRASE).run(file, &question)
}

#[test]
fn two_records_become_one_the_no_wins_and_the_merge_is_taken_back() {
    scenario("merge", async |stage| {
        let (file, window) = shop(stage).await;
        window.click("Doublons").await.see("Aucune recherche de doublons").await.judge("nothing searched").await;
        window.click("Chercher les doublons").await.see("1 paire trouvée parmi 3 fiches").await;
        window.see("même portable").await.see("nom proche").await.judge("found").await;

        window.click("Fusionner").await.see("Champ par champ").await.see("un non l’emporte toujours").await;
        window.see("laura.dupond@courriel.example").await.judge("side by side").await;
        window.press("Ctrl+Enter").await.see("a été fusionnée avec cette fiche").await.judge("merged").await;
        window.see("laura.dupond@courriel.example").await.click("RGPD").await.see("fiche n° 2").await;
        window.picture("histories").await;
        window.quit().await;
        assert_eq!(may_contact(stage, &file)["allowed"], Value::Bool(false), "nobody is resubscribed");
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");

        // A day later, nothing having changed, it is taken back.
        let window = stage.open_shop(&file).await;
        window.write("dupon").await.see("DUPONT").await.press("Enter").await.see("a été fusionnée").await;
        window.click("Annuler la fusion").await.see("La fusion est annulée").await.see_no("a été fusionnée avec").await;
        window.see_no("laura.dupond@courriel.example").await.picture("taken back").await;
        window.press("Ctrl+k").await.write("dupond").await.see("DUPOND").await;
        window.quit().await;
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["broken"], Value::Null);
    });
}

#[test]
fn a_pair_that_is_none_is_not_proposed_again() {
    scenario("merge-dismissed", async |stage| {
        let (_, window) = shop(stage).await;
        window.click("Doublons").await.click("Chercher les doublons").await.see("1 paire trouvée").await;
        window.click("Ce ne sont pas des doublons").await.see("Aucun doublon").await.judge("dismissed").await;
        window.click("Chercher à nouveau").await.see("0 paire trouvée parmi 3 fiches").await;
        window.quit().await;
    });
}

#[test]
fn a_record_is_deleted_by_its_name_and_found_no_more() {
    scenario("removal", async |stage| {
        let (file, window) = shop(stage).await;
        window.write("dupond").await.see("DUPOND").await.press("Enter").await.see("Dernière MAJ de la fiche").await;
        window.click("Autres actions").await.click("Supprimer").await;
        window.see("1 décision sur ses consentements").await.see("Ce client a dit non").await.judge("deleting").await;
        window
            .fill("Pour confirmer", "bonnet")
            .await
            .press("Enter")
            .await
            .see("Ce n’est pas ce qu’il fallait taper")
            .await;
        window.picture("another name").await.fill("Pour confirmer", "dupond laura").await.press("Enter").await;
        window.see("La fiche est supprimée").await.fill("Rechercher un client", "dupond").await;
        window.see_no("DUPOND Laura").await.picture("gone").await;
        window.quit().await;
        let found = stage.cli(PASSPHRASE).run(&file, &["search", "dupond", "--inactive"]);
        assert!(!found.to_string().contains("laura.dupond"), "{found}");
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}

#[test]
fn a_whole_import_is_taken_back_but_for_those_somebody_worked_on() {
    scenario("undo-import", async |stage| {
        let (_, window) = shop(stage).await;
        window.click("Importer").await.see("Imports passés").await.judge("past imports").await;
        // Two of the three were asked since.
        window.click("Annuler cet import… (clients.csv").await.see("1 fiche sans suite").await;
        window.see("réponse enregistrée depuis").await.judge("undoing").await.click("Annuler l’import").await;
        window.see("L’import est annulé").await.see("2 fiches gardées").await.picture("undone").await;
        window.click("Fermer").await.see("annulé le").await;
        window.press("Ctrl+k").await.write("bonnet").await.see("Aucune fiche").await;
        window.quit().await;
    });
}
