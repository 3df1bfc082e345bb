//! Closing the window with something unsaved in it, and when it hangs.

use std::time::Duration;

use ecrin_e2e_tests::scenario;

#[test]
fn closing_asks_about_what_is_not_saved() {
    scenario("closing", async |stage| {
        let file = stage.shop();
        let window = stage.open_shop(&file).await;
        window.write("loe").await.see("LŒUILLET").await.press("Enter").await.see("Dernière MAJ de la fiche").await;
        window.press("F2").await.fill("Ville", "Nantes").await;
        window.ask_to_close();
        window.see("Modifications non enregistrées").await.picture("unsaved").await.click("Reprendre").await;
        window.see_in("Ville", "Nantes").await;
        // The question may take longer to answer than the shell waits for a dead interface.
        window.ask_to_close();
        window.see("Modifications non enregistrées").await;
        tokio::time::sleep(Duration::from_millis(2500)).await;
        window.see("Modifications non enregistrées").await.click_and_leave("Ne pas enregistrer").await;
        stage.wait_until_gone();
        window.quit().await;

        let window = stage.open_shop(&file).await;
        window.write("loe").await.see("Le Pellerin").await;
        window.quit().await;
    });
}

#[test]
fn an_interface_that_hangs_can_still_be_closed() {
    scenario("hanging", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        window.hang().await;
        window.ask_to_close();
        stage.wait_until_gone();
        window.quit().await;
    });
}
