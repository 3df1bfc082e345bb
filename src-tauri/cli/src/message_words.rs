//! Messages in words, for people at a terminal.

use ecrin_core::messages::{Context, DeliveryCounts, FailedBecause, Message, MessageState};

use crate::consent_words;
use crate::language::Language;

/// « Sélection clients ATTENTE ».
pub(crate) fn context(language: Language, message: &Message) -> &'static str {
    match message.context {
        Context::Selection if message.state == MessageState::Sent => {
            language.pick("Sélection clients", "Selected clients")
        }
        Context::Selection => language.pick("Sélection clients ATTENTE", "Selected clients, WAITING"),
        Context::Rights => language.pick("Demande RGPD", "GDPR request"),
        Context::Repairs => language.pick("Relances SAV Clients", "Repair reminders"),
    }
}

/// Where a message stands, and why.
pub(crate) fn state(language: Language, message: &Message) -> String {
    let state = match message.state {
        MessageState::Pending => language.pick("en attente", "waiting"),
        MessageState::Sending => language.pick("en cours", "being sent"),
        MessageState::Unsure => language.pick("à vérifier", "to be checked"),
        MessageState::Sent => language.pick("envoyé", "sent"),
        MessageState::Failed => language.pick("échec", "failed"),
        MessageState::Blocked => language.pick("bloqué", "blocked"),
        MessageState::Cancelled => language.pick("annulé", "cancelled"),
    };
    let why = match (message.blocked_by, message.failed_because) {
        (Some(reason), _) => consent_words::reason(language, reason),
        (None, Some(because)) => failed(language, because),
        (None, None) => return state.to_owned(),
    };
    format!("{state}{} {why}", language.pick(" :", ":"))
}

pub(crate) fn failed(language: Language, because: FailedBecause) -> &'static str {
    match because {
        FailedBecause::NoCarrier => language.pick("envoi non réglé", "sending is not set up"),
        FailedBecause::Unreachable => language.pick("serveur injoignable", "server out of reach"),
        FailedBecause::TimedOut => language.pick("pas de réponse du serveur", "no answer from the server"),
        FailedBecause::Dropped => language.pick("connexion coupée", "connection broken off"),
        FailedBecause::Certificate => language.pick("certificat refusé", "certificate refused"),
        FailedBecause::Credentials => language.pick("mot de passe refusé", "password refused"),
        FailedBecause::Setup => language.pick("réglages refusés par le serveur", "settings refused by the server"),
        FailedBecause::Later => language.pick("serveur occupé", "server busy"),
        FailedBecause::AddressRefused => language.pick("adresse refusée", "address refused"),
        FailedBecause::Refused => language.pick("message refusé", "message refused"),
        FailedBecause::NotUnderstood => language.pick("réponse incomprise", "answer not understood"),
        FailedBecause::LandLine => language.pick("ligne fixe, SMS impossible", "land line, no SMS"),
        FailedBecause::Text => language.pick("texte vide ou trop long", "text empty or too long"),
        FailedBecause::Unwritable => language.pick("dossier inaccessible", "folder out of reach"),
        FailedBecause::Interrupted => language.pick("envoi interrompu", "interrupted while it was sent"),
        FailedBecause::GivenUp => language.pick("abandon après trois jours", "given up after three days"),
    }
}

/// « 3 envoyés, 1 à retenter, 0 échec, 0 à vérifier ; 1 en attente ».
pub(crate) fn delivered(language: Language, counts: DeliveryCounts, waiting: u64) -> String {
    let DeliveryCounts { sent, later, failed, unsure } = counts;
    language.pick(
        format!("envoyés : {sent} · à retenter : {later} · échecs : {failed} · à vérifier : {unsure} · en attente : {waiting}"),
        format!("sent: {sent} · to be retried: {later} · failed: {failed} · to be checked: {unsure} · waiting: {waiting}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_words_in_both_languages() {
        for because in FailedBecause::ALL {
            assert_ne!(failed(Language::French, because), failed(Language::English, because), "{because:?}");
        }
    }
}
