//! Movements in words, for people at a terminal.

use ecrin_core::Error;
use ecrin_core::movements::{
    MovementKind, MovementProblem, MovementState, ReminderObstacle, RemindersSent, RepairReminder,
};

use crate::language::Language;
use crate::{consent_words, export_words, message_words};

/// What happened and what to do, for the errors of movements; others in the words of exports.
pub(crate) fn error(language: Language, error: &Error) -> String {
    let sentence = match error {
        Error::MovementNotFound => language.pick("ce mouvement n’existe pas", "there is no such movement"),
        Error::MovementInvalid(problem) => self::problem(language, *problem),
        Error::RepairEnded => language.pick(
            "cette réparation a été rendue : elle est terminée. Rien n’a été enregistré",
            "this repair was collected, which ends it. Nothing was saved",
        ),
        Error::RepairMissing => language.pick(
            "ce modèle annonce une réparation prête, et ce client n’en a pas. Rien n’a été enregistré",
            "this template says that a repair is ready, and this client has none. Nothing was saved",
        ),
        other => return export_words::error(language, other),
    };
    sentence.to_owned()
}

fn problem(language: Language, problem: MovementProblem) -> &'static str {
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

/// « 49,00 € », « €49.00 ».
pub(crate) fn euros(language: Language, cents: i64) -> String {
    let (euros, rest) = (cents / 100, cents % 100);
    language.pick(format!("{euros},{rest:02} €"), format!("€{euros}.{rest:02}"))
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
        for each in [Error::MovementNotFound, Error::RepairEnded, Error::RepairMissing] {
            assert_ne!(error(Language::English, &each), each.to_string());
        }
    }

    #[test]
    fn amounts_are_written_with_their_cents() {
        assert_eq!(euros(Language::French, 4905), "49,05 €");
        assert_eq!(euros(Language::English, 5), "€0.05");
    }
}
