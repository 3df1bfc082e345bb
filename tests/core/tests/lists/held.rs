//! What clients hold, said plainly for the model of lists, and what is promised of those columns.

use chrono::{Local, NaiveDate, TimeZone};
use ecrin_core::clients::ClientNumber;
use ecrin_core::deliveries::{DeliveryState, MarkDeliveriesRequest};
use ecrin_core::invoicing::{NewPayment, PaymentMode};
use ecrin_core::labels::{Carriage, CarriageMode, SaveCarriage};
use ecrin_core::lists::{HeldField, ListField, Operator};
use ecrin_core::movements::{MovementRequest, MovementSort};
use ecrin_core::subscriptions::{NewSubscription, Subscription, Termination, TerminationRequest};
use ecrin_core::windows::{Window, WindowRequest, WindowRow};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::movements::{day, purchase};

use super::model::Value;
use super::{condition, everybody, kept, pages};

/// What one client holds.
pub(crate) struct Held {
    subscription: Option<Subscription>,
    owed: Option<i64>,
    carriage: Option<Carriage>,
    last_delivery: Option<NaiveDate>,
    last_movement: Option<NaiveDate>,
}

/// Offers, and subscriptions, money, deliveries, movements and carriage of some clients up to a number.
pub(crate) fn give(shop: &mut TestShop, until: ClientNumber) {
    let offers = [("L’Écho du bijou", 24), ("La Gazette", 4), ("Entretien", 0)];
    let offers = offers.map(|(name, issues)| shop.offer(name, issues, Some(day("2020-01-01"))));
    for (at, recipient) in (1..=until).step_by(7).enumerate() {
        for (turn, starts_on) in ["2024-03-05", "2026-02-01", "2026-11-01"].into_iter().enumerate() {
            let (offer, starts_on) = (offers[(at + turn) % 3], Some(day(starts_on)));
            let payer = (at % 4 == 3).then_some(1);
            let copies = i64::try_from(turn).unwrap() + 1;
            if (at + turn) % 2 == 1 {
                continue;
            }
            let new = NewSubscription { recipient, offer, payer, copies, starts_on };
            // Not everybody may: that is for the rules of their types to say.
            let Ok(subscribed) = shop.shop().subscribe(&new) else { continue };
            if at % 5 == 0 && turn == 2 {
                // The renewal ends before it begins, with the one that it would have followed.
                shop.shop().renew(subscribed.value.id).unwrap();
                let termination = Termination { id: subscribed.value.id, on: Some(day("2026-11-19")) };
                let request = TerminationRequest { termination, reason: String::new(), refund: false };
                shop.shop().terminate(&request).unwrap();
            }
        }
        if at % 3 == 0 {
            let (mode, paid_on) = (PaymentMode::Card, day("2026-11-20"));
            let paid = NewPayment { payer: recipient, invoice: None, paid_on, mode, amount: 6000, note: String::new() };
            // Whoever was never invoiced may not pay.
            let _ = shop.shop().record_payment(&paid);
        }
        if at % 2 == 0 {
            let mode = Some(CarriageMode::ALL[at % 3]);
            let round = if at % 4 == 0 { "Tournée 4" } else { "" }.to_owned();
            let rank = u32::try_from(at % 5).ok().filter(|rank| *rank > 0);
            let depositary = if at % 6 == 0 { "Tabac de la Gare" } else { "" }.to_owned();
            let instruction = ["", "Boîte bleue", "Sonner"][at / 2 % 3].to_owned();
            let revision = shop.shop().carriage(recipient).unwrap().carriage.map_or(0, |before| before.revision);
            let save = SaveCarriage { number: recipient, revision, mode, round, rank, depositary, instruction };
            shop.shop().save_carriage(&save).unwrap();
        }
    }
    for (client, line) in [(1, "Alliance, 2018-09-18, 36500"), (2, "Perle, 2026-11-20, 900"), (1, "Or, 2020-02-29, 5")]
    {
        shop.shop().create_movement(client, &purchase(line)).unwrap();
    }
    let until = Some(day("2026-06-30"));
    let mark = MarkDeliveriesRequest { ids: Vec::new(), until, state: DeliveryState::Delivered, note: String::new() };
    assert!(shop.shop().mark_deliveries(&mark).unwrap().value.marked > 10);
}

impl Held {
    pub(crate) fn read(shop: &mut TestShop, number: ClientNumber) -> Held {
        let rows = |shop: &mut TestShop, window: Window| {
            let request = WindowRequest { number, sort: window.usual_sort(), after: None, limit: 50 };
            shop.shop().window_page(window, &request).unwrap().rows
        };
        let received = rows(shop, Window::Subscriptions).into_iter().filter_map(|row| match row {
            WindowRow::Subscription(row) if row.recipient.is_none() => Some(row.id),
            _ => None,
        });
        let received: Vec<Subscription> = received.map(|id| shop.shop().subscription(id).unwrap()).collect();
        let delivered = rows(shop, Window::Deliveries).into_iter().filter_map(|row| match row {
            WindowRow::Delivery(row) => {
                let went = !matches!(row.state, DeliveryState::Planned | DeliveryState::Cancelled);
                went.then_some(row.due_on)
            }
            _ => None,
        });
        let balance = shop.shop().balance(number).unwrap();
        let invoiced_or_paid = balance.invoices > 0 || balance.paid != 0;
        let request = MovementRequest { number, kind: None, sort: MovementSort::default(), after: None, limit: 1 };
        Held {
            subscription: received.into_iter().max_by_key(|one| {
                let served = one.terminated_on.is_none_or(|on| on >= one.starts_on);
                (served, last_day(one), one.id)
            }),
            owed: invoiced_or_paid.then_some(balance.due),
            carriage: shop.shop().carriage(number).unwrap().carriage,
            last_delivery: delivered.max(),
            last_movement: shop.shop().movements(&request).unwrap().movements.first().map(|one| one.input.day),
        }
    }

    pub(crate) fn value(&self, field: HeldField) -> Value {
        let subscription = self.subscription.as_ref();
        let moment = |day: Option<NaiveDate>| Value::Moment(day.map(noon));
        let carried =
            |text: fn(&Carriage) -> &String| Value::Text(self.carriage.as_ref().map(text).cloned().unwrap_or_default());
        match field {
            HeldField::SubscriptionNumber => Value::Maybe(subscription.map(|one| one.id)),
            HeldField::SubscriptionOffer => {
                Value::Text(subscription.map(|one| one.offer_name.clone()).unwrap_or_default())
            }
            HeldField::SubscriptionStart => moment(subscription.map(|one| one.starts_on)),
            HeldField::SubscriptionEnd => moment(subscription.map(last_day)),
            HeldField::SubscriptionCopies => Value::Maybe(subscription.map(|one| one.copies)),
            HeldField::BalanceDue => Value::Maybe(self.owed),
            HeldField::CarriageMode => Value::Code(self.carriage.as_ref().map(|carriage| carriage.mode.code())),
            HeldField::CarriageRound => carried(|carriage| &carriage.round),
            HeldField::CarriageRank => {
                Value::Maybe(self.carriage.as_ref().and_then(|carriage| carriage.rank).map(i64::from))
            }
            HeldField::CarriageDepositary => carried(|carriage| &carriage.depositary),
            HeldField::CarriageInstruction => carried(|carriage| &carriage.instruction),
            HeldField::LastDelivery => moment(self.last_delivery),
            HeldField::LastMovement => moment(self.last_movement),
        }
    }
}

fn last_day(subscription: &Subscription) -> NaiveDate {
    subscription.terminated_on.unwrap_or(subscription.ends_on)
}

fn noon(day: NaiveDate) -> i64 {
    Local.from_local_datetime(&day.and_hms_opt(12, 0, 0).unwrap()).unwrap().timestamp_millis()
}

const OFFER: ListField = ListField::Held(HeldField::SubscriptionOffer);
const END: ListField = ListField::Held(HeldField::SubscriptionEnd);

#[test]
fn who_subscribed_to_what_is_found_for_a_record_and_for_those_that_went_into_it() {
    let mut shop = TestShop::at("2026-11-20T09:00");
    for name in ["DUPONT Laura", "MARTIN Jeanne", "AUBERT Line"] {
        shop.client(name);
    }
    let offer = shop.offer("L’Écho", 0, Some(day("2020-01-01")));
    for (recipient, starts_on) in [(1, "2024-01-01"), (1, "2026-01-01"), (2, "2024-06-01")] {
        let starts_on = Some(day(starts_on));
        let new = NewSubscription { recipient, offer, payer: None, copies: 1, starts_on };
        shop.shop().subscribe(&new).unwrap();
    }
    let found = |shop: &mut TestShop, field, operator, values: &[&str]| {
        let mut query = everybody();
        query.conditions.push(condition(field, operator, values));
        kept(shop, &query)
    };
    assert_eq!(found(&mut shop, OFFER, Operator::Is, &["l'echo"]), [1, 2], "« abonné à »");
    assert_eq!(found(&mut shop, OFFER, Operator::Empty, &[]), [3]);
    // Laura was once subscribed until 2024, and goes on.
    assert_eq!(found(&mut shop, END, Operator::Until, &["2026-11-20"]), [2], "« fin d’abonnement avant le »");
    let due = ListField::Held(HeldField::BalanceDue);
    assert_eq!(found(&mut shop, due, Operator::From, &["9800"]), [1]);

    shop.merge(3, 2);
    assert_eq!(found(&mut shop, OFFER, Operator::Filled, &[]), [1, 3], "the record of today holds it");
    let mut query = everybody();
    query.conditions.push(condition(OFFER, Operator::Filled, &[]));
    query.columns = vec![ListField::Held(HeldField::SubscriptionNumber), OFFER, END, due];
    let cells: Vec<String> = pages(&mut shop, &query, 10)
        .iter()
        .map(|line| {
            serde_json::to_string(
                &line.cells.iter().map(|cell| serde_json::to_value(cell).unwrap()["value"].clone()).collect::<Vec<_>>(),
            )
            .unwrap()
        })
        .collect();
    assert_eq!(cells, [r#"[2,"L’Écho","2026-12-31",9800]"#, r#"[3,"L’Écho","2025-05-31",4900]"#]);
}
