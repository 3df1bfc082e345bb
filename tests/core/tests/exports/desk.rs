//! Exports through the table of commands, as the window asks for them.

use ecrin_core::api::{ErrorCode, Progress};
use ecrin_core_tests::counter::Counter;
use serde_json::{Value, json};

/// A shop with Laura, the client number 1, who agreed to offers by SMS.
fn with_laura() -> Counter {
    let counter = Counter::with_laura();
    decide(&counter, "granted", "Accord écrit");
    counter
}

fn decide(counter: &Counter, answer: &str, mode: &str) {
    let sheet = counter.ask("consents", json!({ "number": 1 }));
    let of_code = |one: &&Value| one["code"] == "SMS-COM";
    let indicator = &sheet["indicators"].as_array().unwrap().iter().find(of_code).unwrap()["indicator"];
    let decision = json!({
        "number": 1, "channel": "sms", "indicators": [indicator], "answer": answer, "mode": mode, "detail": "",
        "at": null, "wordings": [], "evidence": [],
    });
    counter.ask("decide", decision);
}

fn request(counter: &Counter, name: &str, form: &Value) -> Value {
    json!({
        "query": {
            "conditions": [], "any": false, "include_inactive": false,
            "contact": { "channel": "sms", "purpose": "commercial" },
            "columns": [{ "of": "record", "field": "last_name" }, { "of": "number" }],
            "sort": { "by": { "of": "number" }, "descending": false },
        },
        "form": form, "language": "fr", "purpose": "Ventes privées", "recipient": "", "title": "",
        "path": counter.path(name),
    })
}

#[test]
fn a_list_is_exported_registered_and_cleaned_after_a_withdrawal() {
    let counter = with_laura();
    let csv = json!({ "format": "csv", "encoding": "utf8" });
    let report = counter.ask("export_list", request(&counter, "sms.csv", &csv));
    assert_eq!((&report["kept"], &report["excluded"]), (&1.into(), &json!([])));
    assert_eq!(report["path"], counter.path("sms.csv"));
    let register = counter.ask("exports", json!({ "before": null, "limit": 10, "language": "fr" }));
    assert_eq!((&register["total"], &register["exports"][0]["purpose"]), (&1.into(), &"Ventes privées".into()));
    assert_eq!(register["exports"][0]["sha256"], report["sha256"]);
    assert!(matches!(counter.told.progress()[..], [Progress::Export { done: 0, total: 1 }, ..]));
    let of_laura = json!({ "number": 1, "language": "fr" });
    assert_eq!(counter.ask("exports_of_client", of_laura.clone())["to_clean"], json!([]));
    decide(&counter, "withdrawn", "");
    assert_eq!(counter.ask("exports_of_client", of_laura)["to_clean"], json!([report["export"]]));
    let report = counter.ask("export_list", request(&counter, "vide.csv", &csv));
    assert_eq!((&report["kept"], &report["excluded"]), (&0.into(), &json!([{ "reason": "withdrawn", "clients": 1 }])));
}

#[test]
fn every_form_has_its_name_on_the_wire() {
    let counter = with_laura();
    for (name, form, start) in [
        ("a.csv", json!({ "format": "csv", "encoding": "windows1252" }), "Nom;".as_bytes()),
        ("a.xlsx", json!({ "format": "xlsx" }), b"PK\x03\x04"),
        ("a.pdf", json!({ "format": "pdf" }), b"%PDF-"),
        ("b.pdf", json!({ "format": "labels", "sheet": "2x7", "start": 14 }), b"%PDF-"),
        ("a.vcf", json!({ "format": "vcard" }), b"BEGIN:VCARD\r\n"),
        ("a.jsonl", json!({ "format": "jsonl" }), b"{\"form\":"),
    ] {
        let mut asked = request(&counter, name, &form);
        if form["format"] == "labels" {
            assert_eq!(counter.refused("export_list", asked.clone()), ErrorCode::LabelsNotPostal);
            asked["query"]["contact"] = Value::Null;
        }
        counter.ask("export_list", asked);
        let content = std::fs::read(counter.path(name)).unwrap();
        assert!(content.starts_with(start), "{name}");
    }
    let mut wrong = request(&counter, "c.pdf", &json!({ "format": "labels", "sheet": "2x7", "start": 15 }));
    wrong["query"]["contact"] = Value::Null;
    assert_eq!(counter.refused("export_list", wrong), ErrorCode::LabelBeyondSheet);
    let mut silent = request(&counter, "c.csv", &json!({ "format": "jsonl" }));
    silent["purpose"] = " ".into();
    assert_eq!(counter.refused("export_list", silent), ErrorCode::ExportPurposeMissing);
}

#[test]
fn a_record_and_the_register_are_written_to_files() {
    let counter = with_laura();
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
    let counter = with_laura();
    counter.ask("cancel_export", json!({}));
    let csv = json!({ "format": "csv", "encoding": "utf8" });
    let report = counter.ask("export_list", request(&counter, "apres.csv", &csv));
    assert_eq!(report["kept"], 1, "an earlier stop stops nothing later");
    let table = counter.path("clients.csv");
    std::fs::write(&table, format!("nom\r\n{}", "MARTIN\r\n".repeat(20_000))).unwrap();
    let options = json!({ "encoding": null, "separator": null, "has_header": null, "sheet": null });
    let import =
        json!({ "path": table, "options": options, "mapping": ["last_name"], "dry_run": false, "rejects_path": null });
    counter.ask("run_import", import);
    let mut all = request(&counter, "tous.csv", &csv);
    all["query"]["contact"] = Value::Null;
    let before = counter.told.progress().len();
    let code = std::thread::scope(|scope| {
        let export = scope.spawn(|| counter.refused("export_list", all));
        while counter.told.progress().len() == before {
            std::thread::yield_now();
        }
        let second = counter.refused("export_list", request(&counter, "deux.csv", &csv));
        assert_eq!(second, ErrorCode::ExportRunning);
        counter.ask("cancel_export", json!({}));
        export.join().unwrap()
    });
    assert_eq!(code, ErrorCode::ExportCancelled);
    let left: Vec<_> = std::fs::read_dir(counter.place("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("tous")), "{left:?}");
}
