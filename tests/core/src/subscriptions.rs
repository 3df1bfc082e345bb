//! Sentences about subscriptions, at the counter.

use chrono::{Days, Local, NaiveDate};
use ecrin_core::subscriptions::{Medium, NewOffer, NewTariff, OfferWords};
use serde_json::{Value, json};

use crate::TestShop;
use crate::counter::Counter;

/// Today's day, so many days later (or, below zero, before).
///
/// # Panics
/// Beyond the calendar.
pub fn day(later: i64) -> NaiveDate {
    let (today, by) = (Local::now().date_naive(), Days::new(later.unsigned_abs()));
    if later < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) }.expect("a day")
}

impl TestShop {
    /// A yearly offer in print at 49 euros, from this day on (from today, if none is given); its identity.
    ///
    /// # Panics
    /// When it is refused.
    pub fn offer(&mut self, name: &str, issues: u32, since: Option<NaiveDate>) -> i64 {
        self.offer_at(name, NewTariff { price: 4900, vat: 210, months: 12, issues, effective_from: since })
    }

    /// An offer in print at this tariff; its identity.
    ///
    /// # Panics
    /// When it is refused.
    pub fn offer_at(&mut self, name: &str, tariff: NewTariff) -> i64 {
        let offer = OfferWords { name: name.into(), medium: Medium::Print, beneficiaries: 0 };
        self.shop().create_offer(&NewOffer { offer, tariff }).expect("an offer").value.id
    }
}

impl Counter {
    /// An offer of a year, in print and digital with two places for beneficiaries, at the press's rate, sold for ten years; its identity.
    ///
    /// # Panics
    /// When it is refused.
    pub fn offer(&self, name: &str, price: i64, issues: u32) -> i64 {
        let tariff =
            json!({ "price": price, "vat": 210, "months": 12, "issues": issues, "effective_from": day(-3650) });
        let words = json!({ "name": name, "medium": "both", "beneficiaries": 2 });
        self.ask("create_offer", json!({ "offer": words, "tariff": tariff }))["id"].as_i64().expect("an offer")
    }

    /// A client of this type, with an e-mail.
    ///
    /// # Panics
    /// When it is refused.
    pub fn contact(&self, name: &str, of: &str) -> i64 {
        let email = format!("{}@boutique.example", name.replace(' ', ".").to_lowercase());
        let number = self.client(&format!("{name}, 19200 USSEL, , {email}"));
        self.ask("change_type", json!({ "number": number, "revision": self.revision(number), "to": of }));
        number
    }

    /// A record's revision.
    ///
    /// # Panics
    /// When there is none.
    pub fn revision(&self, number: i64) -> i64 {
        self.ask("client", json!({ "number": number }))["revision"].as_i64().expect("a revision")
    }

    /// Subscribes somebody from today on.
    pub fn subscribe(&self, recipient: i64, offer: i64) -> Value {
        self.ask("subscribe", json!({ "recipient": recipient, "offer": offer }))
    }

    /// The order to merge the second record into the first, nothing taken from it.
    ///
    /// # Panics
    /// When one of them is none.
    pub fn merge_of(&self, kept: i64, merged: i64) -> Value {
        json!({
            "kept": kept, "kept_revision": self.revision(kept), "merged": merged, "merged_revision": self.revision(merged),
            "take_merged": [],
        })
    }

    /// The order to delete a record, confirmed by its name.
    ///
    /// # Panics
    /// When there is no such record.
    pub fn removal_of(&self, number: i64) -> Value {
        let preview = self.ask("removal_preview", json!({ "number": number }));
        json!({ "number": number, "revision": preview["record"]["revision"], "name": preview["name"] })
    }

    /// The rule by which a command is refused.
    ///
    /// # Panics
    /// When it is not.
    pub fn rule(&self, command: &str, request: Value) -> String {
        let error = self.call(command, request).expect_err(command);
        error.params.get("rule").unwrap_or_else(|| panic!("{command}: {error:?}")).clone()
    }

    /// The first rows of a record's window, the oldest first.
    ///
    /// # Panics
    /// When it is refused.
    pub fn window(&self, page: &str, number: i64) -> Vec<Value> {
        let column = if page == "subscriptions_page" { "start" } else { "date" };
        let sort = json!({ "column": column, "descending": false });
        let page = self.ask(page, json!({ "number": number, "sort": sort, "after": null, "limit": 50 }));
        page["rows"].as_array().expect("rows").clone()
    }

    /// The problems that `verify` finds.
    ///
    /// # Panics
    /// When the file cannot be read.
    pub fn problems(&self) -> Vec<Value> {
        self.ask("verify", json!({}))["problems"].as_array().expect("problems").clone()
    }
}
