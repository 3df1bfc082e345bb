//! First start.

use ecrin_e2e_tests::scenario;

#[test]
fn a_first_start_offers_four_ways_to_begin() {
    scenario("start", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.see("Créer un fichier clients").await.picture("first").await;
        window.accessible("start").await;
    });
}
