//! The same clients as a table, `;` and UTF-8, as other programs write it: what imports read.
//!
//! A seed and a count make the same bytes on every machine, so that two people can know that they measured on the same data.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::DateTime;
use ecrin_core::demonstration::DemoClient;
use sha2::{Digest, Sha256};

use crate::{Result, folder, shop_file};

/// The titles.
pub const HEADER: [&str; 19] = [
    "Civilité",
    "Nom",
    "Prénom",
    "Société",
    "Adresse 1",
    "Adresse 2",
    "Adresse 3",
    "Code postal",
    "Ville",
    "Pays",
    "E-mail",
    "Téléphone",
    "Portable",
    "Origine",
    "Type",
    "Professionnel",
    "Inactif",
    "Motif",
    "Date MAJ",
];

/// The table of this many clients of this seed, made if it is missing.
///
/// # Errors
/// What writing a file may say.
pub fn of(seed: u64, rows: u64) -> Result<PathBuf> {
    let digest = shop_file::digest(&["tests/benches/src/csv_table.rs"])?;
    let path = folder()?.join(format!("table-{rows}-{seed}-{digest}.csv"));
    if path.exists() {
        return Ok(path);
    }
    shop_file::remove_older(&format!("table-{rows}-"))?;
    let partial = path.with_extension("partial");
    write(seed, rows, File::create(&partial)?)?.sync_all()?;
    fs::rename(&partial, &path)?;
    Ok(path)
}

/// Writes the table, and gives back where it was written.
///
/// # Errors
/// What `to` may say.
pub fn write<W: Write>(seed: u64, rows: u64, to: W) -> Result<W> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(to);
    writer.write_record(HEADER)?;
    for person in shop_file::people(seed, rows) {
        writer.write_record(cells(&person))?;
    }
    writer.into_inner().map_err(|error| error.to_string().into())
}

/// SHA-256 of a file's bytes, in hexadecimal digits.
///
/// # Errors
/// When the file cannot be read.
pub fn sha256(path: &Path) -> Result<String> {
    let mut file = File::open(path)?;
    let (mut hash, mut bytes) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut bytes) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(read) => hash.update(&bytes[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// One client under [`HEADER`].
pub fn cells(person: &DemoClient) -> [String; HEADER.len()] {
    let input = person.input.clone();
    let yes = |yes: bool| if yes { "oui" } else { "non" }.to_owned();
    let (inactive, reason) = match &person.inactive {
        Some((_, reason)) => (yes(true), reason.clone()),
        None => (yes(false), String::new()),
    };
    [
        input.civility,
        input.last_name,
        input.first_name,
        input.company,
        input.address_1,
        input.address_2,
        input.address_3,
        input.postcode,
        input.town,
        input.country,
        input.email,
        input.phone,
        input.mobile,
        input.origins,
        input.r#type.code().to_owned(),
        yes(input.professional),
        inactive,
        reason,
        day(person.updated_at),
    ]
}

/// UTC milliseconds as "18/09/2018".
fn day(at: i64) -> String {
    DateTime::from_timestamp_millis(at).map(|at| at.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{hex, write};
    use crate::shop_file::SEED;

    fn hash(seed: u64) -> String {
        hex(&Sha256::digest(write(seed, 300, Vec::new()).unwrap()))
    }

    #[test]
    fn a_seed_makes_the_same_table_everywhere_and_another_seed_another_one() {
        // Changes with the generator alone, and then on purpose: figures of before and after are about different people.
        assert_eq!(hash(SEED), "f66dd3e4a08bc3253e53e2a9599f73bcdf79f775530ea6866894ace5f59f1949");
        assert_ne!(hash(SEED), hash(SEED + 1));
    }
}
