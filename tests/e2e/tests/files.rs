//! Files that cannot be opened: each is named, with what is wrong and what is safe, and none is touched.

use std::{fs, path::Path};

use ecrin_e2e_tests::{PASSPHRASE, Window, scenario};

/// Asks for a file on the start page, which must stay there and say `words`.
async fn refused(window: &Window, file: &Path, words: &str) {
    let before = fs::read(file).ok();
    window.click("Ouvrir un fichier existant").await;
    window.fill("Chemin du fichier", &file.display().to_string()).await.press("Enter").await;
    if before.is_some() && window.asks_for_passphrase().await {
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await;
    }
    window.see(words).await;
    let picture = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    window.picture(&picture).await.click("Retour").await;
    assert_eq!(fs::read(file).ok(), before, "{} was touched", file.display());
}

#[test]
fn what_is_no_shop_file_or_not_whole_is_said_and_left_alone() {
    scenario("files", async |stage| {
        let whole = fs::read(stage.shop()).expect("the shop");
        let make = |name: &str, bytes: &[u8]| {
            let path = stage.home.document(name);
            fs::write(&path, bytes).expect("a file in the home");
            path
        };
        let cut = make("coupé.ecrin", &whole[..whole.len() / 2]);
        let pdf = make("facture.ecrin", b"%PDF-1.7 not a shop");
        let mut damaged = whole.clone();
        damaged[8192 + 500] ^= 0xff;
        let damaged = make("abîmé.ecrin", &damaged);
        let mut newer = whole.clone();
        // The format's version, in both copies of the header.
        newer[8] = 2;
        newer[4096 + 8] = 2;
        let newer = make("plus-récent.ecrin", &newer);
        let absent = stage.home.document("absent.ecrin");

        let window = stage.open(&[]).await;
        refused(&window, &absent, "Ce fichier est introuvable").await;
        refused(&window, &pdf, "Ce n’est pas un fichier Écrin").await;
        refused(&window, &newer, "d’une version plus récente d’Écrin").await;
        refused(&window, &cut, "Ce fichier est endommagé").await;
        refused(&window, &damaged, "Ce fichier est endommagé").await;
        window.quit().await;
    });
}

#[test]
fn a_wrong_passphrase_says_what_to_check_and_the_right_one_still_opens() {
    scenario("passphrase", async |stage| {
        let file = stage.shop();
        let window = stage.open(&[&file]).await;
        window.fill("Phrase de passe", "perle saphir rubis").await.press("Enter").await;
        window.see("Cette phrase de passe n’ouvre pas le fichier").await.see("Verr. Maj").await.picture("wrong").await;
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await;
        window.see("1 997 fiches dans le fichier").await;
        window.quit().await;
    });
}

#[test]
fn a_table_that_is_none_is_refused_with_the_reason() {
    scenario("tables", async |stage| {
        let file = stage.shop();
        let renamed = stage.home.document("clients.xlsx");
        fs::write(&renamed, b"%PDF-1.7 not a workbook").expect("a file in the home");
        let empty = stage.home.document("vide.csv");
        fs::write(&empty, b"").expect("a file in the home");
        let window = stage.open_shop(&file).await;
        for (table, words) in [(renamed, "Ce fichier n’est pas un tableau lisible"), (empty, "aucune ligne à importer")]
        {
            window
                .press("Alt+3")
                .await
                .fill("Chemin du fichier", &table.display().to_string())
                .await
                .press("Enter")
                .await;
            window
                .see(words)
                .await
                .picture("refused")
                .await
                .press("Ctrl+k")
                .await
                .see("1 997 fiches dans le fichier")
                .await;
        }
        window.quit().await;
    });
}

#[test]
fn a_file_that_another_program_is_writing_opens_once_it_is_free() {
    scenario("busy", async |stage| {
        let file = stage.shop();
        let table = stage.table(60_000);
        let mut import = stage.cli(PASSPHRASE).start(&file, &["import", &table.display().to_string()]);
        let window = stage.open_shop(&file).await;
        window.press("Ctrl+n").await.fill("Nom", "Patience").await.press("Ctrl+s").await;
        // Either the import was quicker, or the window says who is in the way; then nothing typed is lost.
        if import.try_wait().expect("the import").is_none() {
            window.see("Un autre programme utilise ce fichier").await.picture("busy").await;
            assert!(import.wait().expect("the import").success());
            window.see_in("Nom", "Patience").await.press("Ctrl+s").await;
        }
        window.see("Dernière MAJ de la fiche").await.see("PATIENCE").await.picture("free").await;
        window.quit().await;
        assert_eq!(stage.cli(PASSPHRASE).run(&file, &["verify"])["integrity"], "ok");
    });
}
