//! Consents in words: what was refused and why, for people at a terminal.

use ecrin_core::consents::{Broken, Channel, ConsentState, Purpose};
use ecrin_core::contact::{Ground, Reason};

use crate::language::Language;

/// Where the chain is broken, and why.
pub(crate) fn broken(language: Language, broken: &Broken) -> String {
    let why = match broken.why.as_str() {
        "altered" => language.pick(
            "elle, ou ce qui la précède, n’est pas ce qui a été scellé",
            "it, or what stands before it, is not what was sealed",
        ),
        "missing" => language.pick("elle manque", "it is missing"),
        "evidence_altered" => {
            language.pick("une de ses pièces a été modifiée ou ajoutée", "a piece of its evidence was changed or added")
        }
        "evidence_missing" => language.pick("une de ses pièces manque", "a piece of its evidence is missing"),
        "wording_altered" => language.pick(
            "la formulation montrée n’est plus celle qui a été scellée",
            "the wording shown is no longer the one that was sealed",
        ),
        "indicator_altered" => language.pick(
            "son indicateur n’est plus celui qui a été scellé",
            "its indicator is no longer the one that was sealed",
        ),
        "state_differs" => {
            language.pick("les fiches ne montrent pas ce qui a été décidé", "records do not show what was decided")
        }
        "unreadable" => language.pick("elle est illisible", "it cannot be read"),
        "tail_cut" => language.pick(
            "l’empreinte donnée n’est pas dans la chaîne, des décisions manquent à partir d’elle",
            "the head given is not in the chain, decisions are missing from it on",
        ),
        other => other,
    };
    let (of, decision) =
        (language.pick("la chaîne est rompue à la décision", "the chain is broken at decision"), broken.decision);
    format!("{of} {decision} ({why})")
}

/// How many decisions hold, and the seal of the newest.
pub(crate) fn decisions(language: Language, count: u64, head: &str) -> String {
    let noun = if count == 1 || count == 0 && language == Language::French {
        language.pick("décision", "decision")
    } else {
        language.pick("décisions", "decisions")
    };
    format!("{count} {noun} · {} {head}", language.pick("empreinte", "head"))
}

pub(crate) fn channel(language: Language, channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "SMS",
        Channel::Mail => language.pick("mail", "email"),
        Channel::Postal => language.pick("courrier", "post"),
        Channel::Phone => language.pick("téléphone", "telephone"),
    }
}

pub(crate) fn purpose(language: Language, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Technical => language.pick("message technique", "service message"),
        Purpose::Commercial => language.pick("offre commerciale", "commercial offer"),
        Purpose::Newsletter => "newsletter",
        Purpose::B2b => language.pick("offre professionnelle", "trade offer"),
        Purpose::Partners => language.pick("offre de partenaires", "partners’ offer"),
    }
}

pub(crate) fn state(language: Language, state: ConsentState) -> &'static str {
    match state {
        ConsentState::NeverAsked => language.pick("jamais demandé", "never asked"),
        ConsentState::Granted => language.pick("accordé", "granted"),
        ConsentState::GrantedByDefault => language.pick("accordé par défaut", "granted by default"),
        ConsentState::Refused => language.pick("refusé", "refused"),
        ConsentState::Withdrawn => language.pick("retiré", "withdrawn"),
    }
}

/// On what a yes rests.
pub(crate) fn ground(language: Language, ground: Ground) -> &'static str {
    match ground {
        Ground::Consent => language.pick("le client a donné son accord", "the client agreed"),
        Ground::NotOpposed => language.pick("le client ne s’y est pas opposé", "the client did not oppose it"),
        Ground::Objection => language.pick("le client s’y est opposé", "the client opposed it"),
        Ground::NoConsent => language.pick("il faut l’accord du client", "the client’s agreement is needed"),
    }
}

/// Why not.
pub(crate) fn reason(language: Language, reason: Reason) -> &'static str {
    match reason {
        Reason::NeverAsked => language.pick("le client n’a jamais été interrogé", "the client was never asked"),
        Reason::Refused => language.pick("le client a refusé", "the client refused"),
        Reason::Withdrawn => language.pick("le client a retiré son accord", "the client withdrew"),
        Reason::NoIndicator => {
            language.pick("la boutique ne pose pas cette question", "the shop asks no such question")
        }
        Reason::NotProfessional => language.pick("le client est un particulier", "the client is a private person"),
        Reason::NoPurchase => language.pick("rien ne lui a été vendu", "nothing was sold to them"),
        Reason::Restricted => {
            language.pick("le traitement de ses données est limité", "the processing of their data is restricted")
        }
        Reason::Inactive => language.pick("la fiche est inactive", "the record is inactive"),
        Reason::NoAddress => language.pick("aucune coordonnée pour ce canal", "there is no address for this channel"),
        Reason::OutsideHours => language.pick("hors des heures permises", "outside the permitted hours"),
    }
}
