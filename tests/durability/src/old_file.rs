//! A shop file as an older version of Écrin left it, made of the SQL that the core keeps of each released version.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::work::make_shop;

/// The schema and the data of each released version.
pub const RELEASED: [&str; 6] = [
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_1.sql"),
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_2.sql"),
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_3.sql"),
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_4.sql"),
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_5.sql"),
    include_str!("../../../src-tauri/core/src/store/migrations/fixtures/version_6.sql"),
];

/// How long the header is that comes before the database.
const HEADER: usize = 8192;

/// Makes a closed file of a version, and returns its key.
///
/// # Panics
/// When it cannot be made.
pub fn make(path: &Path, version: usize) -> Vec<u8> {
    let key = make_shop(path);
    let header = std::fs::read(path).expect("the file")[..HEADER].to_vec();
    std::fs::write(path, header).expect("only the header");
    // The core registered its own layer over the disk when it made the shop.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let database = Connection::open_with_flags_and_vfs(path, flags, c"ecrin").expect("a database");
    let digits = key.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    database.pragma_update(None, "key", format!("x'{digits}'")).expect("the key");
    database.pragma_update(None, "application_id", 0x4563_726e).expect("the mark of a shop file");
    database.execute_batch(RELEASED[version - 1]).expect("a released version");
    key
}
