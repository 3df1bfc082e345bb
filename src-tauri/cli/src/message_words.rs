//! Messages in words, for people at a terminal.

use ecrin_core::Error;
use ecrin_core::lists::ListField;
use ecrin_core::messages::{Context, DeliveryCounts, FailedBecause, Message, MessageState, known_fields};

use crate::language::Language;
use crate::{consent_words, list_words, movement_words};

/// What happened and what to do, for the errors of messages; others in the words of movements.
pub(crate) fn error(language: Language, error: &Error) -> String {
    let sentence =
        match error {
            Error::FieldUnknown(field) => {
                let known = known_fields();
                return language.pick(
                    format!("le champ « {field} » n’existe pas. Ceux qui existent : {known}"),
                    format!("there is no field \"{field}\". Those that there are: {known}"),
                );
            }
            Error::MessageBlocked(reason) => {
                let reason = consent_words::reason(language, *reason);
                return language.pick(
                    format!("ce message ne peut pas partir : {reason}. Rien n’a été enregistré"),
                    format!("this message cannot be sent: {reason}. Nothing was saved"),
                );
            }
            Error::TemplateNotFound => {
                language.pick("ce modèle n’existe pas sur ce canal", "there is no such template on this channel")
            }
            Error::TemplateUnsuited => language.pick(
                "ce contexte ne convient pas à ce modèle. Rien n’a été enregistré",
                "this context does not suit this template. Nothing was saved",
            ),
            Error::IndicatorMissing => language.pick(
                "ce modèle parle d’un accord : dites lequel avec --indicator. Rien n’a été enregistré",
                "this template speaks of an agreement: say of which with --indicator. Nothing was saved",
            ),
            Error::AgreementMissing => language.pick(
                "ce modèle confirme un accord que le client n’a pas donné. Rien n’a été enregistré",
                "this template confirms an agreement that the client has not given. Nothing was saved",
            ),
            Error::RepliesNoNumber => language.pick(
                "aucune colonne de numéros n’est reconnue : est-ce bien le fichier des réponses de votre passerelle ?",
                "no column of numbers is recognised: is this your gateway’s file of replies?",
            ),
            Error::RepliesNoText => language.pick(
                "aucune colonne de messages n’est reconnue : est-ce bien le fichier des réponses de votre passerelle ?",
                "no column of texts is recognised: is this your gateway’s file of replies?",
            ),
            Error::ListNotFound => language.pick("cette sélection n’existe pas", "there is no such list"),
            Error::ListInvalid { problem, field, .. } => {
                let choices = list_words::choices(*problem, ListField::from_code(field));
                return list_words::sentence(language, *problem, field, &choices);
            }
            Error::CampaignEmpty => language.pick(
                "personne de cette sélection ne peut recevoir ce message. Rien n’a été enregistré",
                "nobody of this list may receive this message. Nothing was saved",
            ),
            Error::CampaignNotFound => language.pick("cet envoi n’existe pas", "there is no such campaign"),
            Error::CampaignSettled => language
                .pick("cet envoi est terminé, ou déjà dans cet état", "this campaign is over, or stands so already"),
            Error::MessageNotFound => language.pick("ce message n’existe pas", "there is no such message"),
            Error::MessageSettled => language
                .pick("ce message est déjà parti, ou en train de partir", "this message has left, or is leaving"),
            other => return movement_words::error(language, other),
        };
    sentence.to_owned()
}

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
