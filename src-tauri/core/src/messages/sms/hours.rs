//! When the shop lets prospecting by SMS leave: within the hours that the rules allow, never beyond them.

use serde::{Deserialize, Serialize};

use crate::contact::{MinutesOfDay, SMS_HOURS};

/// Hours of a day, in French local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SmsHours {
    /// The minute of the day at which they begin; from 480 (8:00) on.
    pub from: u16,
    /// The minute of the day at which they end, not included; at most 1,290 (21:30).
    pub to: u16,
}

impl SmsHours {
    /// All that the rules allow on a day (Charte Business Messaging 2026, see [`SMS_HOURS`]).
    pub fn legal() -> SmsHours {
        let minute = |minute: u32| u16::try_from(minute).unwrap_or_default();
        let (from, to) = SMS_HOURS.spans.first().zip(SMS_HOURS.spans.last()).map_or((0, 0), |(a, b)| (a.0, b.1));
        SmsHours { from: minute(from), to: minute(to) }
    }

    /// Whether they only narrow what the rules allow, and leave something of it.
    pub fn are_allowed(self) -> bool {
        let legal = SmsHours::legal();
        legal.from <= self.from && self.from < self.to && self.to <= legal.to
    }

    /// What they and others have in common.
    #[must_use]
    pub fn within(self, others: SmsHours) -> SmsHours {
        SmsHours { from: self.from.max(others.from), to: self.to.min(others.to) }
    }

    /// As the gate reads them.
    pub fn minutes(self) -> MinutesOfDay {
        (self.from.into(), self.to.into())
    }
}

impl Default for SmsHours {
    fn default() -> Self {
        SmsHours::legal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_may_narrow_the_hours_and_no_more() {
        assert_eq!(SmsHours::default(), SmsHours { from: 8 * 60, to: 21 * 60 + 30 });
        let allowed = |from, to| SmsHours { from, to }.are_allowed();
        assert!(allowed(480, 1290) && allowed(600, 1080) && allowed(480, 481));
        assert!(!allowed(479, 1290) && !allowed(480, 1291) && !allowed(600, 600) && !allowed(700, 600));
    }
}
