//! What Écrin is measured on and with: generated files that are kept between runs, forty queries, and order statistics.
//!
//! The program of this package prints the table of BENCHMARKS.md; `benches/` holds the same searches for `cargo bench`.

pub mod csv_table;
pub mod limits;
pub mod queries;
pub mod sample;
pub mod shop_file;

use std::path::PathBuf;

/// What goes wrong in a measurement is told to a person, who repeats it.
pub type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// Where files to measure on are kept: `bench` in the target folder.
///
/// # Errors
/// When this program lies outside a target folder, or the folder cannot be made.
pub fn folder() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let profile = own.ancestors().find(|folder| folder.ends_with("release") || folder.ends_with("debug"));
    let target = profile.and_then(|profile| profile.parent()).ok_or("this program is not in a target folder")?;
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
