//! Exports through the table of commands, as the window asks for them.

use std::sync::{Arc, Mutex};

use ecrin_core::Changes;
use ecrin_core::api::{Desk, ErrorCode, Events, Folders, Language, NoCredentialStore, Progress};
use serde_json::{Value, json};

/// Keeps how far exports were said to be.
#[derive(Default)]
struct Told(Mutex<Vec<(u64, u64)>>);

impl Events for Told {
    fn changed(&self, _: &Changes) {}
    fn progress(&self, progress: &Progress) {
        if let Progress::Export { done, total } = progress {
            self.0.lock().unwrap().push((*done, *total));
        }
    }
}

struct Counter {
    desk: Desk,
    told: Arc<Told>,
    folder: tempfile::TempDir,
}

impl Counter {
    /// A shop with Laura, the client number 1, who agreed to offers by SMS.
    fn with_laura() -> Counter {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let (config, data, documents) = (place("config"), place("data"), place("Documents"));
        let told = Arc::<Told>::default();
        let folders = Folders { config, data, documents, language: Language::Fr };
        let desk = Desk::new(folders, told.clone(), Arc::new(NoCredentialStore), None);
        let counter = Counter { desk, told, folder };
        let path = counter.path("boutique.ecrin");
        let shop =
            json!({ "shop_name": "Maison d’essai", "path": path, "passphrase": "Vitrine+2024!", "remember": false });
        counter.ask("create_shop", shop);
        let client = ecrin_core_tests::client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example");
        counter.ask("create_client", json!({ "client": client }));
        counter.decide("granted", "Accord écrit");
        counter
    }

    fn decide(&self, answer: &str, mode: &str) {
        let sheet = self.ask("consents", json!({ "number": 1 }));
        let of_code = |one: &&Value| one["code"] == "SMS-COM";
        let indicator = &sheet["indicators"].as_array().unwrap().iter().find(of_code).unwrap()["indicator"];
        let decision = json!({
            "number": 1, "channel": "sms", "indicators": [indicator], "answer": answer, "mode": mode, "detail": "",
            "at": null, "wordings": [], "evidence": [],
        });
        self.ask("decide", decision);
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn ask(&self, command: &str, request: Value) -> Value {
        self.desk.call(command, request).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    fn refused(&self, command: &str, request: Value) -> ErrorCode {
        self.desk.call(command, request).unwrap_err().code
    }

    fn request(&self, name: &str, form: &Value) -> Value {
        json!({
            "query": {
                "conditions": [], "any": false, "include_inactive": false,
                "contact": { "channel": "sms", "purpose": "commercial" },
                "columns": [{ "of": "record", "field": "last_name" }, { "of": "number" }],
                "sort": { "by": { "of": "number" }, "descending": false },
            },
            "form": form, "language": "fr", "purpose": "Ventes privées", "recipient": "", "title": "",
            "path": self.path(name),
        })
    }
}

#[test]
fn a_list_is_exported_registered_and_cleaned_after_a_withdrawal() {
    let counter = Counter::with_laura();
    let csv = json!({ "format": "csv", "encoding": "utf8" });
    let report = counter.ask("export_list", counter.request("sms.csv", &csv));
    assert_eq!((&report["kept"], &report["excluded"]), (&1.into(), &json!([])));
    assert_eq!(report["path"], counter.path("sms.csv"));
    let register = counter.ask("exports", json!({ "before": null, "limit": 10, "language": "fr" }));
    assert_eq!((&register["total"], &register["exports"][0]["purpose"]), (&1.into(), &"Ventes privées".into()));
    assert_eq!(register["exports"][0]["sha256"], report["sha256"]);
    assert_eq!(counter.told.0.lock().unwrap().first(), Some(&(0, 1)));
    let of_laura = json!({ "number": 1, "language": "fr" });
    assert_eq!(counter.ask("exports_of_client", of_laura.clone())["to_clean"], json!([]));
    counter.decide("withdrawn", "");
    assert_eq!(counter.ask("exports_of_client", of_laura)["to_clean"], json!([report["export"]]));
    let report = counter.ask("export_list", counter.request("vide.csv", &csv));
    assert_eq!((&report["kept"], &report["excluded"]), (&0.into(), &json!([{ "reason": "withdrawn", "clients": 1 }])));
}

#[test]
fn every_form_has_its_name_on_the_wire() {
    let counter = Counter::with_laura();
    for (name, form, start) in [
        ("a.csv", json!({ "format": "csv", "encoding": "windows1252" }), "Nom;".as_bytes()),
        ("a.xlsx", json!({ "format": "xlsx" }), b"PK\x03\x04"),
        ("a.pdf", json!({ "format": "pdf" }), b"%PDF-"),
        ("b.pdf", json!({ "format": "labels", "sheet": "2x7", "start": 14 }), b"%PDF-"),
        ("a.vcf", json!({ "format": "vcard" }), b"BEGIN:VCARD\r\n"),
        ("a.jsonl", json!({ "format": "jsonl" }), b"{\"form\":"),
    ] {
        counter.ask("export_list", counter.request(name, &form));
        let content = std::fs::read(counter.path(name)).unwrap();
        assert!(content.starts_with(start), "{name}");
    }
    let wrong = counter.request("c.pdf", &json!({ "format": "labels", "sheet": "2x7", "start": 15 }));
    assert_eq!(counter.refused("export_list", wrong), ErrorCode::Internal);
    let mut silent = counter.request("c.csv", &json!({ "format": "jsonl" }));
    silent["purpose"] = " ".into();
    assert_eq!(counter.refused("export_list", silent), ErrorCode::ExportPurposeMissing);
}

#[test]
fn a_record_and_the_register_are_written_to_files() {
    let counter = Counter::with_laura();
    let path = counter.path("fiche.pdf");
    let saved = counter.ask("save_record_sheet", json!({ "number": 1, "language": "en", "path": path }));
    assert_eq!(saved["path"], path);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    let again = json!({ "number": 1, "language": "en", "path": path });
    assert_eq!(counter.refused("save_record_sheet", again), ErrorCode::FileExists);
    for (name, start) in [("registre.csv", b"\xef\xbb\xbfN".as_slice()), ("registre.pdf", b"%PDF-")] {
        counter.ask("save_export_register", json!({ "language": "fr", "path": counter.path(name) }));
        assert!(std::fs::read(counter.path(name)).unwrap().starts_with(start), "{name}");
    }
}

#[test]
fn an_export_is_stopped_from_another_thread_and_only_one_runs() {
    let counter = Counter::with_laura();
    counter.ask("cancel_export", json!({}));
    let csv = json!({ "format": "csv", "encoding": "utf8" });
    let report = counter.ask("export_list", counter.request("apres.csv", &csv));
    assert_eq!(report["kept"], 1, "an earlier stop stops nothing later");
    let table = counter.path("clients.csv");
    std::fs::write(&table, format!("nom\r\n{}", "MARTIN\r\n".repeat(20_000))).unwrap();
    let options = json!({ "encoding": null, "separator": null, "has_header": null, "sheet": null });
    let import =
        json!({ "path": table, "options": options, "mapping": ["last_name"], "dry_run": false, "rejects_path": null });
    counter.ask("run_import", import);
    let mut request = counter.request("tous.csv", &csv);
    request["query"]["contact"] = Value::Null;
    counter.told.0.lock().unwrap().clear();
    let code = std::thread::scope(|scope| {
        let export = scope.spawn(|| counter.refused("export_list", request));
        while counter.told.0.lock().unwrap().is_empty() {
            std::thread::yield_now();
        }
        let second = counter.refused("export_list", counter.request("deux.csv", &csv));
        assert_eq!(second, ErrorCode::ExportRunning);
        counter.ask("cancel_export", json!({}));
        export.join().unwrap()
    });
    assert_eq!(code, ErrorCode::ExportCancelled);
    let left: Vec<_> =
        std::fs::read_dir(counter.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("tous")), "{left:?}");
}
