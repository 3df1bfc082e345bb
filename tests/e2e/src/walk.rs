//! A walk through the main screens, light and dark, with a picture of each.

use crate::{Stage, Window};

/// Walks as somebody who has just installed Écrin, then as the same person who prefers it dark.
pub async fn walk(stage: &mut Stage) {
    let table = stage.home.receive_table();
    let window = stage.open(&[]).await;
    window.see("Pour commencer").await.picture("start").await;
    window.click("Créer un fichier clients").await.see_control("Nom de la boutique").await.picture("create").await;
    window
        .click("Retour")
        .await
        .press("4")
        .await
        .see("500 fiches dans le fichier")
        .await
        .picture("demonstration")
        .await;
    counter(&window).await;
    lists(&window).await;

    window.press("Alt+3").await.fill("Chemin du fichier", &table.display().to_string()).await.press("Enter").await;
    window.see_control("Importer 2 000 lignes").await.picture("import").await;
    window.click("Essai à blanc").await.see_control("Importer maintenant").await.picture("report").await;
    window.quit().await;

    stage.home.prefer("fr", "dark");
    let window = stage.open(&[]).await;
    window.see("Pour commencer").await.picture("start dark").await;
    window.press("4").await.see("500 fiches dans le fichier").await;
    counter(&window).await;
    lists(&window).await;
    window.quit().await;
}

/// Looks at who may be sent offers by SMS, and at who may not.
async fn lists(window: &Window) {
    window.press("Alt+2").await.choose("Finalité de la sélection", "SMS commerciaux").await.see("retenus").await;
    window.see("exclus").await.picture("lists").await;
    window.click("Voir les exclus").await.see("Clients exclus").await.picture("excluded").await.press("Escape").await;
}

/// Finds somebody, reads and changes the record, begins a new one.
async fn counter(window: &Window) {
    window.write("mar").await.see("pour « mar »").await.see_control("Ouvrir la fiche").await.picture("search").await;
    // Somebody whose record has something in every window.
    window.press("Ctrl+k").await.write("dupont laura").await.see("pour « dupont laura »").await.press("Enter").await;
    window.see("Solde dû").await.see("Entretien annuel").await.picture("subscriber").await;
    window.press("Ctrl+k").await.write("mar").await.see("pour « mar »").await.see_control("Ouvrir la fiche").await;
    window.press("Down Enter").await.see("Dernière MAJ de la fiche").await.picture("record").await;
    window.press("F2").await.see_focus("Nom").await.press("Tab").await.press("Ctrl+a").await.write("Maud").await;
    window.picture("editing").await.press("Ctrl+s").await.see_control("Modifier").await;
    window.press("Ctrl+2").await.see("Ajouter un mouvement").await.picture("movements").await;
    window.press("Ctrl+3").await.see("Historique des autorisations").await.picture("consents").await;
    window.press("Ctrl+4").await.see("Contexte").await.picture("messages").await;
    window.press("Ctrl+5").await.see("Opérateur").await.picture("journal").await;
    // Near « DUPONT Laura », who is in every demonstration; the others change with the day on which it is made.
    window.press("Ctrl+n").await.see_focus("Nom").await.write("Dupond").await.press("Tab").await.write("Laura").await;
    window.fill("CP", "19200").await.see("nom proche").await.picture("new record").await;
    window.press("Ctrl+k").await.click("Ne pas enregistrer").await.see_focus("Rechercher un client").await;
}
