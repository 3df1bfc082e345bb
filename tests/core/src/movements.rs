//! Sentences about movements, for tests.

use chrono::NaiveDate;
use ecrin_core::clients::ClientNumber;
use ecrin_core::movements::{
    Movement, MovementColumn, MovementInput, MovementKind, MovementPage, MovementRequest, MovementSort, MovementState,
    RemindersRequest, RemindersSent, RepairReminders, SendReminders,
};

use crate::TestShop;

/// A day such as `2026-11-24`.
///
/// # Panics
/// When it is none.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// « Alliance T. 52, 2018-09-18, 36500 »: something bought, and for how many cents.
pub fn purchase(line: &str) -> MovementInput {
    of_line(MovementKind::Purchase, line)
}

/// The same for something brought to be repaired; it may have no price.
pub fn repair(line: &str) -> MovementInput {
    of_line(MovementKind::Repair, line)
}

/// The same for something left, or paid in advance.
pub fn deposit(line: &str) -> MovementInput {
    of_line(MovementKind::Deposit, line)
}

fn of_line(kind: MovementKind, line: &str) -> MovementInput {
    let mut parts = line.split(", ");
    let mut input = MovementInput::new(kind, parts.next().unwrap_or_default(), day(parts.next().unwrap_or_default()));
    input.amount = parts.next().map(|cents| cents.parse().expect("cents"));
    input
}

impl TestShop {
    /// Writes down a movement.
    ///
    /// # Panics
    /// When it is refused.
    pub fn movement(&mut self, client: ClientNumber, input: &MovementInput) -> Movement {
        self.shop().create_movement(client, input).expect("a movement").value
    }

    /// A repair that is ready since a day.
    ///
    /// # Panics
    /// When it is refused.
    pub fn ready(&mut self, client: ClientNumber, line: &str, since: &str) -> Movement {
        self.movement(client, &MovementInput { ready_on: Some(day(since)), ..repair(line) })
    }

    /// A repair goes to another state today.
    ///
    /// # Panics
    /// When it is refused.
    pub fn moved(&mut self, movement: &Movement, to: MovementState) -> Movement {
        self.shop().move_repair(movement.id, movement.revision, to, None).expect("moved").value
    }

    /// A movement as it is now, found among its client's.
    ///
    /// # Panics
    /// When there is none.
    pub fn movement_now(&mut self, movement: &Movement) -> Movement {
        let page = self.movements(movement.client, MovementColumn::Day, true, 500);
        page.movements.into_iter().find(|other| other.id == movement.id).expect("a movement")
    }

    /// The first page of a client's movements.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn movements(
        &mut self,
        number: ClientNumber,
        column: MovementColumn,
        descending: bool,
        limit: u32,
    ) -> MovementPage {
        let sort = MovementSort { column, descending };
        let request = MovementRequest { number, kind: None, sort, after: None, limit };
        self.shop().movements(&request).expect("movements")
    }

    /// Whom to remind of repairs that are ready since so many days.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn reminders(&mut self, days: u32, again_after: Option<u32>) -> RepairReminders {
        let request = RemindersRequest { days, again_after, repair: None, sms_template: None, mail_template: None };
        self.shop().repair_reminders(&request).expect("reminders")
    }

    /// Reminds of these repairs.
    ///
    /// # Panics
    /// When it is refused.
    pub fn remind(&mut self, repairs: &[&Movement]) -> RemindersSent {
        let repairs = repairs.iter().map(|repair| repair.id).collect();
        let request = SendReminders { repairs, sms_template: None, mail_template: None };
        self.shop().send_reminders(&request).expect("reminders").value
    }
}
