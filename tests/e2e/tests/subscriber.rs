//! The subscriber's record: whoever pays is not whoever receives, a refusal says its reason, and labels stay where they were put.

use std::path::{Path, PathBuf};

use ecrin_e2e_tests::{Cli, PASSPHRASE, Stage, Window, scenario};
use serde_json::{Value, json};

/// A grandson, his grandmother, and somebody who has bought nothing yet.
const CLIENTS: &str = "civilite;nom;prenom;adresse1;cp;ville
M.;DUPONT;Théo;4 rue du Four;19200;Ussel
Mme;REY;Odette;2 place de la Halle;19250;Meymac
M.;BONNET;Gérard;;19250;Meymac
";

/// A shop that sells one offer.
async fn shop(stage: &mut Stage) -> (PathBuf, Window) {
    shop_then(stage, |_, _| ()).await
}

/// The same, in which something else happened before it is opened.
async fn shop_then(stage: &mut Stage, happens: impl FnOnce(&Cli<'_>, &Path)) -> (PathBuf, Window) {
    let file = stage.shop_of(CLIENTS);
    stage.sell_monthly(&file);
    let cli = stage.cli(PASSPHRASE);
    for (client, kind) in [("1", "paye_par"), ("2", "tiers"), ("3", "prospect")] {
        cli.run(&file, &["type", client, "--set", kind]);
    }
    happens(&cli, &file);
    let window = stage.open_shop(&file).await;
    (file, window)
}

/// Looks somebody up as one does at the counter.
async fn look_up(window: &Window, typed: &str, found: &str) {
    window.press("Ctrl+k").await.write(typed).await.see(found).await.press("Enter").await;
    window.see("Informations").await.see("Codes de sélection").await;
}

/// The labels of the record in their order.
async fn labels(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.cards [data-line]')].map((card) => card.dataset.line)";
    serde_json::from_value(window.measure(script).await).expect("the names of the labels")
}

#[test]
fn a_grandmother_pays_for_her_grandson_and_is_the_one_who_is_invoiced() {
    scenario("subscriber", async |stage| {
        stage.use_screen(1920, 1080);
        let (file, window) = shop_then(stage, |cli, file| {
            cli.run(file, &["decide", "2", "--channel", "postal", "--grant", "--mode", "Accord écrit"]);
            cli.run(file, &["decide", "1", "--channel", "postal", "--refuse"]);
        })
        .await;
        look_up(&window, "dupont", "DUPONT Théo").await;
        window.resize(1920, 1080).await.press("Ctrl+b").await.see("qui le reçoit").await;
        window.see("12 mois, 11 numéros").await.see("Ce tarif n’est pas gratuit").await.judge("payer needed").await;
        window.click("Autre…").await.write("rey").await.see("REY Odette").await.click("Choisir").await;
        window.see("Facture à").await.see_no("Ce tarif n’est pas gratuit").await.judge("subscription").await;
        window.click("Créer l’abonnement").await.see("Abonnement créé").await.see("En cours").await;
        // It goes to him, who said no to letters; the invoice is hers, who agreed to them.
        window.see("payé par REY").await.see("N° 11").await.see("Courrier Non refusé").await;
        window.see("Un « payé par » n’est jamais facturé").await.judge("recipient").await;

        look_up(&window, "rey", "REY Odette").await;
        window.see("pour DUPONT").await.see("À régler").await.see("Courrier Oui mailing postal").await;
        window.see("Un tiers paie, mais ne reçoit rien").await.judge("payer").await;
        window.quit().await;

        let cli = stage.cli(PASSPHRASE);
        let invoices = |client: &str| cli.run(&file, &["labels", client])["management"]["invoices"].clone();
        assert_eq!(invoices("1"), Value::Null, "nobody who is paid for is invoiced");
        assert_eq!(invoices("2"), json!({ "count": 1, "sum": 4900 }));
        let answers = |client: &str| cli.run(&file, &["consents", client])["history"].as_array().map(Vec::len);
        assert_eq!([answers("1"), answers("2")], [Some(1), Some(1)], "each has answered for themselves");
        assert_eq!(cli.run(&file, &["verify"])["integrity"], "ok");
    });
}

#[test]
fn a_prospect_is_refused_a_paying_tariff_with_the_reason() {
    scenario("prospect", async |stage| {
        let (file, window) = shop(stage).await;
        look_up(&window, "bonnet", "BONNET Gérard").await;
        window.press("Ctrl+b").await.see("qui le reçoit").await;
        window.see("Un prospect ne peut être abonné qu’à un tarif gratuit").await;
        window.see("Changez d’abord son type de contact").await.judge("prospect refused").await;
        window.press("Enter").await.see("qui le reçoit").await.press("Escape").await.see_no("qui le reçoit").await;
        window.quit().await;
        let offers = stage.cli(PASSPHRASE).run(&file, &["offers"]);
        assert_eq!(offers["offers"][0]["subscriptions"], Value::from(0), "nothing was made");
    });
}

#[test]
fn labels_moved_by_hand_and_by_keys_stay_where_they_were_put() {
    scenario("labels", async |stage| {
        let (file, window) = shop(stage).await;
        look_up(&window, "bonnet", "BONNET Gérard").await;
        let first = labels(&window).await;

        // By keys: the last but one goes one place to the left, and is told aloud.
        window.click("CRM").await.see_control("Ajouter la note").await.press("Escape").await.see_focus("CRM").await;
        window.press("Alt+Left").await.see("CRM : position 8 sur 10").await.see_focus("CRM").await;
        let by_keys = labels(&window).await;
        let mut expected = first.clone();
        expected.swap(7, 8);
        assert_eq!(by_keys, expected);

        // By hand: the first goes past the third.
        window.carry("Déplacer : Codes de sélection", "Incidents").await;
        window.see("Codes de sélection : position").await.judge("moved").await;
        let by_hand = labels(&window).await;
        assert_ne!(by_hand, by_keys);
        assert!(by_hand.iter().position(|label| label == "codes") > Some(0), "{by_hand:?}");

        // One is hidden; all of it holds for another record, and after the file was closed.
        window.click("Étiquettes : 10 sur 10").await.click("Infos portage").await.press("Escape").await;
        window.see_control("Étiquettes : 9 sur 10").await.picture("one hidden").await;
        let left = labels(&window).await;
        window.quit().await;
        let window = stage.open_shop(&file).await;
        look_up(&window, "rey", "REY Odette").await;
        window.see_control("Étiquettes : 9 sur 10").await;
        assert_eq!(labels(&window).await, left);
        window.click("Étiquettes : 9 sur 10").await.click("Réinitialiser").await.see("remises à leur place").await;
        window.press("Escape").await.see_control("Étiquettes : 10 sur 10").await;
        assert_eq!(labels(&window).await, first);
        window.quit().await;
    });
}
