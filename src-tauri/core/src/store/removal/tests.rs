//! What stays in the tables of a record that was deleted, whatever a search would say.

use crate::clients::{ClientInput, ClientNumber};
use crate::clock::StillClock;
use crate::merging::MergeRequest;
use crate::removal::RemoveRequest;
use crate::shop::{NewShop, Shop};

fn shop() -> (Shop, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let new = NewShop { name: "Boutique", passphrase: "Vitrine+2024!", demonstration: false };
    (Shop::create(&folder.path().join("boutique.ecrin"), new, Box::new(StillClock(1_795_514_400_000))).unwrap(), folder)
}

fn client(shop: &mut Shop, last_name: &str, first_name: &str, company: &str) -> ClientNumber {
    let input = ClientInput {
        last_name: last_name.into(),
        first_name: first_name.into(),
        company: company.into(),
        ..ClientInput::default()
    };
    shop.create_client(&input).unwrap().value.number
}

fn merge(shop: &mut Shop, kept: ClientNumber, merged: ClientNumber) {
    let revision = |number| shop.client(number).unwrap().revision;
    let (kept_revision, merged_revision) = (revision(kept), revision(merged));
    shop.merge_clients(&MergeRequest { kept, kept_revision, merged, merged_revision, take_merged: Vec::new() })
        .unwrap();
}

fn remove(shop: &mut Shop, number: ClientNumber) {
    let preview = shop.removal_preview(number).unwrap();
    shop.remove_client(&RemoveRequest { number, revision: preview.record.revision, name: preview.name }).unwrap();
}

/// The words of the index of near names, each with how many of its forms lack a letter.
fn words(shop: &Shop) -> Vec<String> {
    let mut select = shop
        .store()
        .rows()
        .0
        .prepare(
            "SELECT name_word.word, count(name_deletion.word) FROM name_word
             LEFT JOIN name_deletion ON name_deletion.word = name_word.id GROUP BY name_word.id ORDER BY name_word.word",
        )
        .unwrap();
    let words = select.query_map([], |row| Ok(format!("{} {}", row.get::<_, String>(0)?, row.get::<_, i64>(1)?)));
    words.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

fn count(shop: &Shop, sql: &str) -> i64 {
    shop.store().rows().0.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn no_name_of_a_record_or_of_those_that_went_into_it_stays_in_any_table() {
    let (mut shop, _folder) = shop();
    client(&mut shop, "Rey", "Laura", "");
    let before = words(&shop);
    let kept = client(&mut shop, "Dupont", "Laura", "");
    let merged = client(&mut shop, "Dupond", "Lora", "Horlogerie Zola");
    let first = client(&mut shop, "Duponde", "Laura", "");
    // It was called otherwise before.
    let mut record = shop.client(merged).unwrap();
    record.client.last_name = "Lherbier".into();
    shop.save_client(merged, record.revision, &record.client).unwrap();
    merge(&mut shop, merged, first);
    merge(&mut shop, kept, merged);
    assert_eq!(words(&shop).len(), before.len() + 7, "what is looked at is there: {:?}", words(&shop));
    remove(&mut shop, kept);
    assert_eq!(words(&shop), before, "« Laura » is somebody else's name too");
    for name in ["Dupon", "Lora", "Lherbier", "Zola"] {
        for (table, columns) in [
            ("client", "last_name || first_name || company || name_fold"),
            ("journal_change", "old_value || new_value"),
            ("merge", "before"),
            ("name_deletion", "deletion"),
        ] {
            let sql = format!("SELECT count(*) FROM {table} WHERE {columns} LIKE '%{name}%'");
            assert_eq!(count(&shop, &sql), 0, "{name} in {table}");
        }
    }
    assert_eq!(shop.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn what_a_living_record_is_called_stays_findable_from_a_misspelling() {
    let (mut shop, _folder) = shop();
    let (kept, merged) = (client(&mut shop, "Dupont", "Laura", ""), client(&mut shop, "Dupond", "Lora", ""));
    merge(&mut shop, kept, merged);
    let stranger = client(&mut shop, "Dupond", "Paul", "");
    remove(&mut shop, kept);
    assert_eq!(words(&shop), ["dupond 7", "paul 5"]);
    remove(&mut shop, stranger);
    assert_eq!(words(&shop), Vec::<String>::new());
}
