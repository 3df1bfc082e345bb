//! Agreements at the counter: collected in two keys, sealed, taken back with one click, explained, and proved on paper.

use ecrin_e2e_tests::{PASSPHRASE, Stage, Window, scenario};
use serde_json::Value;

/// A shop with one client who can be reached by every channel, her record open.
async fn at_her_record(stage: &mut Stage) -> (std::path::PathBuf, Window) {
    let table = stage.home.document("laura.csv");
    let row = "Mlle;DUPONT;Laura;14 rue de la Liberté;19200;USSEL;laura.dupont@courriel.example;05 36 49 11 17;06 39 98 71 10";
    std::fs::write(&table, format!("civilite;nom;prenom;adresse;cp;ville;email;telephone;portable\n{row}\n"))
        .expect("a table in the home");
    let file = stage.home.document("boutique.ecrin");
    let cli = stage.cli(PASSPHRASE);
    cli.run(&file, &["create", "--name", "Maison Vaurelle"]);
    cli.run(&file, &["import", &table.display().to_string()]);
    let window = stage.open_shop(&file).await;
    window.write("dup").await.see("DUPONT").await.press("Enter").await;
    window.see("Dernière MAJ de la fiche").await;
    (file, window)
}

/// Label and mode of every row of her history, the oldest first.
fn history(stage: &Stage, file: &std::path::Path) -> Vec<(String, String)> {
    let answer = stage.cli(PASSPHRASE).run(file, &["consents", "1"]);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let rows = answer["history"].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| (text(row, "label"), text(row, "mode"))).collect()
}

fn rows(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(label, mode)| ((*label).to_owned(), (*mode).to_owned())).collect()
}

#[test]
fn an_agreement_takes_two_keys_and_its_withdrawal_one() {
    scenario("consents-keys", async |stage| {
        let (file, window) = at_her_record(stage).await;
        window.click("RGPD").await.see("Historique des autorisations").await.picture("tab").await;
        let commercial = "Envoi de SMS commerciaux";
        window.see_in(commercial, "mixed").await;

        // Cancelled, nothing happened.
        window.click(commercial).await.see("Comment avez-vous obtenu l’accord").await.press("2").await;
        window.see("Sera scellé").await.picture("dialog").await.press("Escape").await;
        window.see_no("Comment avez-vous obtenu").await.see_in(commercial, "mixed").await.see_focus(commercial).await;
        assert_eq!(history(stage, &file), []);

        // « 2 », « Entrée ».
        window.press("Space").await.see("Comment avez-vous obtenu l’accord").await;
        window.press("2").await.press("Enter").await.see_no("Comment avez-vous obtenu").await;
        window.see_in(commercial, "true").await.see("Accord écrit").await.see_focus(commercial).await;
        window.picture("granted").await;
        assert_eq!(history(stage, &file), rows(&[("Envoi de SMS commerciaux", "Accord écrit")]));

        // A second one on the same channel names both.
        window.click("Envoi de SMS techniques").await.see("Comment avez-vous").await.press("1").await;
        window
            .see("Envoi de SMS techniques & commerciaux")
            .await
            .press("Enter")
            .await
            .see_no("Comment avez-vous")
            .await;

        // Taken back at once, without a question.
        window.click(commercial).await.see_in(commercial, "false").await.picture("withdrawn").await;
        window.click("Envoi de SMS techniques").await.see_in("Envoi de SMS techniques", "false").await;
        window.see("Arrêt d’envoi de SMS").await.see("retiré").await.picture("stopped").await;
        assert_eq!(
            history(stage, &file),
            rows(&[
                ("Envoi de SMS commerciaux", "Accord écrit"),
                ("Envoi de SMS techniques & commerciaux", "Accord oral"),
                ("Envoi de SMS techniques", ""),
                ("Arrêt d'envoi de SMS", ""),
            ])
        );
        window.quit().await;
        let verified = stage.cli(PASSPHRASE).run(&file, &["verify"]);
        assert_eq!((&verified["decisions"], &verified["broken"]), (&Value::from(4), &Value::Null), "{verified}");
    });
}

#[test]
fn the_same_with_the_mouse_and_its_explanation() {
    scenario("consents-mouse", async |stage| {
        let (file, window) = at_her_record(stage).await;
        window.click("RGPD").await.click("Envoi de mails commerciaux").await;
        window.see("Comment avez-vous obtenu l’accord").await.click("Courrier").await;
        window.fill("Précision", "lettre du 3 novembre").await.picture("dialog").await;
        window.click("Valider").await.see_no("Comment avez-vous").await;
        window.see_in("Envoi de mails commerciaux", "true").await;
        // The chip says yes, and why.
        window.click("Mail Oui").await.see("CPCE").await.see("Accord par courrier").await.picture("why yes").await;
        window.press("Escape").await.click("Téléphone Non").await.see("L.223-1").await.picture("why no").await;
        window.press("Escape").await;
        window.click("Envoi de mails commerciaux").await.see_in("Envoi de mails commerciaux", "false").await;
        window.see("Arrêt d’envoi de mails").await.see_control("Mail Non").await.picture("withdrawn").await;
        window.quit().await;
        assert_eq!(
            history(stage, &file),
            rows(&[("Envoi de mails commerciaux", "Accord par courrier"), ("Arrêt d'envoi de mails", "")])
        );
        let verdict =
            stage.cli(PASSPHRASE).run(&file, &["may-contact", "1", "--channel", "mail", "--purpose", "commercial"]);
        assert_eq!((&verdict["allowed"], &verdict["ground"]), (&Value::Bool(false), &Value::from("objection")));
    });
}

#[test]
fn a_signature_is_drawn_sealed_and_shown() {
    scenario("consents-signature", async |stage| {
        let (file, window) = at_her_record(stage).await;
        let stroke = [(10, 60), (20, 25), (30, 75), (40, 25), (50, 75), (80, 40)];
        window
            .click("RGPD")
            .await
            .click("Envoi de SMS techniques")
            .await
            .see("Comment avez-vous")
            .await
            .press("2")
            .await;

        // Échap leaves the surface, and only then the dialog.
        window.click("Signature").await.draw("Zone de signature", &stroke).await.picture("drawn").await;
        window
            .press("Escape")
            .await
            .see_no("Faites signer")
            .await
            .see("Comment avez-vous")
            .await
            .see_focus("Signature")
            .await;

        // Sealed with the rest, even if nobody clicked « Garder ».
        window.click("Signature").await.draw("Zone de signature", &stroke).await.click("Valider").await;
        window.see_no("Comment avez-vous").await.see_in("Envoi de SMS techniques", "true").await;
        window.click("Signature").await.see("Empreinte SHA-256").await.picture("viewer").await;
        let ink = "const image = document.querySelector('dialog[open] img')
            const canvas = document.createElement('canvas')
            canvas.width = image.naturalWidth
            canvas.height = image.naturalHeight
            const context = canvas.getContext('2d')
            context.drawImage(image, 0, 0)
            const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
            let dark = 0
            for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1
            return dark";
        let dark = window.measure(ink).await.as_u64().unwrap_or_default();
        assert!(dark > 1_000, "the picture shows {dark} dots of ink");
        window.press("Escape").await.see_no("Empreinte SHA-256").await;
        window.quit().await;
        assert_eq!(history(stage, &file), rows(&[("Envoi de SMS techniques", "Accord écrit")]));
        let verified = stage.cli(PASSPHRASE).run(&file, &["verify"]);
        assert_eq!((&verified["decisions"], &verified["broken"]), (&Value::from(1), &Value::Null), "{verified}");
    });
}

#[test]
fn an_opt_out_on_sms_is_refused_with_its_reason() {
    scenario("consents-opt-out", async |stage| {
        let (_, window) = at_her_record(stage).await;
        window.press("Alt+6").await.press("Ctrl+2").await.click("Ajouter").await.see("Ajouter un indicateur").await;
        window.write("Offres sans accord").await.choose("Canal", "SMS").await.choose("Finalité", "Commercial").await;
        window.choose("Type", "Opt-out").await.press("Enter").await;
        window.see("Un opt-out n’est pas possible ici").await.see("CPCE L.34-5").await.see_focus("Type").await;
        window.see_in("Nom", "Offres sans accord").await.picture("refused").await.press("Escape").await;
        window.see_no("Ajouter un indicateur").await.see_no("Offres sans accord").await;
        window.quit().await;
    });
}

#[test]
fn the_attestation_is_saved_where_the_native_dialog_says() {
    scenario("consents-attestation", async |stage| {
        let (_, window) = at_her_record(stage).await;
        window.click("RGPD").await.click("Envoi de SMS techniques").await.see("Comment avez-vous").await;
        window.press("2").await.press("Enter").await.see_in("Envoi de SMS techniques", "true").await;
        let target = stage.home.document("attestation.pdf");
        window.press("Ctrl+i").await.save_in_native_dialog(&target).await;
        window.see("L’attestation est enregistrée").await.picture("saved").await;
        let written = std::fs::read(&target).expect("the attestation");
        assert!(written.starts_with(b"%PDF-"), "{:?}", written.get(..8));
        window.quit().await;
    });
}
