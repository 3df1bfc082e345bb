//! Messages about rights and agreements, property by property.

use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::tests::{any_client, channels, moments, purposes};
use super::*;
use crate::consents::DecisionId;
use crate::messages::MessagePurpose;

fn message_purposes() -> impl Strategy<Value = MessagePurpose> {
    prop::sample::select(MessagePurpose::ALL.to_vec())
}

fn questions() -> impl Strategy<Value = Option<(Channel, Purpose)>> {
    prop::option::of((channels(), purposes()))
}

fn written_channels() -> impl Strategy<Value = Channel> {
    prop::sample::select(vec![Channel::Sms, Channel::Mail])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_no_never_lets_more_be_written(
        client in any_client(), channel in written_channels(), purpose in message_purposes(), asked in questions(),
        at in moments(), which in any::<prop::sample::Index>(), refused in any::<bool>(),
    ) {
        prop_assume!(!client.standings.is_empty());
        let before = may_write(&client.facts(), channel, purpose, asked, at);
        let mut after = client.clone();
        let newest: DecisionId = client.standings.iter().filter_map(Standing::decision).max().unwrap_or(0);
        let which = which.index(after.standings.len());
        let given = if refused { Given::Refused } else { Given::Withdrawn };
        after.standings[which].answer = Some(Stored { given, decision: newest + 1, unproven: false });
        let later = may_write(&after.facts(), channel, purpose, asked, at);
        prop_assert!(before.allowed || !later.allowed, "{before:?} became {later:?}");
        let changed = (after.standings[which].channel, after.standings[which].purpose);
        if purpose == MessagePurpose::Rights && (Some(changed) == asked || changed == (channel, Purpose::Technical)) {
            prop_assert!(!later.allowed && later.ground == Ground::Objection, "a no is not heard: {later:?}");
        }
    }

    #[test]
    fn information_needs_no_agreement_and_no_hour(client in any_client(), channel in written_channels(), at in moments()) {
        let mut silent = client;
        silent.standings.retain(|standing| standing.answer.is_none());
        (silent.restricted, silent.reach) = (false, 15);
        let verdict = may_write(&silent.facts(), channel, MessagePurpose::Rights, None, at);
        prop_assert!(verdict.allowed && verdict.ground == Ground::NotOpposed, "{verdict:?}");
        prop_assert_eq!(verdict.rule.code, RuleCode::RightsInformation);
    }

    #[test]
    fn nobody_is_written_to_who_is_restricted_or_out_of_reach(
        client in any_client(), channel in written_channels(), purpose in message_purposes(), asked in questions(),
        at in moments(), restricted in any::<bool>(),
    ) {
        let mut client = client;
        if restricted { client.restricted = true } else { client.reach = 0 }
        prop_assert!(!may_write(&client.facts(), channel, purpose, asked, at).allowed);
    }

    #[test]
    fn a_request_is_no_way_around_the_gate(
        client in any_client(), channel in written_channels(), question in (channels(), purposes()), at in moments(),
    ) {
        let verdict = may_write(&client.facts(), channel, MessagePurpose::Rights, Some(question), at);
        prop_assert_eq!(verdict.allowed, verdict.reasons.is_empty());
        if verdict.allowed {
            let told = may_contact(&client.facts(), question.0, question.1, at);
            prop_assert!(told.ground != Ground::Objection);
            prop_assert!(!client.inactive || !question.1.is_marketing());
        }
    }
}

#[test]
fn a_request_for_prospecting_by_sms_waits_for_its_hours() {
    let facts = ContactFacts {
        professional: false,
        inactive: false,
        restricted: false,
        customer: false,
        reach: Reach::from_bits(15),
        standings: &[
            Standing {
                indicator: 1,
                channel: Channel::Sms,
                purpose: Purpose::Commercial,
                kind: Kind::OptIn,
                audience: Audience::Everyone,
                archived: false,
                answer: None,
            },
            Standing {
                indicator: 2,
                channel: Channel::Mail,
                purpose: Purpose::Commercial,
                kind: Kind::OptIn,
                audience: Audience::Everyone,
                archived: false,
                answer: None,
            },
        ],
    };
    let night: NaiveDateTime = "2026-11-24T22:00:00".parse().unwrap();
    let ask = |by, about, purpose| may_write(&facts, by, MessagePurpose::Rights, Some((about, purpose)), night);
    let late = ask(Channel::Sms, Channel::Mail, Purpose::Commercial);
    assert!(late.reasons.is_only(Reason::OutsideHours), "{late:?}");
    let at = from_france(night);
    assert_eq!(late.waits_until(at).map(|at| in_france(at).to_string()).unwrap(), "2026-11-25 08:00:00");
    assert!(ask(Channel::Mail, Channel::Sms, Purpose::Commercial).allowed);
    assert!(may_write(&facts, Channel::Sms, MessagePurpose::Rights, None, night).allowed);
}
