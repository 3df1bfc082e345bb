//! What goes on one at a time on a file (an import, a comparison of all records, an export), and is stopped from another call.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{Error, Interrupter, Reader, Result};

/// Whether it goes on, and whether it was asked to stop.
#[derive(Debug, Default)]
pub(super) struct OneAtATime {
    running: AtomicBool,
    stop: AtomicBool,
    reading: Mutex<Option<Interrupter>>,
}

/// It, as long as it goes on.
pub(super) struct Running<'a>(&'a OneAtATime);

impl OneAtATime {
    /// Begins, unless it goes on already.
    ///
    /// # Errors
    /// `busy`.
    pub(super) fn begin(&self, busy: Error) -> Result<Running<'_>> {
        if self.running.swap(true, Ordering::SeqCst) {
            return Err(busy);
        }
        self.stop.store(false, Ordering::SeqCst);
        Ok(Running(self))
    }

    /// Whether it goes on.
    pub(super) fn goes_on(&self) -> bool {
        self.running.load(Ordering::SeqCst)
    }

    /// Asks whatever goes on to stop.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
        if let Some(reading) = &*self.reading() {
            reading.interrupt();
        }
    }

    fn reading(&self) -> MutexGuard<'_, Option<Interrupter>> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running<'_> {
    /// Set once it is to stop.
    pub(super) fn stop(&self) -> &AtomicBool {
        &self.0.stop
    }

    /// Says on which connection it reads, so that stopping interrupts it.
    pub(super) fn reads(&self, reader: &Reader) {
        *self.0.reading() = Some(reader.interrupter());
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *self.0.reading() = None;
        self.0.running.store(false, Ordering::SeqCst);
    }
}
