//! The process that is killed: see [`ecrin_durability::writer`].

use std::process::ExitCode;

fn main() -> ExitCode {
    match ecrin_durability::writer::write_until_killed(std::io::stdin(), &mut std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
