//! Delivery addresses: the one of a day, whatever periods there are.

use chrono::{Days, NaiveDate};
use ecrin_core::Error;
use ecrin_core::labels::{DeliveryAddress, Period, PostalAddress, of_day};
use proptest::prelude::*;

use super::{address, changes, day, shop};

fn near(days: u16) -> NaiveDate {
    day("2026-01-01") + Days::new(u64::from(days))
}

/// Short periods on few days, so that they meet.
fn addresses() -> impl Strategy<Value = Vec<DeliveryAddress>> {
    let bound = || prop::option::weighted(0.8, 0..30_u16);
    prop::collection::vec((bound(), bound()), 0..7).prop_map(|periods| {
        let address = |(at, (from, until)): (usize, (Option<u16>, Option<u16>))| {
            let until = until.map(|until| until.max(from.unwrap_or(0)));
            let period = Period { from: from.map(near), until: until.map(near) };
            DeliveryAddress {
                id: i64::try_from(at).unwrap() + 1,
                revision: 1,
                address: PostalAddress::default(),
                period,
            }
        };
        periods.into_iter().enumerate().map(address).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Said plainly: walk back from the day to the newest start that still lasts.
    #[test]
    fn the_address_of_a_day_is_the_newest_start_that_holds_it(addresses in addresses(), asked in 0..32_u16) {
        let asked = near(asked);
        let lasts = |one: &DeliveryAddress| one.period.until.is_none_or(|until| until >= asked);
        let starts = std::iter::successors(Some(asked), |day| day.checked_sub_days(Days::new(1))).take(40);
        let expected = starts
            .filter_map(|start| addresses.iter().rfind(|one| one.period.from == Some(start) && lasts(one)))
            .chain(addresses.iter().rfind(|one| one.period.from.is_none() && lasts(one)))
            .next();
        prop_assert_eq!(of_day(&addresses, asked), expected);
        let mut shuffled = addresses.clone();
        shuffled.reverse();
        prop_assert_eq!(of_day(&shuffled, asked), expected, "their order does not matter");
        if let Some(found) = expected {
            prop_assert!(found.period.holds(asked));
        } else {
            prop_assert!(addresses.iter().all(|one| !one.period.holds(asked)));
        }
    }
}

#[test]
fn a_summer_address_holds_on_its_first_and_last_day_and_the_records_own_around_it() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let summer = address(laura, "MEYMAC", Some("2026-07-01"), Some("2026-08-31"));
    shop.shop().save_delivery_address(&summer).unwrap();
    for (on, town) in
        [("2026-06-30", "USSEL"), ("2026-07-01", "MEYMAC"), ("2026-08-31", "MEYMAC"), ("2026-09-01", "USSEL")]
    {
        let found = shop.shop().address_of_day(laura, day(on)).unwrap();
        assert_eq!(found.address.town, town, "{on}");
        assert_eq!(found.id.is_some(), town == "MEYMAC");
    }
    assert_eq!(
        changes(&mut shop, laura),
        [
            "delivery_address: ∅ → 2 place de la Fontaine, MEYMAC",
            "delivery_from: ∅ → 2026-07-01",
            "delivery_until: ∅ → 2026-08-31"
        ]
    );
    let july = shop.shop().label_faces(laura, day("2026-07-14")).unwrap().addresses;
    assert_eq!((july.count, july.towns, july.current_town), (1, vec!["MEYMAC".to_owned()], "MEYMAC".to_owned()));
}

#[test]
fn an_address_needs_a_place_and_days_in_their_order() {
    let mut shop = shop();
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let mut nowhere = address(laura, "", None, None);
    nowhere.address.address_1 = " ".into();
    assert!(matches!(shop.shop().save_delivery_address(&nowhere), Err(Error::AddressMissing)));
    let backwards = address(laura, "MEYMAC", Some("2026-08-31"), Some("2026-07-01"));
    assert!(matches!(shop.shop().save_delivery_address(&backwards), Err(Error::DaysReversed)));
    let ancient = address(laura, "MEYMAC", Some("0202-07-01"), None);
    assert!(matches!(shop.shop().save_delivery_address(&ancient), Err(Error::DayUnlikely)));
    let one_day = address(laura, "MEYMAC", Some("2026-07-01"), Some("2026-07-01"));
    assert_eq!(shop.shop().save_delivery_address(&one_day).unwrap().value.addresses.len(), 1);
}
