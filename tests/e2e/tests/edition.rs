//! « Édition des clients »: a list that leaves the shop holds nobody who said no, and who it holds is known afterwards.

use std::{fs, path::Path, process::Command};

use ecrin_e2e_tests::{Stage, Window, scenario};

/// Six clients: two who agreed and can be reached in their department, one who agreed elsewhere, three who may not be contacted.
const CLIENTS: &str = "nom;prenom;cp;ville;portable;sms_commercial
ALBERTINI;Rosa;19200;Ussel;06 39 98 02 18;oui
BARBAZANGE;Luc;19250;Meymac;06 39 98 55 61;non
BONNET;Gérard;19200;Ussel;06 39 98 17 93;oui
CHASSAING;Odile;19160;Neuvic;06 39 98 81 07;
DUPONT;Laura;19200;Ussel;;oui
ESTRADE;Paul;63000;Clermont-Ferrand;06 39 98 30 44;oui
";

async fn at_the_desk(stage: &mut Stage) -> Window {
    let file = stage.shop_of(CLIENTS);
    let window = stage.open_shop(&file).await;
    window.press("Alt+2").await.see("Finalité de la sélection").await.see("ALBERTINI").await;
    window
}

/// The first cell of every line under the headings of a CSV file.
fn names(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("the export");
    let lines = text.trim_start_matches('\u{feff}').lines().skip(1);
    lines.map(|line| line.split(';').next().unwrap_or_default().trim_matches('"').to_owned()).collect()
}

fn sha256(file: &Path) -> String {
    let output = Command::new("sha256sum").arg(file).output().expect("sha256sum");
    String::from_utf8_lossy(&output.stdout).split_whitespace().next().unwrap_or_default().to_owned()
}

#[test]
fn a_list_for_commercial_sms_holds_exactly_those_who_agreed() {
    scenario("edition", async |stage| {
        let window = at_the_desk(stage).await;
        window.see("ne peut pas servir à prospecter").await.picture("everybody").await;

        // What for, and where.
        window.choose("Finalité de la sélection", "SMS commerciaux").await.see("3 retenus").await.see("3 exclus").await;
        window.click("Ajouter une condition").await.choose("Champ 1", "CP").await;
        window.choose("Opérateur 1", "commence par").await.fill("Valeur 1", "19").await;
        window.see("2 retenus").await.see("3 exclus").await.see_no("ESTRADE").await.see_no("BARBAZANGE").await;
        window
            .see("1 accord jamais demandé")
            .await
            .see("1 accord refusé")
            .await
            .see("1 portable absent ou invalide")
            .await;
        window.picture("list").await;

        // Nobody is left out in silence.
        window.click("Voir les exclus").await.see("Clients exclus").await.see("BARBAZANGE").await.see("DUPONT").await;
        window.picture("excluded").await.press("Escape").await.see_no("Clients exclus").await;

        // Nothing leaves without a reason.
        window.press("Ctrl+e").await.see_focus("Motif de l’export").await.see("Indiquez le motif").await;
        window.write("Vœux du 12 janvier 2019").await.fill("Remis à", "Passerelle SMS").await.click("CSV").await;
        let target = stage.home.document("voeux.csv");
        window.click("Exporter").await.save_in_native_dialog(&target).await;
        window.see("2 clients exportés").await.see(&sha256(&target)).await.picture("exported").await;
        assert_eq!(names(&target), ["ALBERTINI", "BONNET"]);

        // The list is kept by name.
        window.click("Enregistrer la sélection").await.see_focus("Nom").await.write("Vœux, Corrèze").await;
        window.press("Enter").await.see("Sélection « Vœux, Corrèze » enregistrée").await;

        // What left is in the register, and with the client.
        window
            .press("Alt+5")
            .await
            .press("Ctrl+2")
            .await
            .see("Vœux du 12 janvier 2019")
            .await
            .see("Passerelle SMS")
            .await;
        window.click("Détail de l’export n° 1").await.see(&sha256(&target)).await.picture("register").await;
        window.press("Ctrl+k").await.write("alb").await.see("ALBERTINI").await.press("Enter").await;
        window.press("Ctrl+3").await.see("Figure dans 1 export").await;

        // She changes her mind: the copy that holds her is named.
        window.click("Envoi de SMS commerciaux").await.see_in("Envoi de SMS commerciaux", "false").await;
        window.see("1 fichier exporté contient encore ce client").await.picture("withdrawn").await;
        window.click("Voir").await.see("Fichiers à nettoyer").await.see("Vœux du 12 janvier 2019").await;
        window.picture("to clean").await.press("Escape").await.see_no("Fichiers à nettoyer").await;

        // The list that was saved does without her from now on.
        window.press("Alt+2").await.click("Sélection enregistrée").await.click("Vœux, Corrèze").await;
        window.see("1 retenu").await.see("4 exclus").await.see_no("ALBERTINI").await;
        window.quit().await;
    });
}

#[test]
fn a_wrong_manager_code_is_refused_with_a_growing_delay() {
    scenario("manager-code", async |stage| {
        let window = at_the_desk(stage).await;
        window.press("Alt+6").await.press("Ctrl+6").await.see("Aucun code").await.picture("no code").await;
        window.click("Choisir un code…").await.fill("Nouveau code", "4711").await;
        window.fill("Le même, encore une fois", "4711").await.press("Enter").await.see("il vaut jusqu’à").await;
        window.click("Redemander le code dès maintenant").await.see("Un code est en place.").await;

        // The counter does without.
        window.press("Ctrl+k").await.write("bon").await.see("BONNET").await.press("Enter").await;
        window.see("Dernière MAJ de la fiche").await;

        let target = stage.home.document("tous.csv");
        window.press("Alt+2").await.fill("Motif de l’export", "Inventaire").await.click("CSV").await;
        // The code comes first: nobody chooses a place in vain.
        window.click("Exporter").await.see("Code du responsable").await;
        for _ in 0..2 {
            window.fill("Code", "1111").await.press("Enter").await.see("Ce n’est pas le code du responsable").await;
            window.see_no("Prochain essai").await.see_in("Code", "").await;
        }
        for delay in ["1 seconde", "2 secondes", "4 secondes", "8 secondes"] {
            window.fill("Code", "1111").await.press("Enter").await.see(&format!("Prochain essai dans {delay}")).await;
            if delay.starts_with('4') {
                window.picture("wait").await;
            }
            window.see_no("Prochain essai").await;
        }
        assert!(!target.exists(), "nothing is written without the code");
        window
            .fill("Code", "4711")
            .await
            .press("Enter")
            .await
            .save_in_native_dialog(&target)
            .await
            .see("6 clients exportés")
            .await
            .picture("exported")
            .await;
        assert_eq!(names(&target).len(), 6);
        window.quit().await;
    });
}
