//! Messages on their way, from the window to a mail server and a gateway on this computer, and what the window says of them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use ecrin_core_tests::http::HttpServer;
use ecrin_core_tests::smtp::{Manners, SmtpServer};
use ecrin_e2e_tests::{PASSPHRASE, Stage, Window, scenario};

/// A message whose server was out of reach is tried again after a minute.
const NEXT_TRY: Duration = Duration::from_secs(90);
const SOON: Duration = Duration::from_secs(20);

/// A shop with one client who can be reached by every channel.
async fn shop(stage: &mut Stage) -> (PathBuf, Window) {
    let table = stage.home.document("laura.csv");
    let row = "Mlle;DUPONT;Laura;14 rue de la Liberté;19200;USSEL;laura.dupont@courriel.example;01 99 00 11 17;06 39 98 71 10";
    std::fs::write(&table, format!("civilite;nom;prenom;adresse;cp;ville;email;telephone;portable\n{row}\n"))
        .expect("a table in the home");
    let file = stage.home.document("boutique.ecrin");
    let cli = stage.cli(PASSPHRASE);
    cli.run(&file, &["create", "--name", "Maison Vaurelle"]);
    cli.run(&file, &["import", &table.display().to_string()]);
    let window = stage.open_shop(&file).await;
    (file, window)
}

/// Waits until a server has what it should.
async fn until(what: &str, at_most: Duration, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < at_most, "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Administration › Messages: mails through this server, tried before they are saved.
async fn set_up_mails(window: &Window, port: u16) {
    window.click("Administration").await.press("Ctrl+4").await.see("Envoi des mails").await;
    window.click("par un serveur").await.choose("Chiffrement", "Aucun").await;
    window.fill("Serveur", "127.0.0.1").await.fill("Port", &port.to_string()).await;
    window.fill("Adresse de l’expéditeur", "contact@boutique.example").await;
    window.click("Tester la connexion").await.see("La connexion fonctionne").await.picture("tried").await;
    window.fill("Nom de l’expéditeur", "Maison Vaurelle").await.press("Enter").await;
    window.see("Réglages enregistrés").await.see_no("Réglages enregistrés").await;
}

/// SMS through a gateway of the shop's own.
async fn set_up_sms(window: &Window, url: &str) {
    window
        .choose("Les SMS partent", "Autre passerelle")
        .await
        .fill("Adresse de la page", url)
        .await
        .press("Enter")
        .await;
    window.see("Réglages enregistrés").await.judge("set up").await.see_no("Réglages enregistrés").await;
}

/// Her record.
async fn at_her_record(window: &Window) {
    window.press("Ctrl+k").await.write("dup").await.see("DUPONT").await.press("Enter").await;
    window.see("Dernière MAJ de la fiche").await;
}

/// « Nouveau message » with this template.
async fn compose(window: &Window, channel: &str, template: &str) {
    window.press("Ctrl+m").await.see("Nouveau message").await.click(channel).await.click(template).await;
}

#[test]
fn an_agreement_a_request_and_an_sms_reach_their_servers_and_the_window_says_so() {
    scenario("sending", async |stage| {
        let (mails, gateway) = (SmtpServer::start(&Manners::default()), HttpServer::start());
        let (file, window) = shop(stage).await;
        set_up_mails(&window, mails.port).await;
        set_up_sms(&window, &gateway.url("/envoi")).await;
        at_her_record(&window).await;

        // An agreement with its confirmation, by « Envoyer directement au client ».
        window.click("RGPD").await.click("Envoi de mails techniques").await.see("Comment avez-vous obtenu").await;
        window
            .press("2")
            .await
            .click("Envoyer directement au client")
            .await
            .see("Sélection d’un format prédéfini")
            .await;
        window.see("Nous avons noté votre accord").await.judge("agreement and confirmation").await;
        window.click("Valider").await.see_no("Comment avez-vous obtenu").await;
        window.see_in("Envoi de mails techniques", "true").await;
        until("the confirmation", SOON, || mails.received().len() == 1).await;
        assert_eq!(mails.received()[0].to, "laura.dupont@courriel.example");
        assert_eq!(mails.received()[0].from, "contact@boutique.example");

        // A request: the indicator says since when it is asked.
        compose(&window, "Mail", "Demande d’accord").await;
        window.choose("À propos de", "Envoi de mails commerciaux").await.judge("request").await;
        window.click("Envoyer").await.see("Le message est parti").await;
        until("the request", SOON, || mails.received().len() == 2).await;
        window.click("RGPD").await.see("Demandé le").await.judge("asked").await;

        // An SMS through the gateway, once she agreed to them.
        window.click("Envoi de SMS techniques").await.see("Comment avez-vous obtenu").await;
        window.press("2").await.press("Enter").await.see_no("Comment avez-vous obtenu").await;
        window.see_in("Envoi de SMS techniques", "true").await;
        compose(&window, "SMS", "Votre réparation est prête").await;
        window.see("Message de service, sans offre").await.click("Envoyer").await;
        until("the SMS", SOON, || gateway.asked().len() == 1).await;
        let asked = gateway.asked().remove(0);
        assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/envoi"));
        assert!(asked.body.contains("+33639987110"), "{}", asked.body);
        assert!(asked.body.contains("votre réparation est terminée"), "{}", asked.body);

        window.click("Envois de SMS/Mails").await.see("Envoyé").await.see_no("En attente").await;
        window.see("Demande RGPD").await.see("Relances SAV Clients").await.judge("sent").await;
        window.quit().await;

        let messages = stage.cli(PASSPHRASE).run(&file, &["outbox"]);
        let states: Vec<&str> =
            messages.as_array().into_iter().flatten().filter_map(|message| message["state"].as_str()).collect();
        assert_eq!(states, ["sent"; 3], "{messages}");
        assert_eq!((mails.received().len(), gateway.asked().len()), (2, 1), "each of them once");
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}

#[test]
fn a_message_waits_for_a_server_that_is_down_and_leaves_once_it_is_up_again() {
    scenario("sending-down", async |stage| {
        let mails = SmtpServer::start(&Manners::default());
        let (file, window) = shop(stage).await;
        set_up_mails(&window, mails.port).await;
        let port = mails.switch_off();
        at_her_record(&window).await;
        window.click("Envois de SMS/Mails").await;
        compose(&window, "Mail", "Vos droits et vos choix").await;
        window.click("Envoyer").await.see("En attente").await.see("serveur injoignable").await;
        window.see("1 message en attente").await.judge("waits").await;

        let mails = SmtpServer::start_at(port, &Manners::default());
        until("the message", NEXT_TRY, || mails.received().len() == 1).await;
        window.see("Envoyé").await.see_no("serveur injoignable").await.see_no("1 message en attente").await;
        window.picture("sent").await;
        window.quit().await;
        assert_eq!(mails.received().len(), 1, "once");
        let messages = stage.cli(PASSPHRASE).run(&file, &["outbox"]);
        assert_eq!((&messages[0]["state"], &messages[0]["attempts"]), (&"sent".into(), &2.into()), "{messages}");
    });
}
