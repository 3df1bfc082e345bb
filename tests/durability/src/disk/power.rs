//! What remains when the power goes: of each file what was synchronised, and of what was only written since, anything.
//!
//! A write since the last synchronisation may have reached the disk or not, sector by sector (512 bytes) and in any order.
//! What such a write did not touch is unharmed (SQLite calls this « powersafe overwrite »). A file that was removed without
//! synchronising its folder may be there again. The shared index of the log lives in memory, and is never there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::random::Random;

const SECTOR: usize = 512;

/// What survives of the writes that were not synchronised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Survives {
    /// Nothing.
    Nothing,
    /// Each sector with one chance in two.
    AnySectors,
    /// All writes but the last one, of which the first sectors: torn.
    AllButTorn,
}

/// The files of the watched folder as a cut would leave them.
#[derive(Clone, Debug)]
pub struct Image {
    /// What survived.
    pub survives: Survives,
    /// At which write, from 1; 0 when it was asked for between two.
    pub write: u64,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Image {
    /// Writes the files into a folder.
    ///
    /// # Panics
    /// When they cannot be written.
    pub fn restore(&self, folder: &Path) {
        for (path, content) in &self.files {
            let name = path.file_name().expect("a file's name");
            std::fs::write(folder.join(name), content).expect("a file of the image");
        }
    }
}

#[derive(Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

/// One file.
#[derive(Debug, Default)]
struct Kept {
    synchronised: Vec<u8>,
    since: Vec<Change>,
    exists: bool,
    /// The file of this name that was removed, until the folder is known to be synchronised.
    ghost: Option<Vec<u8>>,
}

#[derive(Debug)]
pub(super) struct Power {
    files: BTreeMap<PathBuf, Kept>,
    writes: u64,
    step: u64,
    ways: Vec<Survives>,
    lying: bool,
    random: Random,
    pub(super) half_hearted: u64,
}

impl Power {
    pub(super) fn new(step: u64, ways: Vec<Survives>, lying: bool) -> Power {
        let random = Random::new(crate::seed());
        Power { files: BTreeMap::new(), writes: 0, step: step.max(1), ways, lying, random, half_hearted: 0 }
    }

    /// A file was opened; what it held before is on the disk.
    pub(super) fn opened(&mut self, path: &Path) {
        let kept = self.files.entry(path.to_owned()).or_default();
        if !kept.exists {
            kept.exists = true;
            kept.synchronised = std::fs::read(path).unwrap_or_default();
            kept.since.clear();
        }
    }

    /// A write happens; at every so many the images of that moment are returned.
    pub(super) fn wrote(&mut self, path: &Path, offset: i64, bytes: &[u8]) -> Vec<Image> {
        let offset = usize::try_from(offset).unwrap_or(0);
        self.files.entry(path.to_owned()).or_default().since.push(Change::Write(offset, bytes.to_vec()));
        self.writes += 1;
        if self.writes.is_multiple_of(self.step) { self.taken(Some(path), self.writes) } else { Vec::new() }
    }

    pub(super) fn truncated(&mut self, path: &Path, len: i64) {
        let len = usize::try_from(len).unwrap_or(0);
        self.files.entry(path.to_owned()).or_default().since.push(Change::Truncate(len));
    }

    pub(super) fn synchronised(&mut self, path: &Path, whole: bool) {
        self.half_hearted += u64::from(!whole);
        if self.lying {
            return;
        }
        let kept = self.files.entry(path.to_owned()).or_default();
        let changes = std::mem::take(&mut kept.since);
        for change in &changes {
            apply(&mut kept.synchronised, change);
        }
        // SQLite's own layer synchronises the folder with the first synchronisation of a log that it made.
        kept.ghost = None;
    }

    pub(super) fn removed(&mut self, path: &Path, folder_too: bool) {
        if let Some(kept) = self.files.get_mut(path) {
            let content = std::mem::take(&mut kept.synchronised);
            kept.since.clear();
            kept.exists = false;
            kept.ghost = (!folder_too).then_some(content);
        }
    }

    /// The images of a moment between two writes.
    pub(super) fn images(&mut self) -> Vec<Image> {
        self.taken(None, 0)
    }

    fn taken(&mut self, writing: Option<&Path>, write: u64) -> Vec<Image> {
        let ways = self.ways.clone();
        ways.into_iter().map(|survives| self.image(survives, writing, write)).collect()
    }

    fn image(&mut self, survives: Survives, writing: Option<&Path>, write: u64) -> Image {
        let mut files = Vec::new();
        for (path, kept) in &self.files {
            let returned = kept.ghost.as_ref().filter(|_| survives == Survives::Nothing || self.random.below(2) == 0);
            if let Some(ghost) = returned {
                files.push((path.clone(), ghost.clone()));
            } else if kept.exists {
                let torn = writing == Some(path.as_path());
                files.push((path.clone(), survivor(kept, survives, torn, &mut self.random)));
            }
        }
        Image { survives, write, files }
    }
}

fn survivor(kept: &Kept, survives: Survives, torn: bool, random: &mut Random) -> Vec<u8> {
    let mut content = kept.synchronised.clone();
    match survives {
        Survives::Nothing => {}
        Survives::AllButTorn => {
            for (at, change) in kept.since.iter().enumerate() {
                let last = at + 1 == kept.since.len();
                match change {
                    Change::Write(offset, bytes) if torn && last => {
                        let sectors = random.below(sectors(*offset, bytes.len()).len() as u64 + 1);
                        keep_sectors(&mut content, *offset, bytes, |index| (index as u64) < sectors);
                    }
                    change => apply(&mut content, change),
                }
            }
        }
        Survives::AnySectors => {
            for change in &kept.since {
                match change {
                    Change::Write(offset, bytes) => {
                        keep_sectors(&mut content, *offset, bytes, |_| random.below(2) == 0);
                    }
                    Change::Truncate(_) if random.below(2) == 0 => {}
                    change @ Change::Truncate(_) => apply(&mut content, change),
                }
            }
        }
    }
    content
}

fn apply(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write(offset, bytes) => put(content, *offset, bytes),
        Change::Truncate(len) => content.resize(*len, 0),
    }
}

fn put(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(bytes);
}

/// The parts of a write that lie in one sector of the file each: where they begin and end in the file.
fn sectors(offset: usize, len: usize) -> Vec<(usize, usize)> {
    let end = offset + len;
    (offset / SECTOR..end.div_ceil(SECTOR))
        .map(|sector| ((sector * SECTOR).max(offset), ((sector + 1) * SECTOR).min(end)))
        .collect()
}

fn keep_sectors(content: &mut Vec<u8>, offset: usize, bytes: &[u8], mut keeps: impl FnMut(usize) -> bool) {
    for (index, (from, to)) in sectors(offset, bytes.len()).into_iter().enumerate() {
        if keeps(index) {
            put(content, from, &bytes[from - offset..to - offset]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_synchronised_survives_for_certain() {
        let path = Path::new("a");
        let mut power = Power::new(1, vec![Survives::Nothing, Survives::AllButTorn], false);
        power.wrote(path, 0, &[1; 2000]);
        power.files.get_mut(path).expect("the file").exists = true;
        power.synchronised(path, true);
        let images = power.wrote(path, 1000, &[2; 2000]);
        assert_eq!(images[0].files[0].1, vec![1; 2000]);
        let torn = &images[1].files[0].1;
        assert_eq!(torn[..1000], [1; 1000]);
        assert!(torn.len() <= 3000);
        power.removed(path, false);
        assert_eq!(power.images()[0].files[0].1, vec![1; 2000], "a removal may be undone by the cut");
        power.removed(path, true);
        assert!(power.images()[0].files.is_empty());
    }

    #[test]
    fn a_write_is_cut_at_the_sectors_of_the_file() {
        assert_eq!(sectors(500, 600), [(500, 512), (512, 1024), (1024, 1100)]);
        assert_eq!(sectors(0, 512), [(0, 512)]);
    }
}
