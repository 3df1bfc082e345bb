//! Selection codes: the shop's list, who has them, and the lists, imports and exports that know them.

use ecrin_core::Error;
use ecrin_core::consents::Removal;
use ecrin_core::labels::SetClientCodes;
use ecrin_core::lists::{Condition, ListField, ListPageRequest, ListQuery, ListSort, Operator};
use ecrin_core_tests::TestShop;

use super::{changes, give, names, shop};

#[test]
fn a_code_that_nobody_has_is_deleted_and_any_other_archived_until_it_is_made_again() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    give(&mut shop, laura, &["Montres", "Or 18 k"]);
    assert_eq!(changes(&mut shop, laura), ["selection_codes: ∅ → Montres; Or 18 k"]);
    let spare = shop.shop().create_selection_code("Pendules").unwrap().value;
    assert_eq!(shop.shop().remove_selection_code(spare).unwrap().value, Removal::Deleted);
    let watches = shop.shop().selection_codes().unwrap()[0].id;
    assert_eq!(shop.shop().remove_selection_code(watches).unwrap().value, Removal::Archived);
    assert_eq!(names(&mut shop, laura), ["Montres", "Or 18 k"], "whoever has it keeps it");

    let paul = shop.client("REY Paul, 19200 USSEL");
    let given = shop.shop().set_client_codes(&SetClientCodes { number: paul, codes: vec![watches] });
    assert!(matches!(given, Err(Error::CodeNotFound)), "it is given to nobody else");
    let mut known = shop.shop().client_codes(laura).unwrap();
    known.codes.retain(|code| code.archived);
    assert_eq!((known.codes.len(), known.known.len()), (1, 1));

    assert_eq!(shop.shop().create_selection_code("MONTRES").unwrap().value, watches, "the archived one is back");
    assert_eq!(names(&mut shop, laura), ["MONTRES", "Or 18 k"]);
    assert!(matches!(shop.shop().create_selection_code("montrès"), Err(Error::NameTaken)));
    assert!(matches!(shop.shop().create_selection_code("Or; argent"), Err(Error::CodeNameUnfit)));
    assert!(matches!(shop.shop().rename_selection_code(999, "Or"), Err(Error::CodeNotFound)));
}

#[test]
fn codes_stand_in_the_shops_order_and_under_their_newest_name() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    give(&mut shop, laura, &["Montres", "Or 18 k"]);
    let ids: Vec<_> = shop.shop().selection_codes().unwrap().iter().map(|code| code.id).collect();
    shop.shop().order_selection_codes(&[ids[1]]).unwrap();
    shop.shop().rename_selection_code(ids[1], "Or").unwrap();
    assert_eq!(names(&mut shop, laura), ["Or", "Montres"]);
    let before = shop.shop().journal(laura, None, 9).unwrap().entries.len();
    shop.shop().set_client_codes(&SetClientCodes { number: laura, codes: ids }).unwrap();
    assert_eq!(shop.shop().journal(laura, None, 9).unwrap().entries.len(), before, "the same set writes nothing");
}

fn of_codes(operator: Operator, values: &[&str]) -> ListQuery {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    ListQuery {
        conditions: vec![Condition { field: ListField::SelectionCodes, operator, values }],
        any: false,
        include_inactive: false,
        contact: None,
        columns: vec![ListField::Number, ListField::SelectionCodes],
        sort: ListSort { by: ListField::Number, descending: false },
    }
}

/// « 1: Montres; Or 18 k ».
fn listed(shop: &mut TestShop, query: &ListQuery) -> Vec<String> {
    use ecrin_core::lists::Cell;
    let request = ListPageRequest { query: query.clone(), cursor: None, limit: 50 };
    let page = shop.reader().list_page(&request, 1_795_518_000_000).unwrap();
    let codes = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    page.lines.iter().map(|line| format!("{}: {}", line.client, codes(&line.cells[1]))).collect()
}

#[test]
fn lists_ask_for_codes_one_by_one_also_of_merged_records() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let twin = shop.client("DUPONT Laure, 19200 USSEL");
    shop.client("REY Paul, 19200 USSEL");
    give(&mut shop, laura, &["Montres", "Or 18 k"]);
    give(&mut shop, twin, &["Or 18 k"]);
    assert_eq!(listed(&mut shop, &of_codes(Operator::Is, &["or 18 K"])), ["1: Montres; Or 18 k", "2: Or 18 k"]);
    assert_eq!(listed(&mut shop, &of_codes(Operator::IsNot, &["Montres"])), ["2: Or 18 k", "3: "]);
    assert_eq!(listed(&mut shop, &of_codes(Operator::Empty, &[])), ["3: "]);
    assert_eq!(listed(&mut shop, &of_codes(Operator::Filled, &[])), ["1: Montres; Or 18 k", "2: Or 18 k"]);
    shop.merge(twin, laura);
    assert_eq!(listed(&mut shop, &of_codes(Operator::Is, &["Montres"])), ["2: Montres; Or 18 k"]);
    assert_eq!(listed(&mut shop, &of_codes(Operator::Empty, &[])), ["3: "]);
}

#[test]
fn an_import_creates_the_codes_that_lack_and_taking_it_back_leaves_none_with_anybody() {
    let mut shop = shop();
    let watches = shop.shop().create_selection_code("Montres").unwrap().value;
    let long = "x".repeat(41);
    let report = shop.import(&format!(
        "nom;prenom;Codes de sélection\nDUPONT;Laura;\"Montres; Or 18 k\"\nREY;Paul;montres,MONTRES\nREY;Anne;\nLE GOFF;Éva;{long}\n"
    ));
    assert_eq!((report.imported, report.rejected), (3, 1), "a name that is too long for a code");
    assert_eq!(names(&mut shop, 1), ["Montres", "Or 18 k"]);
    assert_eq!(names(&mut shop, 2), ["Montres"]);
    assert!(names(&mut shop, 3).is_empty());
    let codes = shop.shop().selection_codes().unwrap();
    assert_eq!(codes.iter().map(|code| (code.id, code.uses)).collect::<Vec<_>>(), [(watches, 2), (2, 1)]);
    let undone = shop.undo_import(1);
    assert_eq!((undone.deleted, undone.kept), (3, 0));
    assert!(shop.shop().selection_codes().unwrap().iter().all(|code| code.uses == 0));
    shop.expect_whole();
}

#[test]
fn codes_that_were_exported_come_back() {
    use ecrin_core::clients::ClientField;
    use ecrin_core::documents::Language;
    use ecrin_core::exports::{CsvEncoding, ExportForm, ExportOrder};
    let mut shop = shop();
    for line in ["DUPONT Laura, 19200 USSEL", "REY Paul, 19200 USSEL"] {
        shop.client(line);
    }
    give(&mut shop, 1, &["Montres", "Or 18 k"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clients.csv");
    let mut query = of_codes(Operator::Filled, &[]);
    query.conditions.clear();
    query.columns = vec![ListField::Record(ClientField::LastName), ListField::SelectionCodes];
    let order = ExportOrder {
        query,
        form: ExportForm::Csv { encoding: CsvEncoding::Utf8 },
        language: Language::French,
        purpose: "Inventaire".into(),
        recipient: String::new(),
        title: String::new(),
        path: path.clone(),
    };
    let going_on = std::sync::atomic::AtomicBool::new(false);
    shop.shop().export(&order, &mut |_, _| {}, &going_on).unwrap();
    let mut other = super::shop();
    ecrin_core_tests::imports::import(other.shop(), &path).unwrap();
    assert_eq!(names(&mut other, 1), ["Montres", "Or 18 k"]);
    assert!(names(&mut other, 2).is_empty());
}
