//! What a row of the history says: the state of the whole channel after the decision.

use super::{Channel, Given};

/// Words that two names must share at their beginning to be told together.
const SHARED: usize = 2;

/// The label of a decision after which the indicators `granted` (their names, in the shop's order) are granted on the
/// channel: « Envoi de SMS techniques & commerciaux », or « Arrêt d'envoi de SMS » when nothing is any more.
pub fn row_label(channel: Channel, answer: Given, granted: &[&str]) -> String {
    if granted.is_empty() {
        let what = match channel {
            Channel::Sms => "d'envoi de SMS",
            Channel::Mail => "d'envoi de mails",
            Channel::Postal => "d'envoi de mailing postal",
            Channel::Phone => "d'appels téléphoniques",
        };
        return match answer {
            Given::Refused => format!("Refus {what}"),
            Given::Withdrawn | Given::Granted => format!("Arrêt {what}"),
        };
    }
    let mut label = String::new();
    let mut head: &str = "";
    for name in granted {
        let shared = common_words(head, name);
        if label.is_empty() {
            label.push_str(name);
        } else {
            label.push_str(" & ");
            label.push_str(if shared >= SHARED { after_words(name, shared) } else { name });
        }
        if shared < SHARED {
            head = name;
        }
    }
    label
}

/// How many words both begin with, leaving at least one word of each.
fn common_words(a: &str, b: &str) -> usize {
    let least = a.split(' ').count().min(b.split(' ').count());
    a.split(' ').zip(b.split(' ')).take(least.saturating_sub(1)).take_while(|(a, b)| a == b).count()
}

fn after_words(name: &str, words: usize) -> &str {
    name.splitn(words + 1, ' ').last().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_the_same_beginning_are_told_together() {
        let sms = |granted: &[&str]| row_label(Channel::Sms, Given::Granted, granted);
        assert_eq!(sms(&["Envoi de SMS techniques"]), "Envoi de SMS techniques");
        assert_eq!(
            sms(&["Envoi de SMS techniques", "Envoi de SMS commerciaux"]),
            "Envoi de SMS techniques & commerciaux"
        );
        assert_eq!(
            sms(&["Envoi de SMS techniques", "Envoi de SMS commerciaux", "Partenaires : SMS"]),
            "Envoi de SMS techniques & commerciaux & Partenaires : SMS"
        );
        assert_eq!(sms(&["Envoi de SMS", "Envoi de SMS commerciaux"]), "Envoi de SMS & SMS commerciaux");
    }

    #[test]
    fn a_channel_with_nothing_left_is_a_stop_or_a_refusal() {
        assert_eq!(row_label(Channel::Sms, Given::Withdrawn, &[]), "Arrêt d'envoi de SMS");
        assert_eq!(row_label(Channel::Postal, Given::Refused, &[]), "Refus d'envoi de mailing postal");
    }
}
