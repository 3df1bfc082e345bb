//! The ways by which a file reaches the window: the system's chooser, a drop, a double click.

use ecrin_e2e_tests::{PASSPHRASE, scenario};

#[test]
fn a_table_chosen_in_the_native_chooser_is_read() {
    scenario("chooser", async |stage| {
        stage.use_window_manager();
        let file = stage.shop();
        let window = stage.open_shop(&file).await;
        window.press("Alt+3").await.click("Parcourir…").await;
        window.choose_in_native_dialog(&stage.home.document("clients-2000.csv")).await;
        window.see("Importer 2 000 lignes").await.picture("chosen").await;
        window.quit().await;
    });
}

#[test]
fn a_dropped_table_is_read_and_a_dropped_shop_asks_for_its_passphrase() {
    scenario("drop", async |stage| {
        let file = stage.shop();
        let window = stage.open(&[]).await;
        window
            .see("Pour commencer")
            .await
            .drop_file(&file)
            .await
            .see("Ce fichier est chiffré")
            .await
            .picture("shop")
            .await;
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await.see("dans le fichier").await;
        window
            .drop_file(&stage.home.document("clients-2000.csv"))
            .await
            .see("Importer 2 000 lignes")
            .await
            .picture("table")
            .await;
        window.quit().await;
    });
}

#[test]
fn a_table_opened_with_the_program_asks_for_its_shop_first() {
    scenario("open-with", async |stage| {
        let file = stage.shop();
        let window = stage.open(&[&stage.home.document("clients-2000.csv")]).await;
        window.see("Dans quel fichier clients ?").await.picture("which").await.click("Un fichier existant").await;
        window.fill("Chemin du fichier", &file.display().to_string()).await.press("Enter").await;
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await;
        window.see("Importer 2 000 lignes").await.picture("table").await;
        window.quit().await;
    });
}
