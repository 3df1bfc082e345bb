//! Opening, while the window is still being made, the file that the person is about to work in.
//!
//! That is the file the program was started with, else the one that was open when it was last left; a file that was closed by hand stays
//! closed. Nothing is asked and nothing is refused here: where the file does not open by itself, the start page opens it, asks for
//! the passphrase, and says what is wrong.

use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::files::open_by_itself;
use super::{Desk, Launch, LaunchKind};

/// How long the first screen may wait for the file. A file that takes longer (it is being brought up to date, or the key ring asks the
/// person for its own passphrase) is waited for by the start page, which says so.
const PATIENCE: Duration = Duration::from_millis(700);

/// Whether the file is still being opened.
#[derive(Debug, Default)]
pub(super) struct Beginning(Mutex<Option<Receiver<()>>>);

impl Beginning {
    /// Waits for the end, at most so long; `None` waits as long as it takes. Says whether there was anything to wait for.
    pub(super) fn wait(&self, limit: Option<Duration>) -> bool {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(end) = under_way.as_ref() else { return false };
        // Nothing is ever sent: the sender's going away is the end.
        let timed_out = if let Some(limit) = limit {
            end.recv_timeout(limit) == Err(RecvTimeoutError::Timeout)
        } else {
            let _ = end.recv();
            false
        };
        if !timed_out {
            *under_way = None;
        }
        true
    }
}

impl Desk {
    /// Begins to open the file on a thread of its own; call it once, as early as possible.
    pub fn begin(self: &Arc<Desk>) {
        let launch = self.launch();
        let path = match &launch {
            Some(Launch { path, kind: LaunchKind::Shop }) => Some(path.clone()),
            _ => self.saved().left_open,
        };
        let Some(path) = path else { return };
        if launch.is_none() {
            // Where it does not open by itself, the start page is told what to open.
            self.set_launch(Some(Launch { path: path.clone(), kind: LaunchKind::Shop }));
        }
        let (running, end) = sync_channel::<()>(0);
        *self.beginning().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(end);
        let desk = Arc::clone(self);
        // Without a thread the sender is dropped here, and the start page opens the file.
        let _ = thread::Builder::new().name("beginning".into()).spawn(move || {
            if open_by_itself(&desk, &path).is_ok() {
                desk.launched(&path);
            }
            drop(running);
        });
    }

    /// Waits a moment for the file, so that the first screen is the one that the person wants. Where there is a table to import, as long
    /// as it takes: the start page would ask into which file.
    pub(super) fn await_beginning(&self) {
        let table = self.launch().is_some_and(|launch| launch.kind == LaunchKind::Table);
        self.beginning().wait((!table).then_some(PATIENCE));
    }
}
