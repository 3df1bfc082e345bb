//! Whose no is known, by address: an import resubscribes nobody.
//!
//! Whoever is reached at an address that said no keeps that no, whatever record it was said on: those of the shop, earlier rows
//! of the file and later ones. A record that gets a no from another one stands for it at its own other addresses, so that the
//! order of the rows makes no difference.
//!
//! Addresses are kept as hashes, as duplicates are. Two that share one could only make a yes a no.

use std::collections::HashMap;

use super::QuestionSet;
use crate::clients::ClientNumber;

/// An address, and the questions that are about contacting somebody there.
pub(in crate::imports) type Reached = (u64, QuestionSet);

/// A row that agreed to something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreed {
    /// The record; 0 in a dry run.
    pub(super) client: ClientNumber,
    /// The row's line in the file.
    pub(super) line: u64,
    /// The client is a professional.
    pub(super) professional: bool,
    /// What was granted.
    pub(super) granted: QuestionSet,
    /// What of it another row turned into a no.
    pub(super) lost: QuestionSet,
    first_address: usize,
}

/// What is known of one address.
#[derive(Clone, Copy, Debug, Default)]
struct Address {
    refused: QuestionSet,
    /// The newest of its links, counted from 1; 0 if there is none.
    link: usize,
}

/// All that is known so far.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    addresses: HashMap<u64, Address>,
    agreed: Vec<Agreed>,
    /// The addresses of those who agreed, one after the other.
    reached: Vec<Reached>,
    /// Who agreed at an address (an index of `agreed`), and the link before.
    links: Vec<(usize, usize)>,
}

impl Refusals {
    /// What was refused at any of these addresses.
    pub(super) fn at(&self, reached: &[Reached]) -> QuestionSet {
        reached.iter().fold(QuestionSet::default(), |known, (address, questions)| {
            known.or(self.addresses.get(address).map_or(QuestionSet::default(), |found| found.refused.and(*questions)))
        })
    }

    /// Somebody reached at these addresses says no.
    pub(super) fn refuse(&mut self, reached: &[Reached], refused: QuestionSet) {
        let mut told: Vec<Reached> = reached.iter().map(|&(address, asked)| (address, asked.and(refused))).collect();
        while let Some((address, said)) = told.pop() {
            if said.is_empty() {
                continue;
            }
            let known = self.addresses.entry(address).or_default();
            let news = said.without(known.refused);
            if news.is_empty() {
                continue;
            }
            known.refused = known.refused.or(news);
            let mut link = known.link;
            while link > 0 {
                let (index, before) = self.links[link - 1];
                let end = self.agreed.get(index + 1).map_or(self.reached.len(), |next| next.first_address);
                let agreed = &mut self.agreed[index];
                let lost = agreed.granted.and(news).without(agreed.lost);
                if !lost.is_empty() {
                    agreed.lost = agreed.lost.or(lost);
                    let others = &self.reached[agreed.first_address..end];
                    told.extend(others.iter().map(|&(address, asked)| (address, asked.and(lost))));
                }
                link = before;
            }
        }
    }

    /// A row whose addresses said no to none of this agrees.
    pub(super) fn agree(
        &mut self,
        reached: &[Reached],
        client: ClientNumber,
        line: u64,
        professional: bool,
        granted: QuestionSet,
    ) {
        let first_address = self.reached.len();
        let index = self.agreed.len();
        for &(address, asked) in reached.iter().filter(|(_, asked)| !asked.and(granted).is_empty()) {
            self.reached.push((address, asked));
            let known = self.addresses.entry(address).or_default();
            self.links.push((index, known.link));
            known.link = self.links.len();
        }
        if self.reached.len() > first_address {
            self.agreed.push(Agreed {
                client,
                line,
                professional,
                granted,
                lost: QuestionSet::default(),
                first_address,
            });
        }
    }

    /// Those who agreed to what a later row turned into a no.
    pub(super) fn overruled(&self) -> impl Iterator<Item = &Agreed> {
        self.agreed.iter().filter(|agreed| !agreed.lost.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::Question;

    const SMS: QuestionSet = QuestionSet::of_channel(crate::consents::Channel::Sms);

    fn commercial() -> QuestionSet {
        QuestionSet::of(Some(Question::SmsCommercial))
    }

    #[test]
    fn a_later_no_overrules_all_who_are_reached_there_and_beyond() {
        let mut refusals = Refusals::default();
        refusals.agree(&[(1, SMS), (2, SMS)], 10, 2, false, SMS);
        refusals.agree(&[(2, SMS), (3, SMS)], 11, 3, false, commercial());
        refusals.agree(&[(4, SMS)], 12, 4, false, SMS);
        refusals.refuse(&[(1, SMS)], commercial());
        let overruled: Vec<_> = refusals.overruled().map(|agreed| (agreed.client, agreed.lost)).collect();
        assert_eq!(overruled, [(10, commercial()), (11, commercial())]);
        assert_eq!(refusals.at(&[(3, SMS)]), commercial());
        assert_eq!(refusals.at(&[(4, SMS)]), QuestionSet::default());
    }

    #[test]
    fn a_no_on_one_channel_says_nothing_of_another() {
        let mut refusals = Refusals::default();
        let calls = QuestionSet::of_channel(crate::consents::Channel::Phone);
        refusals.refuse(&[(1, SMS.or(calls))], commercial());
        assert_eq!(refusals.at(&[(1, calls)]), QuestionSet::default());
        assert_eq!(refusals.at(&[(1, SMS)]), commercial());
    }
}
