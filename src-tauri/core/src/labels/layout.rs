//! Where the labels and windows of the record stand, and which of them are shown: one layout for the shop, kept in the file.
//!
//! A stored layout outlives versions. A code that this one does not know is passed over, and what it does not mention stands at its
//! default place, as it does by default.

use serde::{Deserialize, Serialize};

/// Codes in their order, each with whether it is shown.
pub(crate) type PlacedCodes = Vec<(String, bool)>;

/// A label of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields of LabelFaces say what each is")]
pub enum Label {
    Codes,
    Bank,
    Incidents,
    FollowUps,
    Carriage,
    Addresses,
    Deliveries,
    Management,
    Notes,
    Consents,
}

/// A window of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// « Abonnements ».
    Subscriptions,
    /// « Factures ».
    Invoices,
    /// « Règlements ».
    Payments,
    /// « Livraisons ».
    Deliveries,
    /// « Parrainages ».
    Sponsorships,
}

/// A label in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlacedLabel {
    /// Which.
    pub label: Label,
    /// Whether it is shown.
    pub shown: bool,
}

/// A window in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlacedWindow {
    /// Which.
    pub window: Window,
    /// Whether it is shown.
    pub shown: bool,
}

/// All of them, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PanelLayout {
    /// All ten.
    pub labels: Vec<PlacedLabel>,
    /// All five.
    pub windows: Vec<PlacedWindow>,
}

impl Label {
    /// All of them, in the order of the mockup.
    pub const ALL: [Label; 10] = [
        Label::Codes,
        Label::Bank,
        Label::Incidents,
        Label::FollowUps,
        Label::Carriage,
        Label::Addresses,
        Label::Deliveries,
        Label::Management,
        Label::Notes,
        Label::Consents,
    ];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Label::Codes => "codes",
            Label::Bank => "bank",
            Label::Incidents => "incidents",
            Label::FollowUps => "follow_ups",
            Label::Carriage => "carriage",
            Label::Addresses => "addresses",
            Label::Deliveries => "deliveries",
            Label::Management => "management",
            Label::Notes => "notes",
            Label::Consents => "consents",
        }
    }
}

impl Window {
    /// All of them, in the order of the mockup.
    pub const ALL: [Window; 5] =
        [Window::Subscriptions, Window::Invoices, Window::Payments, Window::Deliveries, Window::Sponsorships];

    /// The code in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Window::Subscriptions => "subscriptions",
            Window::Invoices => "invoices",
            Window::Payments => "payments",
            Window::Deliveries => "deliveries",
            Window::Sponsorships => "sponsorships",
        }
    }
}

impl Default for PanelLayout {
    /// All labels, and all windows but « Parrainages », which few clients fill.
    fn default() -> PanelLayout {
        PanelLayout {
            labels: Label::ALL.map(|label| PlacedLabel { label, shown: true }).to_vec(),
            windows: Window::ALL.map(|window| PlacedWindow { window, shown: window != Window::Sponsorships }).to_vec(),
        }
    }
}

impl PanelLayout {
    /// A layout from codes, in their order. Unknown and repeated ones are passed over; what is not among them stands at its default place.
    pub(crate) fn of_codes(labels: &[(String, bool)], windows: &[(String, bool)]) -> PanelLayout {
        let default = PanelLayout::default();
        let labels = placed(
            labels.iter().filter_map(|(code, shown)| {
                let label = Label::ALL.into_iter().find(|label| label.code() == code)?;
                Some(PlacedLabel { label, shown: *shown })
            }),
            default.labels,
            |placed| placed.label,
        );
        let windows = placed(
            windows.iter().filter_map(|(code, shown)| {
                let window = Window::ALL.into_iter().find(|window| window.code() == code)?;
                Some(PlacedWindow { window, shown: *shown })
            }),
            default.windows,
            |placed| placed.window,
        );
        PanelLayout { labels, windows }
    }

    /// The same in codes.
    pub(crate) fn codes(&self) -> (PlacedCodes, PlacedCodes) {
        let labels = self.labels.iter().map(|placed| (placed.label.code().to_owned(), placed.shown));
        let windows = self.windows.iter().map(|placed| (placed.window.code().to_owned(), placed.shown));
        (labels.collect(), windows.collect())
    }

    /// The layout with everything in it once.
    #[must_use]
    pub(crate) fn completed(&self) -> PanelLayout {
        let (labels, windows) = self.codes();
        PanelLayout::of_codes(&labels, &windows)
    }
}

fn placed<P: Copy, W: PartialEq>(stored: impl Iterator<Item = P>, default: Vec<P>, which: impl Fn(P) -> W) -> Vec<P> {
    let mut all: Vec<P> = Vec::new();
    for one in stored {
        if all.iter().all(|other| which(*other) != which(one)) {
            all.push(one);
        }
    }
    for (at, one) in default.into_iter().enumerate() {
        if all.iter().all(|other| which(*other) != which(one)) {
            all.insert(at.min(all.len()), one);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(codes: &[(&str, bool)]) -> Vec<(String, bool)> {
        codes.iter().map(|(code, shown)| ((*code).to_owned(), *shown)).collect()
    }

    #[test]
    fn a_layout_of_another_version_still_stands() {
        let labels = stored(&[("consents", true), ("loyalty", true), ("codes", false), ("consents", false)]);
        let layout = PanelLayout::of_codes(&labels, &stored(&[]));
        let codes: Vec<_> = layout.labels.iter().map(|placed| (placed.label.code(), placed.shown)).collect();
        assert_eq!(layout.labels.len(), 10);
        assert_eq!(codes[0], ("consents", true), "the first mention counts");
        assert!(codes.contains(&("codes", false)) && codes.contains(&("notes", true)));
        assert_eq!(codes[1].0, "bank", "what was not mentioned stands at its default place");
        assert_eq!(layout.windows, PanelLayout::default().windows);
    }

    #[test]
    fn a_layout_comes_back_from_its_codes() {
        let mut layout = PanelLayout::default();
        layout.labels.rotate_left(3);
        layout.labels[4].shown = false;
        layout.windows.reverse();
        let (labels, windows) = layout.codes();
        assert_eq!(PanelLayout::of_codes(&labels, &windows), layout);
    }
}
