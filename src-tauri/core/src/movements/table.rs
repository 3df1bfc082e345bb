//! Movements as a table that leaves the file, or that is printed: the words of its headings, kinds and states in French and English.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Movement, MovementKind, MovementSort, MovementState};
use crate::clients::ClientNumber;
use crate::documents::Language;
use crate::print::Column;
use crate::windows::Setting;

/// « Mouvements » of a record that left the file, as the register of exports keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportedMovements {
    /// Of whom.
    #[ts(type = "number")]
    pub number: ClientNumber,
    /// Only these; `null` for all.
    pub kind: Option<MovementKind>,
    /// In which order.
    pub sort: MovementSort,
}

impl ExportedMovements {
    /// « Mouvements », « Mouvements (achats) ».
    pub(crate) fn title(&self, language: Language) -> String {
        let title = language.pick("Mouvements", "Movements");
        let kind = match self.kind {
            None => return title.to_owned(),
            Some(MovementKind::Purchase) => language.pick("achats", "purchases"),
            Some(MovementKind::Repair) => language.pick("SAV", "repairs"),
            Some(MovementKind::Deposit) => language.pick("dépôts", "deposits"),
        };
        format!("{title} ({kind})")
    }

    /// What stands at the head of the columns: for spreadsheets each thing has a column of its own.
    pub(crate) fn headings(setting: Setting, language: Language) -> Vec<String> {
        let printed: &[(&str, &str)] =
            &[("Date", "Date"), ("Nature", "Kind"), ("Objet", "What"), ("Montant", "Amount"), ("État", "State")];
        let beside: &[(&str, &str)] = &[
            ("Devis", "Estimate"),
            ("En atelier le", "In the workshop on"),
            ("Prêt le", "Ready on"),
            ("Rendu le", "Returned on"),
            ("Note", "Note"),
        ];
        let beside = beside.iter().filter(|_| setting == Setting::Spreadsheet);
        printed.iter().chain(beside).map(|(french, english)| language.pick(french, english).to_owned()).collect()
    }

    /// The columns of the printed table.
    pub(crate) fn columns(language: Language) -> Vec<Column> {
        let set = |(index, heading)| match index {
            2 => Column::new(heading, 3.0),
            3 => Column::new(heading, 1.2).right(),
            _ => Column::new(heading, 1.0),
        };
        Self::headings(Setting::Paper, language).into_iter().enumerate().map(set).collect()
    }
}

impl Movement {
    /// The cells under [`ExportedMovements::headings`].
    pub(crate) fn cells(&self, setting: Setting, language: Language) -> Vec<String> {
        let movement = &self.input;
        let day = |day: NaiveDate| setting.day(day);
        let since = |day: Option<NaiveDate>| day.map(|day| setting.day(day)).unwrap_or_default();
        let (kind, state) = (kind(movement.kind, language).to_owned(), state(self.state, language).to_owned());
        if setting == Setting::Paper {
            let amount = match (movement.amount, movement.estimate) {
                (Some(amount), _) => setting.amount(amount, language),
                (None, Some(estimate)) => {
                    format!("{}\n{}", language.pick("devis", "estimate"), setting.amount(estimate, language))
                }
                (None, None) => String::new(),
            };
            let what = [movement.what.as_str(), movement.note.as_str()].into_iter().filter(|text| !text.is_empty());
            let what = what.collect::<Vec<_>>().join("\n");
            return vec![day(movement.day), kind, what, amount, state];
        }
        let amount = |amount: Option<i64>| amount.map(|it| setting.amount(it, language)).unwrap_or_default();
        vec![
            day(movement.day),
            kind,
            movement.what.clone(),
            amount(movement.amount),
            state,
            amount(movement.estimate),
            since(movement.in_workshop_on),
            since(movement.ready_on),
            since(movement.returned_on),
            movement.note.clone(),
        ]
    }
}

const fn kind(kind: MovementKind, language: Language) -> &'static str {
    match kind {
        MovementKind::Purchase => language.pick("Achat", "Purchase"),
        MovementKind::Repair => language.pick("SAV", "Repair"),
        MovementKind::Deposit => language.pick("Dépôt, acompte", "Deposit"),
    }
}

const fn state(state: MovementState, language: Language) -> &'static str {
    match state {
        MovementState::Received => language.pick("Reçu", "Received"),
        MovementState::InWorkshop => language.pick("En atelier", "In the workshop"),
        MovementState::Ready => language.pick("Prêt", "Ready"),
        MovementState::Returned => language.pick("Rendu", "Collected"),
        MovementState::Held => language.pick("En dépôt", "Held"),
        MovementState::GivenBack => language.pick("Restitué", "Given back"),
        MovementState::Bought => language.pick("Payé", "Paid"),
    }
}
