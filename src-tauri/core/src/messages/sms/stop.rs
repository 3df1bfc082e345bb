//! How to object, at the end of prospecting by SMS: said once, by the shop or by its gateway (cnil.fr, La prospection commerciale par
//! SMS-MMS: a simple means to object in each message).
//!
//! A text is written when it is queued, and may leave by another gateway: so it is looked at again when it leaves.

use super::gateways::{GatewayPreset, preset};
use super::segments::{SmsLength, measure};
use super::setup::{SmsSetup, SmsWay};
use crate::messages::MessagePurpose;
use crate::text::fold;

/// What is said where the shop's gateway has no number of its own for it.
const BY_REPLY: &str = "Refus : répondez STOP";

impl SmsSetup {
    /// The mention that the text must bear; empty where the gateway adds its own.
    pub(crate) fn stop_mention(&self) -> &str {
        if self.adding_gateway().is_some() { "" } else { self.own_mention() }
    }

    /// What the gateway adds to a text by itself, as far as its length counts; empty where it adds nothing.
    pub(crate) fn added_to(&self, purpose: MessagePurpose) -> &str {
        match self.adding_gateway() {
            Some(gateway) if purpose == MessagePurpose::Commercial => &gateway.added_stop,
            _ => "",
        }
    }

    /// What a text takes, with what the gateway adds.
    pub fn measure(&self, purpose: MessagePurpose, body: &str) -> SmsLength {
        match self.added_to(purpose) {
            "" => measure(body),
            added => measure(&format!("{body}{added}")),
        }
    }

    /// The text of prospecting as it must leave by this setup: with one mention of STOP, whatever was set up when it was written.
    pub(crate) fn with_one_stop(&self, body: &str) -> String {
        let says = |mention: &str| !mention.is_empty() && body.contains(mention);
        let own = [self.stop_text.trim(), BY_REPLY].into_iter().find(|mention| says(mention));
        match (self.stop_mention(), own) {
            // The gateway says it: ours goes, wherever the template put it.
            ("", Some(own)) => without(body, own),
            (mention, None) if !mention.is_empty() && !has_stop(body) => format!("{body} {mention}"),
            _ => body.to_owned(),
        }
    }

    /// What texts bear, whether or not this gateway adds its own: what is looked for in those that wait when it changes.
    pub(crate) fn own_mention(&self) -> &str {
        match self.stop_text.trim() {
            "" => BY_REPLY,
            said => said,
        }
    }

    fn adding_gateway(&self) -> Option<&'static GatewayPreset> {
        let SmsWay::Http(gateway) = &self.way else { return None };
        preset(&gateway.preset).filter(|preset| preset.adds_stop)
    }
}

/// A text without a mention, and without the gap that it leaves.
fn without(body: &str, mention: &str) -> String {
    let mut written = String::with_capacity(body.len());
    for part in body.split(mention) {
        let part = if written.is_empty() { part } else { part.trim_start_matches([' ', '.', ',', ';']) };
        if !written.is_empty() && !part.is_empty() && !part.starts_with('\n') {
            written.push(' ');
        }
        written.push_str(part.trim_end_matches(' '));
    }
    written.trim_end().to_owned()
}

/// Whether a text says where to send the word, or to answer with it. The word alone may be a part of the shop's name (« NON STOP »).
fn has_stop(body: &str) -> bool {
    let words: Vec<&str> = body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() == 5 && word.starts_with('3') && word.bytes().all(|b| b.is_ascii_digit());
    let asks = ["repondez", "repondre", "envoyez", "envoyer", "tapez", "reply", "text", "send", "par"];
    words.iter().enumerate().filter(|(_, word)| **word == "STOP").any(|(at, _)| {
        let said_before = at > 0 && asks.contains(&fold(words[at - 1]).as_str());
        // « STOP 36180 », « STOP au 36180 », « STOP SMS au 36180 »; « [STOP_CODE] » and « STOP XXXXX » are for the gateway to fill in.
        let after = &words[at + 1..words.len().min(at + 4)];
        said_before
            || after.iter().any(is_number)
            || after.first().is_some_and(|word| matches!(*word, "CODE" | "XXXXX"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::setup::HttpGateway;
    use super::*;

    fn by(preset: &str, stop_text: &str) -> SmsSetup {
        let gateway = HttpGateway { preset: preset.into(), ..HttpGateway::default() };
        SmsSetup { stop_text: stop_text.into(), way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() }
    }

    #[test]
    fn the_mention_is_the_shop_s_unless_the_gateway_adds_its_own() {
        assert_eq!(by("smsfactor", "").stop_mention(), "Refus : répondez STOP");
        assert_eq!(by("smsfactor", " STOP au 36180 ").stop_mention(), "STOP au 36180");
        assert_eq!(by("ovh", "STOP au 36180").stop_mention(), "");
        assert_eq!(SmsSetup::default().stop_mention(), "Refus : répondez STOP");
    }

    #[test]
    fn what_the_gateway_adds_counts() {
        let full = "x".repeat(160);
        let segments = |setup: SmsSetup, purpose| setup.measure(purpose, &full).segments;
        assert_eq!(segments(by("smsfactor", ""), MessagePurpose::Commercial), 1);
        assert_eq!(segments(by("ovh", ""), MessagePurpose::Commercial), 2);
        assert_eq!(segments(by("ovh", ""), MessagePurpose::Technical), 1, "nothing is added to what is no prospecting");
    }

    #[test]
    fn the_name_of_a_shop_is_no_way_to_object() {
        let own = by("smsfactor", "STOP au 36180");
        for said in ["NON STOP : soldes !", "Des soldes NON STOP au 15 juillet"] {
            assert_eq!(own.with_one_stop(said), format!("{said} STOP au 36180"));
        }
        for said in ["Refus : envoyez STOP", "Soldes [STOP_CODE]", "Soldes. STOP SMS au 36111", "Soldes. STOP 36111"] {
            assert_eq!(own.with_one_stop(said), said);
        }
    }

    #[test]
    fn a_text_bears_one_mention_whatever_was_set_up_when_it_was_written() {
        let soldes = "Maison : soldes !";
        let with_ours = "Maison : soldes ! STOP au 36180";
        let own = by("smsfactor", "STOP au 36180");
        assert_eq!(own.with_one_stop(soldes), with_ours, "written for a gateway that adds it");
        assert_eq!(own.with_one_stop(with_ours), with_ours);
        assert_eq!(
            own.with_one_stop("Maison : soldes. Pour finir : STOP 36111"),
            "Maison : soldes. Pour finir : STOP 36111"
        );
        let adding = by("ovh", "STOP au 36180");
        assert_eq!(adding.with_one_stop(with_ours), soldes, "said twice, it would be");
        assert_eq!(adding.with_one_stop("Maison : soldes ! Refus : répondez STOP"), soldes);
        assert_eq!(adding.with_one_stop(soldes), soldes);
        let in_the_middle = "Maison : soldes ! STOP au 36180. A bientôt";
        assert_eq!(adding.with_one_stop(in_the_middle), "Maison : soldes ! A bientôt");
        assert_eq!(
            by("smsfactor", "").with_one_stop("Un arrêt au non-stop"),
            "Un arrêt au non-stop Refus : répondez STOP"
        );
    }
}
