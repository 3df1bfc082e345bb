//! Time is passed in, so that tests own it.

/// Where the time of every change comes from.
pub trait Clock: Send + Sync {
    /// UTC milliseconds since 1970-01-01.
    fn now(&self) -> i64;
}

/// Stands still at so many UTC milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct StillClock(pub i64);

impl Clock for StillClock {
    fn now(&self) -> i64 {
        self.0
    }
}

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        chrono::Utc::now().timestamp_millis()
    }
}
