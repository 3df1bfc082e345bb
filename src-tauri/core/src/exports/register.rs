//! The register of exports: what left the file, who was in it, and which copies a later no makes worthless.

use serde::{Deserialize, Serialize};

use super::ExportFormat;
use crate::lists::{ContactUse, ListQuery, ReasonCount};
use crate::windows::ExportedTable;

/// The number of an export in the register.
pub type ExportId = i64;

/// An export that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportReport {
    /// Its number in the register.
    #[ts(type = "number")]
    pub export: ExportId,
    /// Where the file is; another name than the one wanted if that was taken meanwhile.
    pub path: String,
    /// How many clients are in it.
    #[ts(type = "number")]
    pub kept: u64,
    /// How many the guard left out, each under the first of their reasons.
    pub excluded: Vec<ReasonCount>,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// Characters that the encoding lacks, each with how often it was replaced with « ? »; the most frequent first.
    pub replaced: Vec<ReplacedCharacter>,
}

/// A character that an encoding lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReplacedCharacter {
    /// The character.
    pub character: String,
    /// How often it was replaced.
    #[ts(type = "number")]
    pub count: u64,
    /// The number of the first client in whose line it was; 0 for a heading.
    #[ts(type = "number")]
    pub client: i64,
}

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportEntry {
    /// Its number.
    #[ts(type = "number")]
    pub id: ExportId,
    /// When, UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who was at the counter.
    pub operator: String,
    /// Why.
    pub purpose: String,
    /// Whom it was given to, or empty.
    pub recipient: String,
    /// What it served for; `null`: it may not be used for prospecting.
    pub contact: Option<ContactUse>,
    /// As what.
    pub format: ExportFormat,
    /// The name of the file, without its folder.
    pub file_name: String,
    /// The list, if this version can read it; its columns are those that were written.
    pub query: Option<ListQuery>,
    /// The table of a record, if it was one.
    pub table: Option<ExportedTable>,
    /// The filter, or which table of which record, in words of the language asked for.
    pub filter: String,
    /// The columns in words, in the language asked for.
    pub columns: Vec<String>,
    /// How many clients were in it.
    #[ts(type = "number")]
    pub kept: i64,
    /// How many the guard left out.
    #[ts(type = "number")]
    pub excluded: i64,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
}

/// Some of the register, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportPage {
    /// Its lines.
    pub exports: Vec<ExportEntry>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: i64,
    /// What to ask for next, if there are older ones.
    #[ts(type = "number | null")]
    pub next: Option<ExportId>,
}

/// « Cette personne figure dans N exports. »
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ExportsOfClient {
    /// All of them, the newest first.
    pub exports: Vec<ExportEntry>,
    /// Those to clean: they served to contact people in a way and for a purpose to which this client says no since; or they served no contact,
    /// and hold the coordinates of a channel on which this client said no since. All of them once the data are no longer to be used at all
    /// (GDPR art. 18). Whoever holds a copy must take them out.
    #[ts(type = "number[]")]
    pub to_clean: Vec<ExportId>,
}

/// What left the file, as the register's `query` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Exported {
    /// A list, with the columns that were written.
    List(ListQuery),
    /// A table of a record.
    Table(ExportedTable),
}

/// What the register keeps of an export that is written and not yet named.
#[derive(Debug)]
pub(crate) struct NewExport {
    pub(crate) purpose: String,
    pub(crate) recipient: String,
    pub(crate) contact: Option<ContactUse>,
    pub(crate) format: ExportFormat,
    pub(crate) file_name: String,
    pub(crate) query: Exported,
    pub(crate) kept: u64,
    pub(crate) excluded: u64,
    pub(crate) sha256: String,
    pub(crate) held: Held,
}

/// Clients in blocks of bits, so that a million of them take 123 rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    blocks: std::collections::BTreeMap<i64, Box<[u8; BLOCK_BYTES]>>,
}

/// The bytes of a block.
const BLOCK_BYTES: usize = 1024;
/// How many clients a block can hold.
const BLOCK: i64 = 8 * 1024;

impl Held {
    /// Adds a client.
    pub(crate) fn add(&mut self, client: i64) {
        let (block, byte, bit) = Held::place(client);
        self.blocks.entry(block).or_insert_with(|| Box::new([0; BLOCK_BYTES]))[byte] |= bit;
    }

    /// The blocks with their numbers.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (i64, &[u8])> {
        self.blocks.iter().map(|(block, bits)| (*block, bits.as_slice()))
    }

    /// Whether a block holds a client whose place is in it.
    pub(crate) fn has(bits: &[u8], client: i64) -> bool {
        let (_, byte, bit) = Held::place(client);
        bits.get(byte).is_some_and(|byte| byte & bit != 0)
    }

    /// The block of a client, its byte in it, and its bit in that.
    pub(crate) fn place(client: i64) -> (i64, usize, u8) {
        let within = client.rem_euclid(BLOCK);
        (client.div_euclid(BLOCK), usize::try_from(within / 8).unwrap_or(0), 1 << (within % 8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_one_bit_and_a_million_take_123_blocks() {
        let mut held = Held::default();
        (1..=1_000_000).for_each(|client| held.add(client));
        assert_eq!(held.blocks().count(), 123);
        let bits: u32 = held.blocks().flat_map(|(_, bits)| bits).map(|byte| byte.count_ones()).sum();
        assert_eq!(bits, 1_000_000);
        assert!(Held::has(held.blocks().next().unwrap().1, 8191) && !Held::has(held.blocks().next().unwrap().1, 0));
        assert_eq!(Held::place(8191), (0, 1023, 128));
        assert_eq!(Held::place(8192), (1, 0, 1));
    }
}
