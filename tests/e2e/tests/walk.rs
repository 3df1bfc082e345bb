//! What a newcomer without a display sees of `cargo xtask run`.

use ecrin_e2e_tests::{scenario, walk};

#[test]
fn the_walk_of_xtask_run_passes_every_screen() {
    scenario("walk", async |stage| walk(stage).await);
}
