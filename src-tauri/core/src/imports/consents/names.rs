//! The names that files give to the columns of consents: « sms_technique », « Accord SMS commercial », « Mailing postal »,
//! « Type d'accord », « Stop SMS ».
//!
//! A name is understood if every one of its words is, and if together they mean one question: a column taken for another would
//! invent agreements. A channel alone is an address; with a word of consent and without a purpose it is about offers, which is
//! what people are asked to agree to.

use super::Question;
use crate::consents::{Channel, Purpose};
use crate::imports::{ImportField, header};
use crate::text::fold;

/// The field that a column of this name holds.
pub(in crate::imports) fn field_of(name: &str) -> Option<ImportField> {
    let meaning = Meaning::of(name).filter(|meaning| !meaning.is_unclear)?;
    let Meaning { channel, purpose, consent, refusal, mode, date, .. } = meaning;
    if mode || date {
        let alone = consent && !refusal && channel.is_none() && purpose.is_none();
        return match (mode, date) {
            (true, false) if alone => Some(ImportField::AgreementMode),
            (false, true) if alone => Some(ImportField::AgreementDate),
            _ => None,
        };
    }
    let (channel, purpose) = match (channel, purpose) {
        (channel, Some(Purpose::Newsletter)) => (channel.unwrap_or(Channel::Mail), Purpose::Newsletter),
        (Some(channel), Some(purpose)) => (channel, purpose),
        (Some(Channel::Postal), None) => (Channel::Postal, Purpose::Commercial),
        (Some(channel), None) if consent || refusal => (channel, Purpose::Commercial),
        _ => return None,
    };
    Question::about(channel, purpose).map(Question::field)
}

/// Whether « oui » in a column of this name is a no: « Stop SMS », « Ne pas envoyer de mails ».
pub(in crate::imports) fn is_refusal(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    words.iter().any(|word| says_no(word)) || words.windows(2).any(|pair| pair == ["opt", "out"])
}

#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "what a name mentions; any of them may go with any other")]
struct Meaning {
    channel: Option<Channel>,
    purpose: Option<Purpose>,
    consent: bool,
    refusal: bool,
    mode: bool,
    date: bool,
    /// Two channels or two purposes.
    is_unclear: bool,
}

impl Meaning {
    /// What a name means; `None` if it has a word that means nothing here.
    fn of(name: &str) -> Option<Meaning> {
        let folded = fold(name);
        let mut meaning = Meaning::default();
        let mut words = folded.split(' ').peekable();
        let mut mailing = false;
        while let Some(word) = words.next() {
            match (word, words.peek().copied()) {
                ("e", Some("mail" | "mails" | "mailing")) => {
                    words.next();
                    meaning.reach(Channel::Mail);
                }
                ("opt", Some(way @ ("in" | "out"))) => {
                    words.next();
                    meaning.consent = true;
                    meaning.refusal |= way == "out";
                }
                ("mailing" | "mailings", _) => mailing = true,
                _ => meaning.take(word)?,
            }
        }
        if mailing && meaning.channel.is_none() {
            meaning.channel = Some(Channel::Postal);
        }
        Some(meaning)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        match word {
            "sms" | "texto" | "textos" => self.reach(Channel::Sms),
            "mail" | "mails" | "email" | "emails" | "courriel" | "courriels" | "mel" | "emailing" => {
                self.reach(Channel::Mail);
            }
            "postal" | "postale" | "postaux" | "poste" | "courrier" | "courriers" => self.reach(Channel::Postal),
            "telephone" | "telephonique" | "telephoniques" | "tel" | "appel" | "appels" | "phone" | "call"
            | "calls" => {
                self.reach(Channel::Phone);
            }
            "technique" | "techniques" | "technical" | "service" | "services" | "suivi" => {
                self.serve(Purpose::Technical);
            }
            "commercial" | "commerciale" | "commerciaux" | "commerciales" | "marketing" | "pub" | "pubs"
            | "publicite" | "publicites" | "publicitaire" | "publicitaires" | "promo" | "promos" | "promotion"
            | "promotions" | "promotionnel" | "promotionnels" | "offre" | "offres" | "prospection" | "demarchage" => {
                self.serve(Purpose::Commercial);
            }
            "partenaire" | "partenaires" | "partner" | "partners" => self.serve(Purpose::Partners),
            "newsletter" | "newsletters" | "infolettre" | "infolettres" => self.serve(Purpose::Newsletter),
            "accord" | "accords" | "consentement" | "consentements" | "consent" | "consents" | "agreement"
            | "autorisation" | "autorisations" | "autorise" | "accepte" | "acceptation" | "optin" | "rgpd" | "gdpr"
            | "inscription" | "inscrit" | "abonnement" | "abonne" | "ok" | "envoi" | "envois" | "envoyer"
            | "recevoir" | "reception" => self.consent = true,
            "mode" | "modes" | "type" | "types" | "moyen" | "nature" => self.mode = true,
            "date" | "dates" => self.date = true,
            word if says_no(word) => self.refusal = true,
            "par" | "pour" | "en" | "a" | "au" | "aux" | "of" | "for" | "the" | "by" => {}
            word if header::FILLERS.contains(&word) => {}
            _ => return None,
        }
        Some(())
    }

    fn reach(&mut self, channel: Channel) {
        self.is_unclear |= self.channel.replace(channel).is_some_and(|other| other != channel);
    }

    fn serve(&mut self, purpose: Purpose) {
        self.is_unclear |= self.purpose.replace(purpose).is_some_and(|other| other != purpose);
    }
}

fn says_no(word: &str) -> bool {
    matches!(
        word,
        "refus"
            | "refuse"
            | "refuses"
            | "stop"
            | "opposition"
            | "oppositions"
            | "oppose"
            | "desinscrit"
            | "desinscription"
            | "desabonne"
            | "desabonnement"
            | "optout"
            | "unsubscribe"
            | "unsubscribed"
            | "arret"
            | "interdit"
            | "interdiction"
            | "exclu"
            | "exclusion"
            | "ne"
            | "pas"
            | "non"
            | "sans"
            | "not"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, expected: &str) {
        let fields = names.split(';').map(|name| match header::field_of(name) {
            Some(field) => serde_json::to_string(&field).unwrap().replace('"', ""),
            None => "-".to_owned(),
        });
        assert_eq!(fields.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn questions_are_known_in_their_spellings() {
        check(
            "sms_technique;sms_commercial;email_technique;email_commercial;postal;mode_accord",
            "sms_technical sms_commercial mail_technical mail_commercial postal agreement_mode",
        );
        check("SMS techniques;Accord SMS commercial;Mail commercial", "sms_technical sms_commercial mail_commercial");
        check("Mailing postal;Téléphone commercial;Newsletter", "postal phone_commercial newsletter");
        check(
            "Envoi d'e-mails techniques;Opt-in SMS;E-mailing commercial",
            "mail_technical sms_commercial mail_commercial",
        );
        check(
            "Démarchage téléphonique;Courrier;Accepte de recevoir des offres par SMS",
            "phone_commercial postal sms_commercial",
        );
        check("Partenaires SMS;partenaire_email;Inscription à la newsletter", "partners_sms partners_mail newsletter");
        check(
            "Type d'accord;Mode de consentement;Date de l'accord;date_consentement",
            "agreement_mode agreement_mode agreement_date agreement_date",
        );
    }

    #[test]
    fn what_may_mean_something_else_is_left_to_the_person() {
        check("SMS;Accord;Mail et SMS commercial;Date accord SMS;Mode SMS;Partenaires;Commercial", "- - - - - - -");
        check("SMS du 12 mars;Téléphone du bureau;Appel technique", "- - -");
        check("Mail;Téléphone;Adresse postale;Code postal;Type", "email phone address_1 postcode type");
    }

    #[test]
    fn a_column_of_refusals_is_told_by_its_name() {
        check(
            "Stop SMS;Refus mailing;Ne pas envoyer de mails;Opt-out email",
            "sms_commercial postal mail_commercial mail_commercial",
        );
        for name in ["Stop SMS", "STOP_SMS", "Refus mailing", "Ne pas envoyer de mails", "opt-out", "Opposition tél."]
        {
            assert!(is_refusal(name), "{name}");
        }
        for name in ["sms_commercial", "Opt-in SMS", "Mode d'accord", "Newsletter", "Envoi de SMS techniques"] {
            assert!(!is_refusal(name), "{name}");
        }
    }
}
