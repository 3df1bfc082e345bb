//! Starting the program again while it is open.

use std::{
    fmt::Write,
    path::Path,
    time::{Duration, Instant},
};

use ecrin_e2e_tests::{Bus, Home, PASSPHRASE, scenario};

#[test]
fn a_second_start_raises_the_first_window_and_hands_over_its_file() {
    scenario("second-start", async |stage| {
        stage.use_bus(Bus::WithKeyRing);
        stage.use_window_manager();
        let file = stage.shop();
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await;
        window.minimize();
        assert!(!window.is_in_front(), "minimized");

        // As some file managers name it: an address, with its signs escaped.
        let mut second = stage.start_again(&stage.home, &[Path::new(&address(&file))]);
        let start = Instant::now();
        while second.try_wait().expect("the second start").is_none() {
            assert!(start.elapsed() < Duration::from_secs(10), "the second start does not end");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(second.wait().expect("the second start").success());
        window.see("Ce fichier est chiffré").await.see("boutique.ecrin").await.picture("raised").await;
        assert!(window.is_in_front(), "raised");
        assert_eq!(stage.processes().len(), 1, "one program");

        // Somebody else's folders on the same bus are another program.
        let other = Home::new();
        let mut neighbour = stage.start_again(&other, &[]);
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert!(neighbour.try_wait().expect("the neighbour").is_none(), "the neighbour has a window of its own");
        neighbour.kill().expect("the neighbour");
        neighbour.wait().expect("the neighbour");
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await.see("1 997 fiches").await;
        window.quit().await;
    });
}

#[test]
fn with_a_key_ring_daily_opening_asks_nothing() {
    scenario("key-ring", async |stage| {
        stage.use_bus(Bus::WithKeyRing);
        let window = stage.open(&[]).await;
        window.click("Créer un fichier clients").await.fill("Nom de la boutique", "Maison Vaurelle").await;
        window.fill("Phrase de passe", PASSPHRASE).await.fill("La même, encore une fois", PASSPHRASE).await;
        window.tick("Ne plus demander sur ce poste").await.picture("remember").await.click("Créer le fichier").await;
        window.see("Ce fichier ne contient encore aucune fiche").await;
        window.quit().await;

        let window = stage.open(&[]).await;
        window.see("Ce fichier ne contient encore aucune fiche").await.see_focus("Rechercher un client").await;
        window.picture("opened").await;
        window.click("Fichier").await.click("Fermer le fichier").await.see("Ouvert récemment").await;
        window.quit().await;

        // A file that was closed by hand stays closed, and opens at a click.
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.click_row("maison-vaurelle.ecrin").await;
        window.see("Ce fichier ne contient encore aucune fiche").await;
        window.quit().await;
    });
}

/// "/tmp/é.ecrin" → "file:///tmp/%C3%A9.ecrin".
fn address(file: &Path) -> String {
    let mut address = String::from("file://");
    for byte in file.display().to_string().bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        let _ = if plain { address.write_char(byte.into()) } else { write!(address, "%{byte:02X}") };
    }
    address
}
