//! Sentences about consents, for tests.

use std::fmt::Write as _;

use chrono::DateTime;
use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::{
    Answer, Channel, ConsentSheet, ConsentState, HistoryColumn, HistoryPage, HistoryRequest, ModeLabel, NewDecision,
    Purpose, Target,
};
use ecrin_core::contact::VerdictReport;
use expect_test::Expect;

use crate::TestShop;

impl TestShop {
    /// Records an answer.
    ///
    /// # Panics
    /// When it is refused.
    pub fn decide(&mut self, client: ClientNumber, decision: &NewDecision) -> ConsentSheet {
        self.shop().decide(client, decision).expect("a decision").value
    }

    /// The client agrees to these purposes on a channel.
    ///
    /// # Panics
    /// When it is refused.
    pub fn grant(&mut self, client: ClientNumber, channel: Channel, purposes: &[Purpose], mode: &str) -> ConsentSheet {
        self.decide(client, &grant(channel, purposes, mode))
    }

    /// The client takes back all that they agreed to on a channel.
    ///
    /// # Panics
    /// When it is refused.
    pub fn withdraw(&mut self, client: ClientNumber, channel: Channel) -> ConsentSheet {
        self.decide(client, &NewDecision::now(Target::Channel(channel), Answer::Withdrawn))
    }

    /// The client says no to all that is asked on a channel.
    ///
    /// # Panics
    /// When it is refused.
    pub fn refuse(&mut self, client: ClientNumber, channel: Channel) -> ConsentSheet {
        self.decide(client, &NewDecision::now(Target::Channel(channel), Answer::Refused))
    }

    /// Where a client stands on the indicator with this code.
    ///
    /// # Panics
    /// When there is no such indicator.
    pub fn state(&mut self, client: ClientNumber, code: &str) -> ConsentState {
        let sheet = self.shop().consents(client).expect("consents");
        sheet.indicators.iter().find(|indicator| indicator.code == code).expect("an indicator").state
    }

    /// Asks the gate about a Tuesday at noon, when no hour speaks against.
    ///
    /// # Panics
    /// When the client is unknown.
    pub fn may_contact(&mut self, client: ClientNumber, channel: Channel, purpose: Purpose) -> VerdictReport {
        let noon = DateTime::parse_from_rfc3339("2026-11-24T12:00:00+01:00").expect("a time").timestamp_millis();
        self.shop().may_contact(client, channel, purpose, Some(noon)).expect("a verdict")
    }

    /// A client's whole history, in the order of recording.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn history(&mut self, client: ClientNumber) -> HistoryPage {
        let request = HistoryRequest {
            number: client,
            column: HistoryColumn::Decision,
            descending: false,
            offset: 0,
            limit: 500,
        };
        self.shop().history(&request).expect("a history")
    }

    /// Compares the three columns of a client's history.
    pub fn expect_history(&mut self, client: ClientNumber, expected: &Expect) {
        let mut table = String::new();
        for row in self.history(client).rows {
            let at = DateTime::from_timestamp_millis(row.at).unwrap_or_default().format("%d/%m/%Y %H:%M");
            let _ = writeln!(table, "{} / {} / {at}", row.label, row.mode);
        }
        expected.assert_eq(&table);
    }
}

/// The client agrees to these purposes on a channel, now.
///
/// # Panics
/// When the mode is empty.
pub fn grant(channel: Channel, purposes: &[Purpose], mode: &str) -> NewDecision {
    let mode = ModeLabel::new(mode).expect("a mode");
    NewDecision::now(Target::Purposes(channel, purposes.to_vec()), Answer::Granted { mode, wordings: Vec::new() })
}
