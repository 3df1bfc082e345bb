//! Four years of subscriptions in the demonstration shop, lived by the gestures of the counter on a clock that moves on.

use chrono::{Days, Duration, NaiveDate};

use super::Shop;
use crate::clients::ClientNumber;
use crate::clock::StillClock;
use crate::deliveries::{DeliveryState, GiveRewardRequest, MarkDeliveriesRequest, NewSponsorship};
use crate::demonstration::LARGEST_LOCAL_SHOP;
use crate::documents::day_of;
use crate::invoicing::{NewPayment, PaymentMode};
use crate::money::Cents;
use crate::subscriptions::{
    Medium, NewBeneficiary, NewOffer, NewSubscription, NewTariff, OfferId, OfferWords, Subscription, Termination,
    TerminationRequest,
};
use crate::{Error, Result};

/// At what time of a day before today things happen: ten o’clock, UTC, so that it is the same day in the shop.
const HOUR: i64 = 10;

impl Shop {
    /// Lets the people whom the documentation shows subscribe, pay, suspend and end over the four years before today, each by the rules of their
    /// type. A file that does not hold all of them, or more clients than a small shop has, is left as it is.
    ///
    /// # Errors
    /// What the database may say.
    pub fn add_fictional_subscriptions(&mut self) -> Result<()> {
        let Some(people) = People::of(self)? else { return Ok(()) };
        let now = self.now();
        let own = std::mem::replace(&mut self.clock, Box::new(StillClock(now)));
        let lived = Story { shop: self, now }.live(&people);
        self.clock = own;
        lived
    }
}

/// Those who subscribe, pay or recommend, one at least of each type of contact.
struct People {
    laura: ClientNumber,
    michel: ClientNumber,
    agnes: ClientNumber,
    simone: ClientNumber,
    hugo: ClientNumber,
    optician: ClientNumber,
    jeanne: ClientNumber,
    elise: ClientNumber,
    gerard: ClientNumber,
    school: ClientNumber,
    camille: ClientNumber,
    francoise: ClientNumber,
}

impl People {
    /// `None` if somebody is missing.
    fn of(shop: &Shop) -> Result<Option<People>> {
        let clients = shop.clients()?;
        if u64::try_from(clients).unwrap_or_default() > LARGEST_LOCAL_SHOP {
            return Ok(None);
        }
        let mut named = std::collections::HashMap::new();
        for number in 1..=clients {
            let input = shop.store.rows().client(number)?.client;
            named.entry(format!("{}{} {}", input.last_name, input.company, input.first_name)).or_insert(number);
        }
        let find = |name: &str| named.get(name).copied();
        let all = || {
            Some(People {
                laura: find("DUPONT Laura")?,
                michel: find("DUPONT Michel")?,
                agnes: find("DUPONT-REY Agnès")?,
                simone: find("DUPORT Simone")?,
                hugo: find("DUPRAT Hugo")?,
                optician: find("DUPRÉ Optique ")?,
                jeanne: find("DUPUY Jeanne")?,
                elise: find("MARTIN Élise")?,
                gerard: find("BONNET Gérard")?,
                school: find("Lycée de la Plaine ")?,
                camille: find("VERDIER Camille")?,
                francoise: find("LŒUILLET Françoise")?,
            })
        };
        Ok(all())
    }
}

/// What happens, day after day.
struct Story<'a> {
    shop: &'a mut Shop,
    /// The end of it, in UTC milliseconds.
    now: i64,
}

impl Story<'_> {
    fn live(&mut self, people: &People) -> Result<()> {
        self.come_to(1_500)?;
        let monthly = self.offer("Le Mensuel", Medium::Print, 0, (4_500, 210), (12, 11))?;
        let mut jeanne = self.subscribe(people.jeanne, monthly, None, 1)?;
        self.pay(&jeanne, PaymentMode::Cheque, None)?;
        for days in [1_150, 790] {
            self.come_to(days)?;
            jeanne = self.shop.renew(jeanne.id)?.value;
            self.pay(&jeanne, PaymentMode::Cheque, None)?;
        }
        let on = self.come_to(760)?;
        let dearer = NewTariff { price: 4_900, vat: 210, months: 12, issues: 11, effective_from: Some(on) };
        self.shop.add_tariff(monthly, &dearer)?;
        let full = self.offer("L’Intégrale", Medium::Both, 2, (7_900, 210), (12, 11))?;
        let trial = self.offer("Découverte", Medium::Print, 0, (0, 210), (2, 2))?;
        let care = self.offer("Entretien annuel", Medium::Print, 0, (4_900, 2_000), (12, 0))?;

        self.come_to(720)?;
        let laura = self.subscribe(people.laura, care, None, 1)?;
        self.pay(&laura, PaymentMode::Card, None)?;
        self.come_to(420)?;
        jeanne = self.shop.renew(jeanne.id)?.value;
        // A round sum, without asking for the change.
        self.pay(&jeanne, PaymentMode::Cash, Some(5_000))?;
        self.come_to(400)?;
        let simone = self.subscribe(people.simone, monthly, Some(people.michel), 1)?;
        self.come_to(390)?;
        self.pay(&simone, PaymentMode::Cheque, None)?;
        self.come_to(358)?;
        let laura = self.shop.renew(laura.id)?.value;
        self.pay(&laura, PaymentMode::Card, None)?;
        self.come_to(310)?;
        let brought = self.shop.add_sponsorship(&NewSponsorship { sponsor: people.jeanne, sponsored: people.elise })?;
        self.shop.add_sponsorship(&NewSponsorship { sponsor: people.optician, sponsored: people.gerard })?;
        self.come_to(300)?;
        let elise = self.subscribe(people.elise, full, Some(people.school), 3)?;
        let on = self.come_to(270)?;
        self.pay(&elise, PaymentMode::Transfer, None)?;
        let reward = "Bon d’achat de 15 €".to_owned();
        self.shop.give_reward(&GiveRewardRequest { id: brought.value.id, reward, on })?;
        self.come_to(250)?;
        let gerard = self.subscribe(people.gerard, monthly, None, 1)?;
        self.pay(&gerard, PaymentMode::Cash, None)?;
        self.come_to(200)?;
        let agnes = self.subscribe(people.agnes, full, None, 1)?;
        self.pay(&agnes, PaymentMode::DirectDebit, None)?;
        self.shop.add_beneficiary(&NewBeneficiary {
            subscription: agnes.id,
            client: Some(people.camille),
            last_name: String::new(),
            first_name: String::new(),
            email: String::new(),
        })?;
        let today = self.come_to(70)?;
        self.shop.suspend(gerard.id, later(today, 10)?, later(today, 39)?)?;
        self.come_to(50)?;
        jeanne = self.shop.renew(jeanne.id)?.value;
        self.pay(&jeanne, PaymentMode::Cheque, None)?;
        self.come_to(38)?;
        let simone = self.shop.renew(simone.id)?.value;
        self.come_to(30)?;
        self.subscribe(people.laura, monthly, None, 1)?;
        self.come_to(20)?;
        self.pay(&simone, PaymentMode::Cheque, Some(2_000))?;
        self.subscribe(people.hugo, trial, None, 1)?;
        self.come_to(6)?;
        self.shop.terminate(&TerminationRequest {
            termination: Termination { id: gerard.id, on: None },
            reason: "Déménagement".into(),
            refund: true,
        })?;
        let today = self.come_to(5)?;
        self.shop.suspend(jeanne.id, later(today, 1)?, later(today, 40)?)?;
        let today = self.come_to(0)?;
        let starts_on = Some(later(today, 12)?);
        let new = NewSubscription { recipient: people.francoise, offer: monthly, payer: None, copies: 1, starts_on };
        self.shop.subscribe(&new)?;
        Ok(())
    }

    /// Goes on to so many days before today; what has gone by then is marked.
    fn come_to(&mut self, days: i64) -> Result<NaiveDate> {
        let day = Duration::days(1).num_milliseconds();
        let morning = self.now - self.now.rem_euclid(day) + Duration::hours(HOUR).num_milliseconds();
        let then = self.now.min(morning - days * day);
        self.shop.clock = Box::new(StillClock(then));
        let until = day_of(then);
        let (state, note) = (DeliveryState::Delivered, String::new());
        self.shop.mark_deliveries(&MarkDeliveriesRequest { ids: Vec::new(), until: Some(until), state, note })?;
        Ok(until)
    }

    /// `price` in cents with its rate in hundredths of a per cent; `term` in months with its issues.
    fn offer(
        &mut self,
        name: &str,
        medium: Medium,
        beneficiaries: u32,
        (price, vat): (Cents, i64),
        (months, issues): (u32, u32),
    ) -> Result<OfferId> {
        let offer = OfferWords { name: name.to_owned(), medium, beneficiaries };
        let tariff = NewTariff { price, vat, months, issues, effective_from: None };
        Ok(self.shop.create_offer(&NewOffer { offer, tariff })?.value.id)
    }

    fn subscribe(
        &mut self,
        recipient: ClientNumber,
        offer: OfferId,
        payer: Option<ClientNumber>,
        copies: i64,
    ) -> Result<Subscription> {
        Ok(self.shop.subscribe(&NewSubscription { recipient, offer, payer, copies, starts_on: None })?.value)
    }

    /// Pays the invoice of a subscription, whole unless an amount is given.
    fn pay(&mut self, subscription: &Subscription, mode: PaymentMode, amount: Option<Cents>) -> Result<()> {
        let payer = subscription.payer.as_ref().ok_or(Error::FileCorrupt)?.number;
        let (invoice, total, _) = self.shop.store.rows().invoiced_for(subscription.id)?.ok_or(Error::FileCorrupt)?;
        let paid_on = day_of(self.shop.now());
        let (invoice, amount, note) = (Some(invoice), amount.unwrap_or(total), String::new());
        self.shop.record_payment(&NewPayment { payer, invoice, paid_on, mode, amount, note })?;
        Ok(())
    }
}

fn later(day: NaiveDate, days: u64) -> Result<NaiveDate> {
    day.checked_add_days(Days::new(days)).ok_or(Error::FileCorrupt)
}
