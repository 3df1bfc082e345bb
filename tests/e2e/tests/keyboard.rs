//! The whole counter without a mouse.

use ecrin_e2e_tests::scenario;

#[test]
fn everything_at_the_counter_can_be_done_by_keys_alone() {
    scenario("keyboard", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.press("4").await;
        window
            .see("500 fiches dans le fichier")
            .await
            .see_focus("Rechercher un client")
            .await
            .picture("demonstration")
            .await;

        // Find, choose, open.
        window.write("mar").await.see("pour « mar »").await.press("Down Enter").await;
        window.see("Dernière MAJ de la fiche").await.picture("record").await;

        // Change and save: the name is selected, the first name is one key away.
        window.press("F2").await.see_focus("Nom").await.press("Tab").await.see_focus("Prénom").await;
        window.press("Ctrl+a").await.write("Maud").await.picture("editing").await.press("Ctrl+s").await;
        window.see("Maud").await.see_control("Modifier").await.picture("saved").await;

        // The journal, and back to the search.
        window.press("Ctrl+5").await.see("Opérateur").await.press("Ctrl+1").await.see("Vie de la fiche").await;
        window.press("Escape").await.see_focus("Rechercher un client").await;

        // A new record.
        window.press("Ctrl+n").await.see_focus("Nom").await.write("Clavier").await;
        window.press("Tab").await.write("Claude").await.press("Ctrl+s").await;
        window.see("CLAVIER Claude").await.see("Créée le").await.picture("created").await;
        window
            .press("Ctrl+k")
            .await
            .write("clavi")
            .await
            .see("CLAVIER")
            .await
            .press("Enter")
            .await
            .see("Créée le")
            .await;
        window.quit().await;
    });
}
