//! The gate, property by property, over every kind of client that can be.

use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::*;
use crate::consents::DecisionId;

pub(super) fn channels() -> impl Strategy<Value = Channel> {
    prop::sample::select(Channel::ALL.to_vec())
}

pub(super) fn purposes() -> impl Strategy<Value = Purpose> {
    prop::sample::select(Purpose::ALL.to_vec())
}

/// From 1996 to 2027, at any minute.
pub(super) fn moments() -> impl Strategy<Value = NaiveDateTime> {
    (820_454_400_i64..1_830_000_000)
        .prop_map(|seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc())
}

fn answers() -> impl Strategy<Value = Option<Stored>> {
    let given = prop::sample::select(vec![Given::Granted, Given::Refused, Given::Withdrawn]);
    prop::option::of((given, 1..50_i64, any::<bool>()).prop_map(|(given, decision, unproven)| Stored {
        given,
        decision,
        unproven,
    }))
}

prop_compose! {
    /// Any indicator, also such as Administration refuses to make.
    fn any_standing()(
        indicator in 1..20_i64,
        channel in channels(),
        purpose in purposes(),
        kind in prop::sample::select(vec![Kind::OptIn, Kind::OptOut, Kind::Newsletter]),
        audience in prop::sample::select(vec![Audience::Everyone, Audience::Professionals, Audience::ExistingCustomers]),
        archived in any::<bool>(),
        answer in answers(),
    ) -> Standing {
        Standing { indicator, channel, purpose, kind, audience, archived, answer }
    }
}

/// A client with all that may be known of them.
#[derive(Clone, Debug)]
pub(super) struct Known {
    professional: bool,
    pub(super) inactive: bool,
    pub(super) restricted: bool,
    customer: bool,
    pub(super) reach: u8,
    pub(super) standings: Vec<Standing>,
}

impl Known {
    pub(super) fn facts(&self) -> ContactFacts<'_> {
        ContactFacts {
            professional: self.professional,
            inactive: self.inactive,
            restricted: self.restricted,
            customer: self.customer,
            reach: Reach::from_bits(self.reach),
            standings: &self.standings,
        }
    }
}

prop_compose! {
    pub(super) fn any_client()(
        (professional, inactive, restricted, customer) in any::<(bool, bool, bool, bool)>(),
        reach in 0..16_u8,
        // Few indicators on few channels meet each other more often.
        standings in prop::collection::vec(any_standing(), 0..14),
    ) -> Known {
        Known { professional, inactive, restricted, customer, reach, standings }
    }
}

/// A moment at which no hour of the day speaks against: Tuesday at 11.
fn working_hours() -> NaiveDateTime {
    "2026-11-24T11:00:00".parse().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_no_never_allows_more(
        client in any_client(), channel in channels(), purpose in purposes(), at in moments(),
        which in any::<prop::sample::Index>(), refused in any::<bool>(),
    ) {
        prop_assume!(!client.standings.is_empty());
        let before = may_contact(&client.facts(), channel, purpose, at);
        let mut after = client.clone();
        let newest: DecisionId = client.standings.iter().filter_map(Standing::decision).max().unwrap_or(0);
        let which = which.index(after.standings.len());
        let given = if refused { Given::Refused } else { Given::Withdrawn };
        after.standings[which].answer = Some(Stored { given, decision: newest + 1, unproven: false });
        let later = may_contact(&after.facts(), channel, purpose, at);
        prop_assert!(before.allowed || !later.allowed, "{before:?} became {later:?}");
        let changed = after.standings[which];
        if (changed.channel, changed.purpose) == (channel, purpose) {
            prop_assert!(!later.allowed, "a no is not heard: {later:?}");
        }
    }

    #[test]
    fn nobody_is_prospected_who_is_inactive_or_restricted(
        client in any_client(), channel in channels(), purpose in purposes(), at in moments(), restricted in any::<bool>(),
    ) {
        let client = Known { inactive: client.inactive || !restricted, restricted: client.restricted || restricted, ..client };
        let verdict = may_contact(&client.facts(), channel, purpose, at);
        prop_assert!(!verdict.allowed || !purpose.is_marketing());
        prop_assert!(!verdict.allowed || !client.restricted);
    }

    #[test]
    fn a_verdict_names_its_ground_and_every_no_its_reason(
        client in any_client(), channel in channels(), purpose in purposes(), at in moments(),
    ) {
        let verdict = may_contact(&client.facts(), channel, purpose, at);
        prop_assert_eq!(verdict.allowed, verdict.reasons.is_empty());
        prop_assert!(!verdict.rule.source.is_empty() && !verdict.rule.read_on.is_empty());
        match verdict.ground {
            Ground::Consent => {
                let granted = client.standings.iter().filter(|s| s.is(Given::Granted));
                prop_assert!(granted.clone().any(|s| s.decision() == verdict.decision && s.channel == channel && s.purpose == purpose));
            }
            Ground::NotOpposed => prop_assert!(verdict.decision.is_none() && verdict.indicator.is_some()),
            Ground::Objection => prop_assert!(verdict.decision.is_some() && !verdict.allowed),
            Ground::NoConsent => prop_assert!(!verdict.allowed),
        }
    }

    #[test]
    fn nobody_is_contacted_without_an_address_or_an_answer(
        client in any_client(), channel in channels(), purpose in purposes(), at in moments(),
    ) {
        let unreachable = Known { reach: 0, ..client.clone() };
        prop_assert!(!may_contact(&unreachable.facts(), channel, purpose, at).allowed);
        let mut silent = client;
        silent.standings.retain(|s| s.kind != Kind::OptOut);
        for standing in &mut silent.standings {
            standing.answer = None;
        }
        prop_assert!(!may_contact(&silent.facts(), channel, purpose, at).allowed);
    }

    #[test]
    fn where_no_rule_applies_silence_is_no_agreement(channel in channels(), purpose in purposes(), at in moments()) {
        for audience in [Audience::Everyone, Audience::Professionals, Audience::ExistingCustomers] {
            let rule = rule_for(channel, purpose, audience, at.date());
            // A question for professionals is theirs, whoever is asked.
            let audience = if purpose == Purpose::B2b { Audience::Professionals } else { audience };
            let applies = RULES.iter().any(|row| row.applies(channel, purpose, audience, at.date()));
            prop_assert!(applies || (!rule.default_stands && rule.hours_bind), "{:?} {:?} {:?}", channel, purpose, audience);
        }
    }

    #[test]
    fn exactly_one_rule_applies(channel in channels(), purpose in purposes(), at in moments()) {
        for audience in [Audience::Everyone, Audience::Professionals, Audience::ExistingCustomers] {
            if !channel.serves(purpose) || (purpose == Purpose::B2b && audience != Audience::Professionals) {
                continue;
            }
            let applying = RULES.iter().filter(|rule| rule.applies(channel, purpose, audience, at.date())).count();
            prop_assert_eq!(applying, 1, "{:?} {:?} {:?}", channel, purpose, audience);
        }
    }
}

fn standing(kind: Kind, audience: Audience, given: Option<Given>, decision: DecisionId) -> Standing {
    let answer = given.map(|given| Stored { given, decision, unproven: false });
    Standing {
        indicator: 1,
        channel: Channel::Sms,
        purpose: Purpose::Commercial,
        kind,
        audience,
        archived: false,
        answer,
    }
}

fn sms(standings: &[Standing], at: NaiveDateTime) -> Verdict {
    let facts = ContactFacts {
        professional: false,
        inactive: false,
        restricted: false,
        customer: false,
        reach: Reach::default().with(Channel::Sms),
        standings,
    };
    may_contact(&facts, Channel::Sms, Purpose::Commercial, at)
}

#[test]
fn a_promotional_sms_waits_for_working_hours() {
    let granted = [standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 1)];
    for (at, allowed) in [
        ("2026-11-24T07:59:00", false),
        ("2026-11-24T08:00:00", true),
        ("2026-11-24T21:29:00", true),
        ("2026-11-24T21:30:00", false),
        ("2026-11-28T12:00:00", true),  // Saturday
        ("2026-11-29T12:00:00", false), // Sunday
        ("2026-11-11T12:00:00", false), // Armistice
    ] {
        let verdict = sms(&granted, at.parse().unwrap());
        assert_eq!((verdict.allowed, verdict.ground), (allowed, Ground::Consent), "{at}");
        assert_eq!(verdict.reasons.contains(Reason::OutsideHours), !allowed, "{at}");
    }
}

#[test]
fn call_hours_advise_and_service_messages_have_none() {
    let call =
        Standing { channel: Channel::Phone, ..standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 1) };
    let repair =
        Standing { purpose: Purpose::Technical, ..standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 1) };
    let standings = [call, repair];
    let facts = ContactFacts {
        professional: false,
        inactive: true,
        restricted: false,
        customer: false,
        reach: Reach::from_bits(15),
        standings: &standings,
    };
    let sunday = "2026-11-29T22:00:00".parse().unwrap();
    let called = may_contact(&ContactFacts { inactive: false, ..facts }, Channel::Phone, Purpose::Commercial, sunday);
    assert_eq!((called.allowed, called.advice), (true, Some(Advice::OutsideAdvisedHours)));
    assert!(may_contact(&facts, Channel::Sms, Purpose::Technical, sunday).allowed, "« votre réparation est prête »");
}

#[test]
fn the_law_of_the_day_applies_to_calls() {
    let code = |day: &str| rule_for(Channel::Phone, Purpose::Commercial, Audience::Everyone, day.parse().unwrap()).code;
    assert_eq!(code("2026-08-10"), RuleCode::PhoneShopChoice);
    assert_eq!(code("2026-08-11"), RuleCode::PhoneConsent);
}

#[test]
fn silence_of_a_customer_is_agreement_only_after_a_purchase() {
    let silent = [standing(Kind::OptOut, Audience::ExistingCustomers, None, 0)];
    let verdict = sms(&silent, working_hours());
    assert!(!verdict.allowed && verdict.reasons.contains(Reason::NoPurchase));
    let facts = ContactFacts {
        professional: false,
        inactive: false,
        restricted: false,
        customer: true,
        reach: Reach::from_bits(15),
        standings: &silent,
    };
    let verdict = may_contact(&facts, Channel::Sms, Purpose::Commercial, working_hours());
    assert_eq!((verdict.allowed, verdict.ground), (true, Ground::NotOpposed));
}

#[test]
fn a_no_to_an_archived_question_holds_until_a_later_yes_to_another() {
    let archived = Standing { archived: true, ..standing(Kind::OptIn, Audience::Everyone, Some(Given::Withdrawn), 5) };
    let silent = Standing { channel: Channel::Sms, ..standing(Kind::OptOut, Audience::ExistingCustomers, None, 0) };
    assert_eq!(sms(&[archived, silent], working_hours()).ground, Ground::Objection);
    let earlier = standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 4);
    assert!(!sms(&[archived, earlier], working_hours()).allowed);
    let later = standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 6);
    assert!(sms(&[archived, later], working_hours()).allowed);
}

#[test]
fn two_questions_for_one_purpose_need_a_yes_and_bear_no_no() {
    let yes = standing(Kind::OptIn, Audience::Everyone, Some(Given::Granted), 9);
    let no = standing(Kind::OptIn, Audience::Everyone, Some(Given::Refused), 3);
    let silent = standing(Kind::OptIn, Audience::Everyone, None, 0);
    assert!(sms(&[yes, silent], working_hours()).allowed);
    assert!(!sms(&[yes, no], working_hours()).allowed);
}

#[test]
fn the_exceptions_for_customers_are_about_the_shop_s_own_goods() {
    let day = working_hours().date();
    for channel in [Channel::Sms, Channel::Mail, Channel::Phone] {
        let of = |purpose| rule_for(channel, purpose, Audience::ExistingCustomers, day);
        assert!(of(Purpose::Commercial).default_stands, "{channel:?}");
        assert!(!of(Purpose::Partners).default_stands, "{channel:?}");
        assert_eq!(of(Purpose::Partners).code, rule_for(channel, Purpose::Partners, Audience::Everyone, day).code);
    }
}
