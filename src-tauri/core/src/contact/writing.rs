//! Whether a message may be written: the gate, and beside its purposes what a person is owed about their own data.
//!
//! Asking for an agreement, confirming one and telling of rights need no agreement first. They still stop at a no: nobody who does not want
//! to be written to on a channel is, and nobody is asked again for what they refused or took back.

use chrono::NaiveDateTime;

use super::{
    ContactFacts, Ground, RIGHTS_INFORMATION, RIGHTS_REQUEST_BY_SMS, Reason, Reasons, Verdict, WHOLE_DAY, may_contact,
};
use crate::consents::{Channel, Purpose};
use crate::messages::MessagePurpose;

/// Whether a client may be written to on a channel for a purpose, at a moment of French local time. `asked` is the question that the message
/// puts, if it asks for an agreement; it may be about another channel.
///
/// GDPR art. 7 (an agreement can be shown and taken back) and 12 to 14 (what people are told). A no to service messages on the channel is
/// taken for a no to these too. Asking for an agreement to prospecting keeps the hours of prospecting, and is not done to the inactive.
pub fn may_write(
    client: &ContactFacts<'_>,
    channel: Channel,
    purpose: MessagePurpose,
    asked: Option<(Channel, Purpose)>,
    at: NaiveDateTime,
) -> Verdict {
    match purpose {
        MessagePurpose::Technical => may_contact(client, channel, Purpose::Technical, at),
        MessagePurpose::Commercial => may_contact(client, channel, Purpose::Commercial, at),
        MessagePurpose::Rights => may_inform(client, channel, asked, at),
    }
}

fn may_inform(
    client: &ContactFacts<'_>,
    channel: Channel,
    asked: Option<(Channel, Purpose)>,
    at: NaiveDateTime,
) -> Verdict {
    let service = may_contact(client, channel, Purpose::Technical, at);
    let question = asked.map(|(channel, purpose)| may_contact(client, channel, purpose, at));
    let prospecting = asked.is_some_and(|(_, purpose)| purpose.is_marketing());
    let rule = if prospecting && channel == Channel::Sms { &RIGHTS_REQUEST_BY_SMS } else { &RIGHTS_INFORMATION };

    let mut reasons = Reasons::default();
    // What stands against the question itself: a no, or that it is not for this client.
    let heard = [Reason::Refused, Reason::Withdrawn, Reason::NotProfessional, Reason::NoIndicator];
    for reason in question.iter().flat_map(|question| question.reasons.iter()).filter(|reason| heard.contains(reason)) {
        reasons.add(reason);
    }
    for reason in service.reasons.iter() {
        if matches!(reason, Reason::Refused | Reason::Withdrawn | Reason::Restricted | Reason::NoAddress) {
            reasons.add(reason);
        }
    }
    if client.inactive && prospecting {
        reasons.add(Reason::Inactive);
    }
    if rule.hours.is_some_and(|hours| !hours.hold(at)) {
        reasons.add(Reason::OutsideHours);
    }
    let objection = [Some(service), question].into_iter().flatten().find(|verdict| verdict.ground == Ground::Objection);
    Verdict {
        allowed: reasons.is_empty(),
        ground: if objection.is_some() { Ground::Objection } else { Ground::NotOpposed },
        rule,
        indicator: objection.and_then(|verdict| verdict.indicator),
        decision: objection.and_then(|verdict| verdict.decision),
        unproven: false,
        reasons,
        advice: None,
        narrowed: WHOLE_DAY,
    }
}
