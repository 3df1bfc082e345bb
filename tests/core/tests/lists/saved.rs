//! Lists by name, through the shop and through the table of commands.

use ecrin_core::Error;
use ecrin_core::lists::{ListQuery, NewSavedList, Operator};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::counter::Counter;
use serde_json::json;

use super::{TOWN, condition, everybody};

fn in_town(town: &str) -> ListQuery {
    ListQuery { conditions: vec![condition(TOWN, Operator::Is, &[town])], ..everybody() }
}

fn named(name: &str, town: &str) -> NewSavedList {
    NewSavedList { id: None, name: name.into(), query: in_town(town) }
}

#[test]
fn a_list_is_kept_by_name_replaced_and_forgotten() {
    let mut shop = TestShop::at("2026-11-20T09:00");
    let ussel = shop.shop().save_list(&named(" Clients\nd’Ussel ", "Ussel")).unwrap().value;
    assert_eq!((ussel.name.as_str(), &ussel.query), ("Clients d’Ussel", &in_town("Ussel")));
    shop.shop().save_list(&named("À Meymac", "Meymac")).unwrap();
    let taken = shop.shop().save_list(&named("CLIENTS D’USSEL", "Paris"));
    assert!(matches!(taken, Err(Error::NameTaken)));
    shop.later_minutes(5);
    let again = NewSavedList { id: Some(ussel.id), name: "Ussel".into(), query: in_town("Ussel (19)") };
    let again = shop.shop().save_list(&again).unwrap().value;
    assert_eq!((again.id, again.updated_at - again.created_at), (ussel.id, 300_000));
    shop.reopen();
    let names: Vec<_> = shop.shop().saved_lists().unwrap().into_iter().map(|list| list.name).collect();
    assert_eq!(names, ["À Meymac", "Ussel"]);
    shop.shop().remove_list(ussel.id).unwrap();
    assert!(matches!(shop.shop().remove_list(ussel.id), Err(Error::ListNotFound)));
    assert!(matches!(
        shop.shop().save_list(&NewSavedList { id: Some(ussel.id), ..named("Ussel", "Ussel") }),
        Err(Error::ListNotFound)
    ));
    assert_eq!(shop.shop().saved_lists().unwrap().len(), 1);
    assert!(shop.shop().verify().unwrap().is_empty());
}

#[test]
fn what_cannot_be_made_cannot_be_saved() {
    let mut shop = TestShop::at("2026-11-20T09:00");
    assert!(matches!(shop.shop().save_list(&named("Vide", "--")), Err(Error::ListInvalid { .. })));
    assert!(matches!(shop.shop().save_list(&named(" ", "Ussel")), Err(Error::NameMissing)));
    assert!(shop.shop().saved_lists().unwrap().is_empty());
}

#[test]
fn the_window_builds_counts_and_keeps_a_list() {
    let counter = Counter::with_shop();
    for line in ["DUPONT Laura, 19200 USSEL, 06 39 98 71 10", "MARTIN Jean, 75011 PARIS"] {
        counter.client(line);
    }
    let query = json!({
        "conditions": [{ "field": { "of": "record", "field": "town" }, "operator": "begins", "values": ["us"] }],
        "any": false,
        "include_inactive": false,
        "contact": null,
        "columns": [
            { "of": "record", "field": "last_name" }, { "of": "record", "field": "mobile" }, { "of": "created_at" },
            { "of": "record", "field": "type" }, { "of": "consent", "field": 2 }, { "of": "number" },
        ],
        "sort": { "by": { "of": "record", "field": "last_name" }, "descending": false },
    });
    let page = counter.ask("list_page", json!({ "query": query, "cursor": null, "limit": 10 }));
    assert_eq!(page["next"], json!(null));
    let cells = page["lines"][0]["cells"].as_array().unwrap();
    assert_eq!(cells[0], json!({ "kind": "text", "value": "DUPONT" }));
    assert_eq!(cells[1], json!({ "kind": "phone", "value": "06 39 98 71 10" }), "as it is shown");
    assert_eq!((&cells[2]["kind"], cells[2]["value"].as_str().unwrap().len()), (&json!("day"), 10));
    assert_eq!(cells[3], json!({ "kind": "code", "value": "client" }));
    assert_eq!(cells[4], json!({ "kind": "empty" }));
    assert_eq!(cells[5], json!({ "kind": "number", "value": 1 }));
    let count = counter.ask("list_count", query.clone());
    assert_eq!((&count["matching"], &count["kept"]), (&json!(1), &json!(1)));

    let mut for_offers = query.clone();
    for_offers["contact"] = json!({ "channel": "sms", "purpose": "commercial" });
    let out = counter.ask("list_excluded", json!({ "query": for_offers, "cursor": null, "limit": 10 }));
    assert_eq!(out["lines"][0]["reasons"], json!(["never_asked"]));
    let saved = counter.ask("save_list", json!({ "id": null, "name": "Ussel", "query": for_offers }));
    assert_eq!(counter.ask("saved_lists", json!({}))[0]["query"], for_offers);
    counter.ask("remove_list", json!({ "id": saved["id"] }));
    assert_eq!(counter.ask("saved_lists", json!({})), json!([]));
    let mut wrong = query;
    wrong["conditions"][0]["operator"] = json!("from");
    wrong["conditions"][0]["field"] = json!({ "of": "record", "field": "mobile" });
    let refused = counter.call("list_count", wrong).unwrap_err();
    assert_eq!(json!(refused.code), "list_invalid");
    assert_eq!(refused.params["problem"], "operator_unsuited");
    assert_eq!((refused.params["field"].as_str(), refused.params["condition"].as_str()), ("mobile", "0"));
}
