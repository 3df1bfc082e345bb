//! « Puis-je le contacter ? »: the only gate to a person.
//!
//! [`may_contact`] is pure: it looks at what is known of a client, and at the rules in force at that moment
//! ([`RULES`]), and nothing else. The chips of a record, the outbox (when a message is queued, and again when it leaves),
//! campaigns and exports all ask it. It never says yes against a no: a refusal or a withdrawal for a channel and a purpose
//! outweighs every other agreement for the same, and default agreements stand only where no answer was ever given. Messages
//! ask it through [`may_write`], which adds what a person is owed about their own data.

mod answers;
mod facts;
mod hours;
mod rules;
mod verdict;
mod writing;
#[cfg(test)]
mod writing_tests;

pub use answers::{ChannelAnswer, MessageVerdict, VerdictReport};
pub use facts::{ContactFacts, Reach, Standing, Stored};
pub use hours::{Hours, MinutesOfDay, WHOLE_DAY, from_france, in_france, is_public_holiday};
pub use rules::{RIGHTS_INFORMATION, RIGHTS_REQUEST_BY_SMS, RULES, Rule, RuleCode, SMS_HOURS, rule_for};
pub use verdict::{Advice, Ground, Reason, Reasons, Verdict};
pub use writing::may_write;

use chrono::NaiveDateTime;

use crate::consents::{Audience, Channel, Given, Kind, Purpose};

/// The newest yes to a channel and a purpose.
fn yes<'a>(client: &ContactFacts<'a>, channel: Channel, purpose: Purpose) -> Option<&'a Standing> {
    let professional = client.professional;
    client
        .standings
        .iter()
        .filter(|s| s.channel == channel && s.purpose == purpose && !s.archived && s.suits(professional))
        .filter(|s| s.is(Given::Granted))
        .max_by_key(|s| s.decision())
}

/// Every no that stands against a channel and a purpose. What is no longer asked counts only as a no, and only until a later yes to what
/// replaced it.
pub(crate) fn standing_noes<'a>(
    client: &ContactFacts<'a>,
    channel: Channel,
    purpose: Purpose,
) -> impl Iterator<Item = &'a Standing> + use<'a> {
    let after_grant = yes(client, channel, purpose).and_then(Standing::decision);
    client
        .standings
        .iter()
        .filter(move |s| s.channel == channel && s.purpose == purpose)
        .filter(|s| s.is(Given::Refused) || s.is(Given::Withdrawn))
        .filter(move |s| !s.archived || s.decision() > after_grant)
}

/// Whether a client may be contacted on a channel for a purpose at a moment of French local time, on what ground, and
/// what stands against it.
pub fn may_contact(client: &ContactFacts<'_>, channel: Channel, purpose: Purpose, at: NaiveDateTime) -> Verdict {
    let asked = || client.standings.iter().filter(move |s| s.channel == channel && s.purpose == purpose);
    let open = || asked().filter(|standing| !standing.archived && standing.suits(client.professional));

    let granted = yes(client, channel, purpose);
    let opposed = standing_noes(client, channel, purpose).max_by_key(|s| s.decision());
    let default = open().find(|s| s.answer.is_none() && s.kind == Kind::OptOut);

    let deciding = opposed.or(granted).or(default);
    let audience = deciding.or_else(|| open().next()).map_or_else(
        || if purpose == Purpose::B2b { Audience::Professionals } else { Audience::Everyone },
        |standing| standing.audience,
    );
    let rule = rule_for(channel, purpose, audience, at.date());

    let mut reasons = Reasons::default();
    let ground = if let Some(standing) = opposed {
        reasons.add(if standing.is(Given::Refused) { Reason::Refused } else { Reason::Withdrawn });
        Ground::Objection
    } else if granted.is_some() {
        Ground::Consent
    } else if let Some(standing) = default {
        if standing.audience == Audience::ExistingCustomers && !client.customer {
            reasons.add(Reason::NoPurchase);
            Ground::NoConsent
        } else if rule.default_stands {
            Ground::NotOpposed
        } else {
            reasons.add(Reason::NeverAsked);
            Ground::NoConsent
        }
    } else if open().next().is_some() {
        reasons.add(Reason::NeverAsked);
        Ground::NoConsent
    } else {
        let for_others = asked().any(|standing| !standing.archived);
        reasons.add(if for_others { Reason::NotProfessional } else { Reason::NoIndicator });
        Ground::NoConsent
    };

    if client.restricted {
        reasons.add(Reason::Restricted);
    }
    if client.inactive && purpose.is_marketing() {
        reasons.add(Reason::Inactive);
    }
    if !client.reach.by(channel) {
        reasons.add(Reason::NoAddress);
    }
    let outside = rule.hours.is_some_and(|hours| !hours.hold(at));
    if outside && rule.hours_bind {
        reasons.add(Reason::OutsideHours);
    }
    Verdict {
        allowed: reasons.is_empty(),
        ground,
        rule,
        indicator: deciding.map(|standing| standing.indicator),
        decision: deciding.and_then(Standing::decision),
        unproven: granted.is_some_and(|standing| standing.answer.is_some_and(|answer| answer.unproven)),
        reasons,
        advice: (outside && !rule.hours_bind).then_some(Advice::OutsideAdvisedHours),
        narrowed: WHOLE_DAY,
    }
}

#[cfg(test)]
mod tests;
