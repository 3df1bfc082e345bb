//! The system's own file chooser.

use ecrin_e2e_tests::scenario;

#[test]
fn a_table_chosen_in_the_native_chooser_is_read() {
    scenario("chooser", async |stage| {
        stage.use_window_manager();
        let file = stage.shop();
        let window = stage.open_shop(&file).await;
        window.press("Alt+2").await.click("Parcourir…").await;
        window.choose_in_native_dialog(&stage.home.document("clients-2000.csv")).await;
        window.see("Importer 2 000 lignes").await.picture("chosen").await;
        window.quit().await;
    });
}
