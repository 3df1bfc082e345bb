//! The TypeScript of the interface is what the table of commands says. `ECRIN_WRITE_BINDINGS=1` writes it again.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

#[test]
fn the_bindings_are_those_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/api/bindings.ts");
    let written = ecrin_core::api::typescript();
    if std::env::var_os("ECRIN_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert!(found == written, "ui/src/lib/api/bindings.ts is not current: run `cargo xtask bindings`");
}
