//! What of the answers of two records holds for the one that they become.
//!
//! The most restrictive answer wins, not only indicator by indicator: a no to a question that is no longer asked stands against what
//! replaced it, and a yes recorded later would lift it. So wherever the gate hears a no for a channel and a purpose on either record, no
//! yes is carried over for the same, and the no is said again on the record that stays unless it stands there already.

use super::{AnswerReason, MergedAnswer};
use crate::consents::{Channel, DecisionId, Given, Indicator, Purpose};
use crate::contact::{ContactFacts, Reach, Standing, standing_noes};

/// One of the two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Party<'a> {
    pub(crate) professional: bool,
    /// One for each indicator, in the same order.
    pub(crate) standings: &'a [Standing],
}

/// An answer that must be written on the record that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Carried {
    /// Which indicator, by its place among all.
    pub(crate) indicator: usize,
    pub(crate) given: Given,
    /// The decision that it repeats.
    pub(crate) decision: DecisionId,
    pub(crate) unproven: bool,
}

/// What a merge does to the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Noes first.
    pub(crate) carried: Vec<Carried>,
    /// The answers that either gave, in the shop's order.
    pub(crate) answers: Vec<MergedAnswer>,
}

impl Party<'_> {
    fn facts(&self, professional: bool) -> ContactFacts<'_> {
        ContactFacts {
            professional,
            inactive: false,
            restricted: false,
            customer: false,
            reach: Reach::default(),
            standings: self.standings,
        }
    }

    /// The noes that stand for a channel and a purpose.
    fn noes(&self, professional: bool, channel: Channel, purpose: Purpose) -> Vec<Standing> {
        standing_noes(&self.facts(professional), channel, purpose).copied().collect()
    }
}

/// What follows from both for a record that will be a professional's or not.
pub(crate) fn plan(indicators: &[Indicator], kept: Party<'_>, merged: Party<'_>, professional: bool) -> Plan {
    let mut plan = Plan::default();
    let mut noes: Vec<Carried> = Vec::new();
    let mut grants: Vec<Carried> = Vec::new();
    for (place, indicator) in indicators.iter().enumerate() {
        let (channel, purpose) = (indicator.channel, indicator.purpose);
        let said = [kept.noes(kept.professional, channel, purpose), merged.noes(merged.professional, channel, purpose)];
        // What stands on the record that stays, once it is what it will be.
        let stands = kept.noes(professional, channel, purpose);
        let of = |noes: &[Standing]| noes.iter().find(|no| no.indicator == indicator.id).and_then(|no| no.answer);
        let (own, other) = (kept.standings[place].answer, merged.standings[place].answer);
        let mut carry = None;
        let mut reason = AnswerReason::Kept;
        if let Some(no) = of(&said[0]).or(of(&said[1]))
            && of(&stands).is_none()
        {
            carry = Some(Carried { indicator: place, given: no.given, decision: no.decision, unproven: false });
            reason = AnswerReason::NoWins;
        }
        if let (None, Some(yes)) = (carry, other.filter(|answer| answer.given.is_yes())) {
            let against = said.iter().any(|noes| !noes.is_empty());
            // Also by another indicator of the same use: taking the merge back could not unsay a second yes without objecting to both.
            let agreed = kept.standings.iter().any(|own| {
                let same_use = own.channel == channel && own.purpose == purpose && !own.archived;
                same_use && own.answer.is_some_and(|answer| answer.given.is_yes())
            });
            reason = match own {
                _ if agreed && !against => AnswerReason::Kept,
                _ if own.is_some_and(|answer| answer.given.is_yes()) => AnswerReason::Kept,
                _ if against => AnswerReason::NotResubscribed,
                _ if indicator.archived_at.is_some() || !indicator.suits(professional) => AnswerReason::NotAsked,
                // An old no that a yes to what replaced it has lifted: the yes is what counts.
                Some(_) => AnswerReason::Kept,
                None => {
                    carry = Some(Carried {
                        indicator: place,
                        given: Given::Granted,
                        decision: yes.decision,
                        unproven: yes.unproven,
                    });
                    AnswerReason::Carried
                }
            };
        }
        if own.is_some() || other.is_some() {
            let before = own.map(|answer| answer.given);
            let after = match carry {
                Some(Carried { given: Given::Withdrawn, .. }) => Some(Given::after_withdrawal(before, indicator.kind)),
                Some(carried) => Some(carried.given),
                None => before,
            };
            let unproven = match carry {
                Some(carried) => carried.unproven,
                None => own.is_some_and(|answer| answer.unproven),
            };
            let state = |given: Option<Given>| indicator.state(given, professional);
            plan.answers.push(MergedAnswer {
                indicator: indicator.id,
                name: indicator.name.clone(),
                channel,
                purpose,
                kept: state(before),
                merged: state(other.map(|answer| answer.given)),
                after: state(after),
                unproven,
                reason,
            });
        }
        match carry {
            Some(carried) if carried.given.is_yes() => grants.push(carried),
            Some(carried) => noes.push(carried),
            None => {}
        }
    }
    plan.carried = noes;
    plan.carried.append(&mut grants);
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consents::{Audience, Kind};
    use crate::contact::Stored;

    /// An open question and the archived one that it replaced.
    fn indicators() -> Vec<Indicator> {
        let one = |id, archived_at| Indicator {
            id,
            code: format!("SMS-{id}"),
            name: format!("SMS {id}"),
            channel: Channel::Sms,
            purpose: Purpose::Commercial,
            kind: Kind::OptIn,
            audience: Audience::Everyone,
            visible: true,
            archived_at,
        };
        vec![one(1, None), one(2, Some(5))]
    }

    fn standings(answers: [Option<(Given, DecisionId)>; 2]) -> Vec<Standing> {
        let of = |(indicator, answer): (&Indicator, Option<(Given, DecisionId)>)| Standing {
            indicator: indicator.id,
            channel: indicator.channel,
            purpose: indicator.purpose,
            kind: indicator.kind,
            audience: indicator.audience,
            archived: indicator.archived_at.is_some(),
            answer: answer.map(|(given, decision)| Stored { given, decision, unproven: false }),
        };
        indicators().iter().zip(answers).map(of).collect()
    }

    type Answers = [Option<(Given, DecisionId)>; 2];

    #[track_caller]
    fn check(kept: Answers, merged: Answers, carried: &[(usize, Given)], reasons: &[AnswerReason]) {
        let (kept, merged) = (standings(kept), standings(merged));
        let party = |standings| Party { professional: false, standings };
        let plan = plan(&indicators(), party(&kept), party(&merged), false);
        let found: Vec<_> = plan.carried.iter().map(|carried| (carried.indicator, carried.given)).collect();
        assert_eq!(found, carried);
        assert_eq!(plan.answers.iter().map(|answer| answer.reason).collect::<Vec<_>>(), reasons);
    }

    const YES: Given = Given::Granted;
    const NO: Given = Given::Refused;
    const STOP: Given = Given::Withdrawn;

    #[test]
    fn a_no_outweighs_a_yes_and_a_yes_outweighs_silence() {
        use AnswerReason as R;
        check([Some((YES, 1)), None], [Some((NO, 2)), None], &[(0, NO)], &[R::NoWins]);
        check([Some((YES, 2)), None], [Some((STOP, 1)), None], &[(0, STOP)], &[R::NoWins]);
        check([None, None], [Some((NO, 2)), None], &[(0, NO)], &[R::NoWins]);
        check([None, None], [Some((YES, 2)), None], &[(0, YES)], &[R::Carried]);
        check([Some((YES, 1)), None], [None, None], &[], &[R::Kept]);
        check([Some((NO, 1)), None], [Some((YES, 2)), None], &[], &[R::NotResubscribed]);
        check([Some((STOP, 1)), None], [Some((NO, 2)), None], &[], &[R::Kept]);
        check([None, None], [None, None], &[], &[]);
    }

    #[test]
    fn an_old_no_stands_against_what_replaced_it_on_either_side() {
        use AnswerReason as R;
        // The record that stays said no to the old question: a yes carried over would come later, and lift that no.
        check([None, Some((NO, 1))], [Some((YES, 2)), None], &[], &[R::NotResubscribed, R::Kept]);
        // The record that goes did: the no is said again, later than the yes of the one that stays.
        check([Some((YES, 3)), None], [None, Some((NO, 1))], &[(1, NO)], &[R::Kept, R::NoWins]);
        // A no that its own yes has lifted is none.
        check([None, None], [Some((YES, 4)), Some((NO, 1))], &[(0, YES)], &[R::Carried, R::Kept]);
        // Both said no to the old one, and one of them yes since: the other's no stands.
        check([Some((YES, 4)), Some((NO, 1))], [None, Some((NO, 2))], &[(1, NO)], &[R::Kept, R::NoWins]);
    }
}
