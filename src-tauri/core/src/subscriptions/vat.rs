//! The rates of value added tax that an offer may bear, with their source.
//!
//! Those of mainland France and Corsica. Read on 29 November 2026 in CGI art. 298 septies, in the administration's BOI-TVA-SECT-40-40 (§ 20) and
//! on the ministry of Culture's page on the rate of the press; art. 278 was not read again. The rate of the press is for titles that the CPPAP
//! has registered, which a shop knows and a program does not. Where one price covers more than the title (a film library, a gift), each part
//! bears its own rate: two offers, then.

use serde::Serialize;

/// A rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VatRate {
    /// In hundredths of a per cent: 210 is 2.1 %.
    #[ts(type = "number")]
    pub rate: i64,
    /// For which words the window has a name.
    pub code: &'static str,
    /// The text that says so.
    pub source: &'static str,
}

/// The rates that are offered, the most likely first.
pub const VAT_RATES: [VatRate; 2] = [
    // Printed titles, their digital editions, and since 1 February 2014 (loi n° 2014-237) registered online press.
    VatRate { rate: 210, code: "press", source: "CGI art. 298 septies" },
    VatRate { rate: 2_000, code: "standard", source: "CGI art. 278" },
];
