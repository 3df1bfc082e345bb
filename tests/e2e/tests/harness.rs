//! The judge judged: what should be found wrong is.

use ecrin_e2e_tests::scenario;

#[test]
fn axe_finds_what_is_put_wrong_on_purpose() {
    scenario("judge", async |stage| {
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        assert_eq!(window.serious().await, Vec::<String>::new());
        window.measure("document.querySelector('main').append(document.createElement('button'))").await;
        let found = window.serious().await;
        assert!(found.iter().any(|line| line.contains("button-name")), "{found:?}");
        window.quit().await;
    });
}
