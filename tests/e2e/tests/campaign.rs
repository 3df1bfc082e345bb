//! « Envois groupés »: one template to the clients of a list. Those who may not be written to are left out and counted, and nobody gets anything
//! twice, whether the mailing goes through or is stopped and resumed.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use ecrin_e2e_tests::{PASSPHRASE, Stage, Window, scenario};

/// Two who agreed and can be reached, by mail and by SMS; one who said no, one who was never asked, one who left no address.
const CLIENTS: &str = "nom;prenom;cp;ville;email;portable;sms_commercial;email_commercial
ALBERTINI;Rosa;19200;Ussel;rosa.albertini@courriel.example;06 39 98 02 18;oui;oui
BARBAZANGE;Luc;19250;Meymac;luc.barbazange@courriel.example;06 39 98 55 61;non;non
BONNET;Gérard;19200;Ussel;gerard.bonnet@courriel.example;06 39 98 17 93;oui;oui
CHASSAING;Odile;19160;Neuvic;odile.chassaing@courriel.example;06 39 98 81 07;;
DUPONT;Laura;19200;Ussel;;;oui;oui
";
const SOON: Duration = Duration::from_secs(20);

async fn shop(stage: &mut Stage) -> (PathBuf, Window) {
    let file = stage.shop_of(CLIENTS);
    let window = stage.open_shop(&file).await;
    (file, window)
}

/// The mails in the folder, once there are so many.
async fn mails(folder: &Path, count: usize) -> Vec<String> {
    let start = Instant::now();
    loop {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let found: Vec<PathBuf> =
            entries.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect();
        if found.len() >= count {
            return found.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect();
        }
        assert!(start.elapsed() < SOON, "{} mails instead of {count}", found.len());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Where the messages of the outbox stand, the newest first.
fn outbox(stage: &Stage, file: &Path) -> Vec<String> {
    let answer = stage.cli(PASSPHRASE).run(file, &["outbox"]);
    let rows = answer.as_array().cloned().unwrap_or_default();
    rows.iter().filter_map(|message| message["state"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_mailing_reaches_exactly_those_who_agreed() {
    scenario("campaign", async |stage| {
        let folder = stage.home.document("mails");
        let (file, window) = shop(stage).await;
        window.click("Administration").await.press("Ctrl+4").await.see("Envoi des mails").await;
        window.click("dans un dossier").await.fill("Dossier des mails", &folder.display().to_string()).await;
        window.fill("Adresse de l’expéditeur", "contact@boutique.example").await.press("Enter").await;
        window.see("Réglages enregistrés").await;

        window.click("Messages").await.click("Nouvel envoi groupé").await.see("Qui recevra cet envoi").await;
        window.click("Mail").await.see("2 retenus").await.see("3 exclus").await;
        window.see("accord jamais demandé").await.see("accord refusé").await.see("e-mail absent ou invalide").await;
        window.see("joyeux anniversaire").await.judge("composing").await;

        // A filter narrows it down; without it everybody is back.
        window.fill("Filtre", "neuvic").await.see("Personne à qui écrire").await;
        window.fill("Filtre", "").await.see("Envoyer à 2 clients").await;

        // Nothing leaves before it was asked once more.
        window.click("Envoyer à 2 clients").await.see("est préparé pour chacun").await.judge("sure").await;
        assert!(!folder.exists() || fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_none()));
        window.click("Envoyer").await.see("L’envoi est lancé").await.see("Terminé").await.judge("done").await;
        let sent = mails(&folder, 2).await;
        for address in ["rosa.albertini@courriel.example", "gerard.bonnet@courriel.example"] {
            assert_eq!(sent.iter().filter(|mail| mail.contains(address)).count(), 1, "{sent:?}");
        }
        assert!(sent.iter().all(|mail| mail.contains("List-Unsubscribe:")), "{sent:?}");

        window.click("Messages").await.see("Sélection clients").await.see("Envoyé").await.see("BONNET Gérard").await;
        window.click("Client").await.see("ALBERTINI Rosa").await.judge("sent").await;
        window.quit().await;
        assert_eq!(outbox(stage, &file), ["sent"; 2]);
        assert_eq!(mails(&folder, 2).await.len(), 2, "each of them once");
    });
}

#[test]
fn a_mailing_that_is_stopped_sends_nothing_until_it_is_resumed() {
    scenario("campaign-stopped", async |stage| {
        // Nothing says yet how SMS leave: they wait.
        let (file, window) = shop(stage).await;
        window.click("Messages").await.click("Nouvel envoi groupé").await.click("SMS").await;
        window.see("2 retenus").await.see("2 SMS, soit").await.picture("segments").await;
        window.fill("Nom de l’envoi", "Anniversaires de décembre").await;
        window.click("Envoyer à 2 clients").await.see("est préparé pour chacun").await.click("Envoyer").await;
        window.see("Anniversaires de décembre").await.see("En cours d’envoi").await.picture("under way").await;

        window.click("Arrêter").await.see("Arrêter cet envoi").await.picture("stopping").await.click("Arrêter").await;
        window.see("Envoi arrêté").await.see_control("Reprendre").await.judge("stopped").await;
        window.quit().await;
        assert_eq!(outbox(stage, &file), ["cancelled"; 2]);

        // It is remembered, and goes on where it stopped.
        let window = stage.open_shop(&file).await;
        window.click("Messages").await.click("Envois groupés").await.see("Arrêté").await.click("Reprendre").await;
        window.see("Envoi repris").await.see("En cours d’envoi").await.picture("resumed").await;
        window.quit().await;
        assert_eq!(outbox(stage, &file), ["pending"; 2]);
    });
}
