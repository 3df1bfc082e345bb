//! Which call fails, and how.

use rusqlite::ffi;

/// Something that SQLite asks of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// Opening a file.
    Open,
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Synchronising.
    Sync,
    /// Changing a length.
    Truncate,
    /// Mapping the shared index of the log.
    Map,
    /// Removing a file.
    Remove,
    /// Any of these: the disk is gone.
    Any,
}

/// All kinds of calls, but `Any`.
const CALLS: usize = 7;

/// How long a fault lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// One call fails; the next one does not.
    Once,
    /// Every further call fails too.
    FromThenOn,
}

/// One fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which calls are counted.
    pub call: Call,
    /// The first of them that fails, from 1.
    pub at: u64,
    /// SQLite's code.
    pub code: i32,
    /// How long.
    pub lasting: Lasting,
}

#[derive(Debug, Default)]
pub(super) struct Faults {
    fault: Option<Fault>,
    counts: [u64; CALLS],
    fired: bool,
}

impl Faults {
    pub(super) fn new(fault: Option<Fault>) -> Faults {
        Faults { fault, ..Faults::default() }
    }

    pub(super) fn fired(&self) -> bool {
        self.fired
    }

    pub(super) fn calls(&self, call: Call) -> u64 {
        if call == Call::Any { self.counts.iter().sum() } else { self.counts[call as usize] }
    }

    /// Counts a call, and says with which code it fails, if it does.
    pub(super) fn count(&mut self, call: Call) -> Option<i32> {
        self.counts[call as usize] += 1;
        let fault = self.fault.filter(|fault| fault.call == call || fault.call == Call::Any)?;
        let now = self.calls(fault.call);
        let fails = now == fault.at || (fault.lasting == Lasting::FromThenOn && now > fault.at);
        self.fired |= fails;
        fails.then(|| if fault.call == Call::Any { of_a_disk_that_is_gone(call) } else { fault.code })
    }
}

const fn of_a_disk_that_is_gone(call: Call) -> i32 {
    match call {
        Call::Open => ffi::SQLITE_CANTOPEN,
        Call::Read | Call::Any => ffi::SQLITE_IOERR_READ,
        Call::Write => ffi::SQLITE_IOERR_WRITE,
        Call::Sync => ffi::SQLITE_IOERR_FSYNC,
        Call::Truncate => ffi::SQLITE_IOERR_TRUNCATE,
        Call::Map => ffi::SQLITE_IOERR_SHMMAP,
        Call::Remove => ffi::SQLITE_IOERR_DELETE,
    }
}
