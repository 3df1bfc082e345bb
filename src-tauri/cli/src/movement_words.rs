//! Movements in words, for people at a terminal.

use ecrin_core::movements::{
    MovementKind, MovementProblem, MovementState, ReminderObstacle, RemindersSent, RepairReminder,
};

use crate::language::Language;
use crate::{consent_words, message_words};

/// Why a movement cannot be kept as it is.
pub(crate) fn problem(language: Language, problem: MovementProblem) -> &'static str {
    use MovementProblem as P;
    match problem {
        P::WhatMissing => language.pick("dites de quoi il s’agit", "say what it is"),
        P::WhatTooLong => {
            language.pick("désignation trop longue : 120 caractères au plus", "name too long: 120 at most")
        }
        P::NoteTooLong => language.pick("note trop longue : 1 000 caractères au plus", "note too long: 1,000 at most"),
        P::AmountMissing => language.pick("un achat a un prix", "a purchase has a price"),
        P::AmountUnfit => language.pick("ce montant ne convient pas", "this amount does not fit"),
        P::DayAhead => language.pick("ce jour n’est pas encore venu", "this day has not come yet"),
        P::DaysUnordered => language.pick("ces dates ne se suivent pas", "these days do not follow each other"),
        P::Unsuited => language.pick("cela ne convient pas à ce mouvement", "this does not suit this movement"),
    }
}

pub(crate) fn kind(language: Language, kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Purchase => language.pick("achat", "purchase"),
        MovementKind::Repair => language.pick("SAV", "repair"),
        MovementKind::Deposit => language.pick("dépôt", "deposit"),
    }
}

pub(crate) fn state(language: Language, state: MovementState) -> &'static str {
    match state {
        MovementState::Received => language.pick("reçu", "received"),
        MovementState::InWorkshop => language.pick("en atelier", "in the workshop"),
        MovementState::Ready => language.pick("prêt", "ready"),
        MovementState::Returned => language.pick("rendu", "collected"),
        MovementState::Held => language.pick("en dépôt", "held"),
        MovementState::GivenBack => language.pick("restitué", "given back"),
        MovementState::Bought => language.pick("payé", "paid"),
    }
}

/// How a reminder goes, or why it does not.
pub(crate) fn way(language: Language, repair: &RepairReminder) -> String {
    if let Some(way) = &repair.way {
        return consent_words::channel(language, way.channel).to_owned();
    }
    let each: Vec<String> = repair
        .obstacles
        .iter()
        .map(|obstacle| {
            format!("{} : {}", consent_words::channel(language, obstacle.channel), why(language, *obstacle))
        })
        .collect();
    each.join(" ; ")
}

fn why(language: Language, obstacle: ReminderObstacle) -> &'static str {
    match (obstacle.blocked_by, obstacle.failed_because) {
        (Some(reason), _) => consent_words::reason(language, reason),
        (None, Some(because)) => message_words::failed(language, because),
        (None, None) => language.pick("aucun modèle « Relances SAV Clients »", "no template of repair reminders"),
    }
}

/// « réparations à relancer : 3 · SMS : 2 · mails : 1 ».
pub(crate) fn reminded(language: Language, total: u64, sent: Option<&RemindersSent>) -> String {
    let waiting = language.pick(format!("réparations à relancer : {total}"), format!("repairs to remind of: {total}"));
    match sent {
        None => waiting,
        Some(RemindersSent { sms, mail, left_out }) => language.pick(
            format!("{waiting} · SMS : {sms} · mails : {mail} · laissées de côté : {left_out}"),
            format!("{waiting} · SMS: {sms} · mails: {mail} · left out: {left_out}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_worded_in_both_languages() {
        use MovementProblem as P;
        for each in [
            P::WhatMissing,
            P::WhatTooLong,
            P::NoteTooLong,
            P::AmountMissing,
            P::AmountUnfit,
            P::DayAhead,
            P::DaysUnordered,
            P::Unsuited,
        ] {
            assert_ne!(problem(Language::French, each), problem(Language::English, each));
        }
    }
}
