//! The record whole: each label's panel and each window, in both sizes of screen, light and dark.

use ecrin_e2e_tests::{Window, scenario};

/// The labels, with something that their panel says of a client who has something in each.
const PANELS: [(&str, &str); 9] = [
    ("Codes de sélection", "Ajouter un code"),
    ("Informations bancaires et financières", "Référence du mandat SEPA"),
    ("Incidents", "Ajouter un incident"),
    ("Actions", "Ajouter une action"),
    ("Infos portage", "Mode"),
    ("Adresses de livraison", "quand aucune autre ne vaut"),
    ("Historique de livraison", "Toutes les livraisons"),
    ("Gestion clients", "Facturé en tout"),
    ("CRM", "Nouvelle note"),
];
/// The last one bears the name of a tab.
const CONSENTS: &str = "document.querySelector('.cards [data-line=\"consents\"] button').click()";
const WINDOWS: [&str; 5] = ["Abonnements", "Factures", "Règlements", "Livraisons", "Parrainages"];

/// Opens every label and every window of somebody who has something in each.
fn whole_record(name: &str, theme: &str, (width, height): (u32, u32)) {
    scenario(name, async |stage| {
        stage.use_screen(width, height);
        stage.home.prefer("fr", theme);
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.resize(width, height).await;
        window.press("4").await.see("500 fiches dans le fichier").await;
        window.write("dupont laura").await.see("pour « dupont laura »").await.press("Enter").await;
        window.see("Solde dû").await.see("Entretien annuel").await;
        window.click("Fenêtres : 4 sur 5").await.click("Parrainages").await.press("Escape").await;
        window.see_control("Fenêtres : 5 sur 5").await.judge("record").await;
        for (label, says) in PANELS {
            window.click(label).await.see(says).await.judge(label).await;
            window.press("Escape").await.see_focus(label).await;
        }
        window.measure(CONSENTS).await;
        window.see("Tous les consentements").await.judge("RGPD").await.press("Escape").await;
        window.see_no("Tous les consentements").await;
        for title in WINDOWS {
            scroll_to(&window, title).await;
            let menu = format!("Actions : {title}");
            window.click(&menu).await.see("Export CSV").await.judge(title).await.press("Escape").await;
        }
        window.quit().await;
    });
}

/// Scrolls until a window is in sight, as the wheel would.
async fn scroll_to(window: &Window, title: &str) {
    let script = format!(
        "[...document.querySelectorAll('.win h3')].find((head) => head.textContent === '{title}').scrollIntoView()"
    );
    window.measure(&script).await;
}

#[test]
fn what_waits_is_told_on_the_first_screen_and_leads_to_its_record() {
    scenario("waiting", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.press("4").await.see("à relancer").await.see("à renouveler").await;
        window.judge("first screen").await.click("1 facture à relancer").await.see("Reste à régler").await;
        window.judge("unpaid").await.click("Ouvrir la fiche de DUPONT Michel").await;
        window.see("Solde dû").await.press("Escape").await.see("à renouveler").await;
        window.click("abonnements à renouveler").await.see("Prix de la suite").await.judge("renewals").await;
        window.quit().await;
    });
}

#[test]
fn all_of_a_record_on_a_small_screen() {
    whole_record("whole-record", "light", (1366, 768));
}

#[test]
fn all_of_a_record_on_a_small_screen_in_the_dark() {
    whole_record("whole-record-dark", "dark", (1366, 768));
}

#[test]
fn all_of_a_record_on_a_large_screen() {
    whole_record("whole-record-large", "light", (1920, 1080));
}

#[test]
fn all_of_a_record_on_a_large_screen_in_the_dark() {
    whole_record("whole-record-large-dark", "dark", (1920, 1080));
}
