//! The window's own connections, which search and read beside the writing one, while the disk fails to read.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::Arc;

use ecrin_core::Changes;
use ecrin_core::api::{Desk, ErrorCode, Events, Folders, Language, Progress};
use ecrin_core_tests::keychain::Keychain;
use ecrin_durability::PASSPHRASE;
use ecrin_durability::disk::{Call, Fault, Lasting, watch};
use ecrin_durability::table::Tally;
use serde_json::{Value, json};

/// SQLite's « the disk failed to read ».
const READ: i32 = 266;

struct Silent;

impl Events for Silent {
    fn changed(&self, _: &Changes) {}
    fn progress(&self, _: &Progress) {}
}

fn desk(folder: &Path) -> Desk {
    let folders = Folders {
        config: folder.join("config"),
        data: folder.join("data"),
        documents: folder.to_owned(),
        language: Language::Fr,
    };
    Desk::new(folders, Arc::new(Silent), Arc::<Keychain>::default(), None)
}

#[test]
fn a_failed_read_is_said_and_passes_in_every_view() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("boutique.ecrin").to_string_lossy().into_owned();
    let watched = watch(folder.path());
    let desk = desk(folder.path());
    let make = json!({ "shop_name": "Maison d’essai", "path": path, "passphrase": PASSPHRASE, "remember": true });
    desk.call("create_shop", make).unwrap();
    let mut client = serde_json::to_value(ecrin_core::clients::ClientInput::default()).unwrap();
    client["last_name"] = "DUPONT".into();
    desk.call("create_client", json!({ "client": client })).unwrap();

    let views = [
        (
            "search_clients",
            json!({ "text": "dup", "include_inactive": false, "filter": { "type": null, "town": "" }, "limit": 50 }),
        ),
        ("client", json!({ "number": 1 })),
        ("journal", json!({ "number": 1, "before": null, "limit": 50 })),
        ("consents", json!({ "number": 1 })),
        ("open_client", json!({ "number": 1 })),
    ];
    let reopen = || {
        let open = json!({ "path": path, "passphrase": null, "remember": true });
        desk.call("open_shop", open).unwrap();
    };
    reopen();
    watched.arm(None);
    let answers: Vec<Value> = views.iter().map(|(view, ask)| desk.call(view, ask.clone()).unwrap()).collect();
    let reads = watched.calls(Call::Read);

    let mut tally = Tally::begin(60, "a read fails in a view of the window, once");
    let (mut said, mut missed) = (0, 0);
    for at in 1..=reads {
        reopen();
        watched.arm(Some(Fault { call: Call::Read, at, code: READ, lasting: Lasting::Once }));
        for ((view, ask), answer) in views.iter().zip(&answers) {
            let shown = desk.call(view, ask.clone()).unwrap_or_else(|error| {
                assert_eq!(error.code, ErrorCode::FileUnreadable, "{view}, read {at}: a file that is whole");
                said += 1;
                desk.call(view, ask.clone()).unwrap_or_else(|error| panic!("{view}, read {at}: {:?}", error.code))
            });
            assert_eq!(without_times(shown), without_times(answer.clone()), "{view}, read {at}");
        }
        // The thread that takes messages away reads too, when it likes: the last reads that were counted may be its own.
        if watched.fired() {
            tally.inject();
        } else {
            missed += 1;
        }
    }
    assert!(missed * 4 < reads, "{missed} of {reads} reads did not happen");
    assert!(said > 0, "nobody noticed: the test says nothing");
    tally.end_clean(&format!("said « cannot be read » {said} times; each view was there when asked again"));
}

/// What looking changes (« Consultées récemment ») and what the hour changes is left out.
fn without_times(mut answer: Value) -> Value {
    for row in answer["clients"].as_array_mut().into_iter().flatten() {
        row["opened_at"] = Value::Null;
    }
    if let Some(answer) = answer.as_object_mut() {
        answer.remove("contact");
    }
    answer
}
