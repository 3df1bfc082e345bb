//! What `cargo xtask run` does without a display: a walk through the main screens on a virtual screen.

use ecrin_e2e_tests::{scenario, walk};

fn main() {
    scenario("ecrin", async |stage| walk(stage).await);
}
