//! The power fails.

use std::time::Duration;

use ecrin_e2e_tests::{PASSPHRASE, scenario};

#[test]
fn a_save_cut_off_by_a_power_failure_is_there_or_not_but_never_half() {
    scenario("power-save", async |stage| {
        let file = stage.shop();
        let mut saved = 0;
        let delays = [0, 5, 15, 30, 60, 400];
        for (round, delay) in delays.into_iter().enumerate() {
            let before = stage.cli(PASSPHRASE).run(&file, &["show", "1"])["town"].clone();
            let after = format!("Ville {round}");
            let window = stage.open_shop(&file).await;
            window.write("loe").await.see("LŒUILLET").await.press("Enter").await.see("Dernière MAJ de la fiche").await;
            window.press("F2").await.fill("Ville", &after).await.press("Ctrl+s").await;
            tokio::time::sleep(Duration::from_millis(delay)).await;
            stage.cut_power();
            window.quit().await;
            assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
            let now = stage.cli(PASSPHRASE).run(&file, &["show", "1"])["town"].clone();
            assert!(now == before || now == after.as_str(), "{before} → {after}, but found {now}");
            saved += u32::from(now == after.as_str());
        }
        assert!(saved > 0, "a save of 400 ms ago is always there");
    });
}

#[test]
fn an_import_cut_off_by_a_power_failure_leaves_nothing_behind() {
    scenario("power-import", async |stage| {
        let file = stage.shop();
        let table = stage.table(100_000);
        let window = stage.open_shop(&file).await;
        window.press("Alt+3").await.fill("Chemin du fichier", &table.display().to_string()).await.press("Enter").await;
        window.see_control("Importer 100 000 lignes").await.press("Ctrl+Enter").await;
        window.see("sur 100 000 lignes").await.picture("under way").await;
        stage.cut_power();
        window.quit().await;

        let window = stage.open_shop(&file).await;
        window.see("1 997 fiches dans le fichier").await.picture("nothing lost").await;
        window.write("Essai").await.see("Aucune fiche pour « Essai »").await;
        window.quit().await;
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}
