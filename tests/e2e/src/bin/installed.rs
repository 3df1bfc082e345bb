//! The installed program, as its desktop starts it: what `cargo xtask package --try` drives.
//!
//! `installed HOME FILE`, with the program in `ECRIN_PROGRAM`. The home is kept, so that settings can be looked at afterwards.

use std::{env, fs, path::PathBuf, time::Duration};

use ecrin_e2e_tests::{Bus, Home, scenario_in};

const ENTRY: &str = "/usr/share/applications/ecrin.desktop";

fn main() {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(home), Some(file)) = (arguments.next(), arguments.next()) else { panic!("usage: installed HOME FILE") };
    scenario_in("installed", Home::kept(home), async |stage| {
        stage.use_bus(Bus::WithKeyRing);
        stage.use_window_manager();
        let window = stage.open(&[]).await;
        window.see("Pour commencer").await.picture("start").await;

        // Desktops put a window under the entry whose class it has.
        let entry = fs::read_to_string(ENTRY).expect("the desktop entry");
        let class = format!("StartupWMClass={}", window.class());
        assert!(entry.lines().any(|line| line == class), "the window's class is {class}");

        // A double click in a file manager: by the file's type to the entry, by the entry to the program, by the bus to the window.
        let mut double_click = stage.start_beside("gio", &stage.home, &["open".as_ref(), file.as_os_str()]);
        assert!(double_click.wait().expect("gio").success(), "the system knows what opens the file");
        window.see("500 fiches dans le fichier").await;
        window
            .write("mar")
            .await
            .see("pour « mar »")
            .await
            .see_control("Ouvrir la fiche")
            .await
            .picture("search")
            .await;
        assert_eq!(stage.processes().len(), 1, "one program");
        window.press("Down Enter").await.see("Dernière MAJ de la fiche").await.picture("record").await;

        tokio::time::sleep(Duration::from_millis(300)).await;
        window.ask_to_close();
        stage.wait_until_gone();
        window.quit().await;
    });
}
