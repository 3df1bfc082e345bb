//! Random lists over a file of odd clients: SQL gives what a plain comparison gives.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ecrin_core::clients::{ClientInput, ContactType};
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::contact::Reason;
use ecrin_core::lists::{Condition, ContactUse, ListField, ListItem, ListQuery, ListSort, Operator};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::imports::import;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::held::give;
use super::model::{Client, expected, is_comparable, typed};
use super::{NOON, everybody, excluded, items, pages};

/// Names, towns and numbers that are no plain words.
const ODD: [(&str, &str, &str, &str, &str); 8] = [
    ("L’Hermite", "Éva", "75 001", "L’Isle-d’Abeau", "+41 79 123 45 67"),
    ("LE GOFF", "", "2A004", "Saint-Étienne", "06 39 98 71 10 (bureau)"),
    ("Ŧøß", "Zoë", "１９２００", "ŒUILLY", "demander à la voisine"),
    ("dupont-rey", "Jean Marc", "-19200", "--", "01 99 00 12 34"),
    ("DUPONT", "REY", "", "", "0639987111"),
    ("Dupont", "", "19", "Ussel", "06 39 98 71 12 ou 01 99 00 12 35"),
    ("Ольга", "Ω", "00000", "ΑΘΗΝΑ", ""),
    ("𝔊𝔬𝔱", "ﬁ", "A-1", "№ 5", "0692 39 98 71"),
];

fn file() -> (TestShop, Vec<Client>) {
    let mut shop = TestShop::at("2026-11-20T09:00");
    shop.shop().add_fictional_clients(5, 300, &mut |_| true).unwrap();
    for (last_name, first_name, postcode, town, mobile) in ODD {
        let text = |text: &str| text.to_owned();
        let input = ClientInput {
            last_name: text(last_name),
            first_name: text(first_name),
            postcode: text(postcode),
            town: text(town),
            mobile: text(mobile),
            origins: text("Salon, Bouche-à-oreille"),
            ..ClientInput::default()
        };
        shop.later_minutes(700).shop().create_client(&input).unwrap();
    }
    let company = ClientInput { company: "Dupont & Fils".into(), professional: true, ..ClientInput::default() };
    shop.shop().create_client(&company).unwrap();
    let reader = ClientInput {
        email: "lecteur@boutique.example".into(),
        r#type: ContactType::Beneficiaire,
        ..ClientInput::default()
    };
    shop.shop().create_client(&reader).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for name in ["été.csv", "hiver.csv"] {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("nom;prenom;ville\nImport {name};Anna;USSEL\nDUPONT;Import;Meymac\n")).unwrap();
        import(shop.shop(), &path).unwrap();
    }
    give(&mut shop, 300);
    for number in [2, 30, 305] {
        shop.later_minutes(3).shop().set_restricted(number, true).unwrap();
    }
    for number in [301, 304, 312] {
        shop.later_minutes(3).shop().set_inactive(number, "Déménagement").unwrap();
    }
    let count = shop.shop().clients().unwrap();
    let clients = (1..=count).map(|number| Client::read(&mut shop, number)).collect();
    (shop, clients)
}

/// Where a condition comes from: a field, a comparison, two clients whose values are typed, and how much of each.
type Seed = (usize, usize, usize, usize, usize);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec((0..200_usize, 0..20_usize, 0..1000_usize, 0..1000_usize, 1..14_usize), 0..4)
}

fn condition(clients: &[Client], fields: &[ListField], seed: Seed) -> Option<Condition> {
    let (field, operator, first, second, letters) = seed;
    let field = fields[field % fields.len()];
    let operator = field.operators()[operator % field.operators().len()];
    let value = |at: usize, letters: usize| typed(&clients[at % clients.len()], field, letters);
    let mut values = match operator {
        Operator::Empty | Operator::Filled => Vec::new(),
        Operator::Between => vec![value(first, letters), value(second, letters)],
        Operator::Is | Operator::IsNot if second % 3 == 0 => vec![value(first, 99), value(second, 99)],
        Operator::Is | Operator::IsNot => vec![value(first, 99)],
        Operator::Contains => vec![value(first, letters).chars().skip(letters / 3).collect()],
        _ => vec![value(first, letters)],
    };
    if operator == Operator::Between {
        values.sort();
    }
    let known = field.choices();
    let comparable =
        values.iter().all(|value| is_comparable(field, value) && (known.is_empty() || known.contains(&value.as_str())));
    comparable.then_some(Condition { field, operator, values })
}

#[test]
fn a_list_is_the_comparison_with_every_client() {
    let (shop, clients) = file();
    let shop = RefCell::new(shop);
    let fields: Vec<ListField> = (ListField::ALL.iter().copied())
        .chain((1..=12).flat_map(|id| [ListField::Consent(id), ListField::ConsentMode(id), ListField::ConsentDate(id)]))
        .filter(|field| field.is_compared())
        .collect();
    let uses: Vec<Option<ContactUse>> = Channel::ALL
        .into_iter()
        .flat_map(|channel| Purpose::ALL.map(|purpose| ContactUse { channel, purpose }))
        .filter(|contact| contact.channel.serves(contact.purpose))
        .map(Some)
        .chain([None; 8])
        .collect();
    let lists = (seeds(), 0..200_usize, 0..200_usize, 1..40_u32, any::<[bool; 3]>());
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    let seen = RefCell::new((0, 0));
    let verdicts = RefCell::new(Vec::new());
    TestRunner::new(config)
        .run(&lists, |(seeds, sort, contact, limit, [any, include_inactive, descending])| {
            let mut shop = shop.borrow_mut();
            let query = ListQuery {
                conditions: seeds.into_iter().filter_map(|seed| condition(&clients, &fields, seed)).collect(),
                any,
                include_inactive,
                contact: uses[contact % uses.len()],
                columns: vec![fields[contact % fields.len()], ListField::Number],
                sort: ListSort { by: fields[sort % fields.len()], descending },
            };
            let must = expected(&mut shop, &mut verdicts.borrow_mut(), &clients, &query);
            let (mut kept, mut left_out) = (Vec::new(), Vec::new());
            for (client, reasons) in &must.clients {
                if reasons.is_empty() { kept.push(*client) } else { left_out.push((*client, reasons.clone())) }
            }
            let found: Vec<i64> = pages(&mut shop, &query, limit).into_iter().map(|line| line.client).collect();
            prop_assert_eq!(&found, &kept, "pages of {:?}", query);
            let found: Vec<_> =
                excluded(&mut shop, &query, limit).into_iter().map(|line| (line.line.client, line.reasons)).collect();
            prop_assert_eq!(&found, &left_out, "excluded of {:?}", query);
            let found: Vec<_> = items(&mut shop, &query)
                .into_iter()
                .map(|item| match item {
                    ListItem::Kept(line) => (line.client, Vec::new()),
                    ListItem::Excluded { line, reasons } => (line.client, reasons.iter().collect()),
                })
                .collect();
            prop_assert_eq!(&found, &must.clients, "from end to end of {:?}", query);

            let count = shop.reader().list_count(&query, NOON).unwrap();
            let mut first: BTreeMap<Reason, u64> = BTreeMap::new();
            for (_, reasons) in &left_out {
                *first.entry(reasons[0]).or_default() += 1;
            }
            let counted: BTreeMap<Reason, u64> = count.reasons.iter().map(|one| (one.reason, one.clients)).collect();
            prop_assert_eq!(counted, first, "reasons of {:?}", query);
            prop_assert_eq!(
                (count.matching, count.kept, count.excluded, count.hidden_inactive),
                (must.clients.len() as u64, kept.len() as u64, left_out.len() as u64, must.hidden_inactive),
                "count of {:?}",
                query
            );
            let mut seen = seen.borrow_mut();
            seen.0 += usize::from(!query.conditions.is_empty() && !kept.is_empty());
            seen.1 += usize::from(!left_out.is_empty());
            Ok(())
        })
        .unwrap();
    let (found, left_out) = *seen.borrow();
    assert!(found > 50 && left_out > 25, "most lists of this test are empty: {found}, {left_out}");
}

#[test]
fn each_field_shows_what_the_record_says() {
    let (mut shop, clients) = file();
    let fields: Vec<ListField> = (ListField::ALL.iter().copied())
        .chain([ListField::Consent(2), ListField::ConsentMode(2), ListField::ConsentDate(2)])
        .filter(|field| field.is_compared())
        .collect();
    let query = ListQuery { columns: fields.clone(), include_inactive: true, ..everybody() };
    let mut lines = pages(&mut shop, &query, 50);
    // Whose data are restricted stands among those left out.
    lines.extend(excluded(&mut shop, &query, 50).into_iter().map(|out| out.line));
    lines.sort_by_key(|line| line.client);
    assert_eq!(lines.len(), clients.len());
    for (line, client) in lines.iter().zip(&clients) {
        assert_eq!(line.client, client.record.number);
        for (cell, field) in line.cells.iter().zip(&fields) {
            let shown = serde_json::to_value(cell).unwrap();
            let shown = match &shown["value"] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let is_empty = Condition { field: *field, operator: Operator::Empty, values: Vec::new() };
            let empty = field.operators().contains(&Operator::Empty) && client.satisfies(&is_empty);
            let expected = match field {
                _ if empty => String::new(),
                ListField::SelectionCodes => client.codes.join("; "),
                _ => typed(client, *field, 99),
            };
            assert_eq!(shown, expected, "{field:?} of {}", line.client);
        }
    }
}
