//! A disk under SQLite that fails as it is told and remembers what was synchronised.
//!
//! [`install`] makes it SQLite's default, before the core registers its own layer, which then lies on top of this one. It
//! stands between SQLite and the system for files of one watched folder; all others pass through, but nothing is really
//! synchronised. What it knows is one value for the process, so that tests of disks take turns (see [`watch`]).

mod faults;
mod layer;
mod power;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use faults::{Call, Fault, Lasting};
pub use layer::install;
pub use power::{Image, Survives};

use faults::Faults;
use power::Power;

/// Takes a crash image away, to be examined.
type Photographer = Arc<dyn Fn(Vec<Image>) + Send + Sync>;

#[derive(Default)]
struct Disk {
    watched: Option<PathBuf>,
    faults: Faults,
    power: Option<Power>,
    photographer: Option<Photographer>,
}

static DISK: Mutex<Option<Disk>> = Mutex::new(None);
static TURN: Mutex<()> = Mutex::new(());

fn with_disk<T>(of: impl FnOnce(&mut Disk) -> T) -> T {
    of(DISK.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(Disk::default))
}

/// The disk watching one folder, until it is dropped.
pub struct Watch {
    _turn: MutexGuard<'static, ()>,
}

/// Watches the files of a folder.
///
/// # Panics
/// When SQLite does not take the disk.
pub fn watch(folder: &Path) -> Watch {
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    install();
    // As SQLite names files: on Unix without symbolic links.
    let folder = if cfg!(unix) { folder.canonicalize().expect("the folder") } else { folder.to_owned() };
    with_disk(|disk| *disk = Disk { watched: Some(folder), ..Disk::default() });
    Watch { _turn: turn }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl Watch {
    /// Counts calls anew, and fails one of them if told so.
    pub fn arm(&self, fault: Option<Fault>) {
        with_disk(|disk| disk.faults = Faults::new(fault));
    }

    /// Whether the fault happened.
    pub fn fired(&self) -> bool {
        with_disk(|disk| disk.faults.fired())
    }

    /// Calls of a kind since the last arming.
    pub fn calls(&self, call: Call) -> u64 {
        with_disk(|disk| disk.faults.calls(call))
    }

    /// Synchronisations that did not ask the disk itself to write, since the power was last watched.
    pub fn half_hearted(&self) -> u64 {
        with_disk(|disk| disk.power.as_ref().map_or(0, |power| power.half_hearted))
    }

    /// Begins to remember what was synchronised. At every `step`-th write the power is as if cut, in each of these ways.
    /// `lying`: the disk says that it synchronised, and does not.
    pub fn power(
        &self,
        step: u64,
        ways: Vec<Survives>,
        lying: bool,
        photographer: impl Fn(Vec<Image>) + Send + Sync + 'static,
    ) {
        with_disk(|disk| {
            disk.power = Some(Power::new(step, ways, lying));
            disk.photographer = Some(Arc::new(photographer));
        });
    }

    /// The crash images of this very moment.
    pub fn images(&self) -> Vec<Image> {
        with_disk(|disk| disk.power.as_mut().map(Power::images).unwrap_or_default())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        with_disk(|disk| *disk = Disk::default());
    }
}
