//! What may be written of a movement.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{MovementKind, MovementState};
use crate::consents::legible;
use crate::journal::JournalChange;
use crate::{Error, Result};

/// The longest name of a thing and the longest note, in characters.
const WHAT_MAX: usize = 120;
const NOTE_MAX: usize = 1000;
/// Ten million euros: more is a slip.
const AMOUNT_MAX: i64 = 1_000_000_000;

/// A movement as it is written down. Days are those of the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovementInput {
    /// What it is; it stays what it was.
    pub kind: MovementKind,
    /// What was bought, is repaired, was left or paid for; at most 120 characters. Empty once the client's record was deleted.
    pub what: String,
    /// Bought, received, left or paid on.
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// In cents: the price, or what was paid in advance. A purchase has one.
    #[ts(type = "number | null")]
    pub amount: Option<i64>,
    /// In cents: what a repair was said to cost.
    #[ts(type = "number | null")]
    pub estimate: Option<i64>,
    /// At most 1,000 characters.
    pub note: String,
    /// A repair: in the workshop since.
    #[ts(type = "string | null")]
    pub in_workshop_on: Option<NaiveDate>,
    /// A repair: ready since.
    #[ts(type = "string | null")]
    pub ready_on: Option<NaiveDate>,
    /// A repair that was collected, a deposit that was given back.
    #[ts(type = "string | null")]
    pub returned_on: Option<NaiveDate>,
}

/// What is wrong with a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MovementProblem {
    /// It says of nothing what it is about.
    WhatMissing,
    /// What it is about has more than 120 characters.
    WhatTooLong,
    /// Its note has more than 1,000 characters.
    NoteTooLong,
    /// A purchase without its price.
    AmountMissing,
    /// Below nothing, or above ten million euros.
    AmountUnfit,
    /// A day that has not come yet.
    DayAhead,
    /// What came later has an earlier day.
    DaysUnordered,
    /// Something that this kind does not have.
    Unsuited,
}

impl MovementProblem {
    /// The code for the window.
    pub const fn code(self) -> &'static str {
        match self {
            MovementProblem::WhatMissing => "what_missing",
            MovementProblem::WhatTooLong => "what_too_long",
            MovementProblem::NoteTooLong => "note_too_long",
            MovementProblem::AmountMissing => "amount_missing",
            MovementProblem::AmountUnfit => "amount_unfit",
            MovementProblem::DayAhead => "day_ahead",
            MovementProblem::DaysUnordered => "days_unordered",
            MovementProblem::Unsuited => "unsuited",
        }
    }
}

impl MovementInput {
    /// Something of that kind, on that day, and nothing more.
    pub fn new(kind: MovementKind, what: &str, day: NaiveDate) -> MovementInput {
        MovementInput {
            kind,
            what: what.to_owned(),
            day,
            amount: None,
            estimate: None,
            note: String::new(),
            in_workshop_on: None,
            ready_on: None,
            returned_on: None,
        }
    }

    /// Where it stands.
    pub const fn state(&self) -> MovementState {
        match self.kind {
            MovementKind::Purchase => MovementState::Bought,
            MovementKind::Deposit if self.returned_on.is_some() => MovementState::GivenBack,
            MovementKind::Deposit => MovementState::Held,
            MovementKind::Repair if self.returned_on.is_some() => MovementState::Returned,
            MovementKind::Repair if self.ready_on.is_some() => MovementState::Ready,
            MovementKind::Repair if self.in_workshop_on.is_some() => MovementState::InWorkshop,
            MovementKind::Repair => MovementState::Received,
        }
    }

    /// The movement as it will be kept, if nothing is wrong with it.
    ///
    /// # Errors
    /// `MovementInvalid`.
    pub fn checked(&self, today: NaiveDate) -> Result<MovementInput> {
        use MovementProblem as P;
        let lines: Vec<String> = self.note.lines().map(legible).collect();
        let checked =
            MovementInput { what: legible(&self.what), note: lines.join("\n").trim().to_owned(), ..self.clone() };
        let wrong = |problem| Err(Error::MovementInvalid(problem));
        if checked.what.is_empty() {
            return wrong(P::WhatMissing);
        }
        if checked.what.chars().count() > WHAT_MAX {
            return wrong(P::WhatTooLong);
        }
        if checked.note.chars().count() > NOTE_MAX {
            return wrong(P::NoteTooLong);
        }
        let repair = self.kind == MovementKind::Repair;
        let of_repairs = self.estimate.is_some() || self.in_workshop_on.is_some() || self.ready_on.is_some();
        if (of_repairs && !repair) || (self.kind == MovementKind::Purchase && self.returned_on.is_some()) {
            return wrong(P::Unsuited);
        }
        if self.kind == MovementKind::Purchase && self.amount.is_none() {
            return wrong(P::AmountMissing);
        }
        if [self.amount, self.estimate].into_iter().flatten().any(|cents| !(0..=AMOUNT_MAX).contains(&cents)) {
            return wrong(P::AmountUnfit);
        }
        let days = self.days();
        if days.iter().any(|day| *day > today) {
            return wrong(P::DayAhead);
        }
        if !days.is_sorted() {
            return wrong(P::DaysUnordered);
        }
        Ok(checked)
    }

    /// Its days, in the order in which they come.
    fn days(&self) -> Vec<NaiveDate> {
        [Some(self.day), self.in_workshop_on, self.ready_on, self.returned_on].into_iter().flatten().collect()
    }

    /// The repair in another state from that day on. States that are passed over have no day; going back forgets those that came after.
    #[must_use]
    pub fn moved(&self, to: MovementState, on: NaiveDate) -> MovementInput {
        let mut moved = self.clone();
        let to_step = to.step();
        for (step, day) in [(1, &mut moved.in_workshop_on), (2, &mut moved.ready_on), (3, &mut moved.returned_on)] {
            if step > to_step {
                *day = None;
            } else if step == to_step && (day.is_none() || self.state() == to) {
                *day = Some(on);
            }
        }
        moved
    }

    /// What differs between two states of a movement, beginning with which one it is. Nothing if nothing does.
    pub(crate) fn changes(before: Option<&MovementInput>, after: Option<&MovementInput>) -> Vec<JournalChange> {
        let said = |input: Option<&MovementInput>| input.map(MovementInput::said).unwrap_or_default();
        let (old, new) = (said(before), said(after));
        let differs: Vec<usize> = (0..FIELDS.len()).filter(|at| old[*at] != new[*at]).collect();
        if differs.is_empty() {
            return Vec::new();
        }
        // Which one is always said: a record has many.
        let fields = [0].into_iter().chain(differs.into_iter().filter(|at| *at > 0));
        fields.map(|at| JournalChange::new(FIELDS[at], old[at].clone(), new[at].clone())).collect()
    }

    /// Each of [`FIELDS`] as the journal keeps it.
    fn said(&self) -> [String; 10] {
        let number = |cents: Option<i64>| cents.map(|cents| cents.to_string()).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            self.what.clone(),
            self.kind.code().to_owned(),
            self.state().code().to_owned(),
            self.day.to_string(),
            number(self.amount),
            number(self.estimate),
            day(self.in_workshop_on),
            day(self.ready_on),
            day(self.returned_on),
            self.note.clone(),
        ]
    }
}

/// What the journal says of a movement; amounts in cents.
const FIELDS: [&str; 10] = [
    "movement",
    "movement_kind",
    "movement_state",
    "movement_day",
    "movement_amount",
    "movement_estimate",
    "movement_in_workshop_on",
    "movement_ready_on",
    "movement_returned_on",
    "movement_note",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn watch() -> MovementInput {
        MovementInput::new(MovementKind::Repair, "Montre", day("2026-11-02"))
    }

    fn problem(input: &MovementInput) -> Option<MovementProblem> {
        match input.checked(day("2026-11-24")) {
            Err(Error::MovementInvalid(problem)) => Some(problem),
            _ => None,
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        use MovementProblem as P;
        let purchase =
            MovementInput { amount: Some(0), ..MovementInput::new(MovementKind::Purchase, "x", watch().day) };
        assert_eq!((problem(&watch()), problem(&purchase)), (None, None));
        for (input, wrong) in [
            (MovementInput { what: " \u{200b} ".into(), ..watch() }, P::WhatMissing),
            (MovementInput { what: "é".repeat(121), ..watch() }, P::WhatTooLong),
            (MovementInput { note: "é".repeat(1001), ..watch() }, P::NoteTooLong),
            (MovementInput { amount: None, ..purchase.clone() }, P::AmountMissing),
            (MovementInput { amount: Some(-1), ..watch() }, P::AmountUnfit),
            (MovementInput { estimate: Some(AMOUNT_MAX + 1), ..watch() }, P::AmountUnfit),
            (MovementInput { day: day("2026-11-25"), ..watch() }, P::DayAhead),
            (MovementInput { ready_on: Some(day("2026-11-01")), ..watch() }, P::DaysUnordered),
            (MovementInput { estimate: Some(1), ..purchase.clone() }, P::Unsuited),
            (MovementInput { returned_on: Some(watch().day), ..purchase }, P::Unsuited),
        ] {
            assert_eq!(problem(&input), Some(wrong), "{input:?}");
        }
    }

    #[test]
    fn a_repair_stands_where_its_last_day_says() {
        use MovementState as S;
        let (later, today) = (day("2026-11-10"), day("2026-11-24"));
        let ready = watch().moved(S::Ready, later);
        assert_eq!((ready.state(), ready.in_workshop_on, ready.ready_on), (S::Ready, None, Some(later)));
        let returned = ready.moved(S::Returned, today);
        assert_eq!(
            (returned.state(), returned.ready_on, returned.returned_on),
            (S::Returned, Some(later), Some(today))
        );
        let back = returned.moved(S::InWorkshop, today);
        assert_eq!((back.state(), back.in_workshop_on, back.ready_on), (S::InWorkshop, Some(today), None));
        assert_eq!(back.moved(S::Received, today), watch());
        assert_eq!(ready.moved(S::Ready, today).ready_on, Some(today), "the day of a state is corrected");
    }
}
