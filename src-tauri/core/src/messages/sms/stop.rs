//! How to object, at the end of prospecting by SMS: said once, by the shop or by its gateway (cnil.fr, La prospection commerciale par
//! SMS-MMS: a simple means to object in each message).
//!
//! A text is written when it is queued, and may leave by another gateway: so it is looked at again when it leaves.

use super::gateways::{GatewayPreset, preset};
use super::segments::{SmsLength, measure};
use super::setup::{SmsSetup, SmsWay};
use crate::messages::MessagePurpose;

/// What is said where the shop's gateway has no number of its own for it.
const BY_REPLY: &str = "Refus : répondez STOP";

impl SmsSetup {
    /// The mention that the text must bear; empty where the gateway adds its own.
    pub(crate) fn stop_mention(&self) -> &str {
        match self.stop_text.trim() {
            _ if self.adding_gateway().is_some() => "",
            "" => BY_REPLY,
            said => said,
        }
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
            // The gateway says it: ours goes, if it ends the text.
            ("", Some(own)) => body.strip_suffix(own).map_or(body, str::trim_end).to_owned(),
            (mention, None) if !mention.is_empty() && !has_stop(body) => format!("{body} {mention}"),
            _ => body.to_owned(),
        }
    }

    fn adding_gateway(&self) -> Option<&'static GatewayPreset> {
        let SmsWay::Http(gateway) = &self.way else { return None };
        preset(&gateway.preset).filter(|preset| preset.adds_stop)
    }
}

/// Whether a text has the word in capitals, as mentions write it.
fn has_stop(body: &str) -> bool {
    body.split(|c: char| !c.is_alphanumeric()).any(|word| word == "STOP")
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
        assert_eq!(
            by("smsfactor", "").with_one_stop("Un arrêt au non-stop"),
            "Un arrêt au non-stop Refus : répondez STOP"
        );
    }
}
