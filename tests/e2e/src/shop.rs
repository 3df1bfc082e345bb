//! Shop files for scenarios that begin at the counter.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use crate::{Stage, Window};

/// Strong enough, and nobody's.
pub const PASSPHRASE: &str = "perle saphir rubis topaze onyx grenat opale jade";

impl Stage {
    /// A shop file with the 2,000 clients of the table, of whom 1,997 can be imported.
    pub fn shop(&self) -> PathBuf {
        self.shop_from(&self.home.receive_table())
    }

    /// A shop file with the clients of these lines, a table with its headings.
    pub fn shop_of(&self, clients: &str) -> PathBuf {
        let table = self.home.document("clients.csv");
        fs::write(&table, clients).expect("a table in the home");
        self.shop_from(&table)
    }

    /// Sells « Le Mensuel » in a shop file: eleven issues a year for 49 euros, offer 1.
    pub fn sell_monthly(&self, file: &Path) {
        let offer = ["offer", "--create", "Le Mensuel", "--price", "49.00", "--months", "12", "--issues", "11"];
        self.cli(PASSPHRASE).run(file, &offer);
    }

    fn shop_from(&self, table: &Path) -> PathBuf {
        let file = self.home.document("boutique.ecrin");
        let cli = self.cli(PASSPHRASE);
        cli.run(&file, &["create", "--name", "Maison Vaurelle"]);
        cli.run(&file, &["import", &table.display().to_string()]);
        file
    }

    /// A table of so many fictional clients, each with a name and a number of its own.
    pub fn table(&self, rows: usize) -> PathBuf {
        let mut text = String::from("nom;prenom;cp;ville;portable\n");
        for row in 0..rows {
            let _ =
                writeln!(text, "Essai{row:06};Camille;19200;Ussel;06 39 98 {:02} {:02}", row / 100 % 100, row % 100);
        }
        let path = self.home.document("beaucoup.csv");
        fs::write(&path, text).expect("a table in the home");
        path
    }

    /// Opens the program on this file and unlocks it.
    pub async fn open_shop(&mut self, file: &Path) -> Window {
        let window = self.open(&[file]).await;
        window.fill("Phrase de passe", PASSPHRASE).await.press("Enter").await.see("dans le fichier").await;
        window
    }
}
