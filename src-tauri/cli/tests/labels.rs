//! Labels from the terminal.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::support::Shop;
use serde_json::Value;

#[test]
fn labels_are_shown_with_their_panels_and_codes_that_were_imported_come_back_in_an_export() {
    let shop = Shop::with_csv("nom;prenom;Codes de sélection\r\nDUPONT;Laura;\"Montres; Or 18 k\"\r\nREY;Paul;\r\n");
    shop.json(&["import", "clients.csv"]);
    let labels = shop.json(&["labels", "1"]);
    assert_eq!((&labels["faces"]["codes"]["count"], &labels["codes"][1]["name"]), (&Value::from(2), &"Or 18 k".into()));
    assert_eq!((&labels["bank"]["account"], &labels["notes"]["total"]), (&Value::Null, &Value::from(0)));
    let (code, text, _) = shop.run(&["labels", "1"]);
    assert!(code == 0 && text.contains("Montres, Or 18 k") && text.lines().count() == 10, "{text}");
    let (code, _, error) = shop.run(&["labels", "9"]);
    assert!(code == 1 && error.contains('9'), "{error}");
}
