//! Écrin in its real window, driven as a person would: what is on the screen is found by its words, and clicked or typed into.
//!
//! Each test has a screen, a home folder and a driver of its own, so that tests run beside each other and leave nothing behind. Nothing
//! in the product exists for these tests. Pictures go to `target/screenshots/`.

mod axe;
mod desktop;
mod drop;
mod home;
mod keys;
mod page;
mod pictures;
mod process;
mod screen;
mod shop;
mod stage;
mod walk;
mod window;

pub use home::Home;
pub use process::{Cli, Program};
pub use screen::Screen;
pub use shop::PASSPHRASE;
pub use stage::{Bus, Stage};
pub use walk::walk;
pub use window::Window;

/// Runs one scenario to its end, with nothing else on its screen.
///
/// `name` names its pictures: « start », then « start-1-create » and so on.
pub fn scenario(name: &str, act: impl AsyncFnOnce(&mut Stage)) {
    scenario_in(name, Home::new(), act);
}

/// The same in a home of the caller's choice.
pub fn scenario_in(name: &str, home: Home, act: impl AsyncFnOnce(&mut Stage)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let mut stage = Stage::set(name, home);
        act(&mut stage).await;
    });
}
