//! Another process that works on the file and is killed in the middle of it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::TestShop;

impl TestShop {
    /// Closes the file, lets a program work on it, kills it so long after the first line that it says, and opens the file again. What the
    /// program said; nothing where it ended by itself before.
    ///
    /// # Panics
    /// When the program does not start or the file does not open.
    pub fn killed(&mut self, program: &str, arguments: &[&Path], after: Duration) -> Option<String> {
        self.close();
        let mut process = Command::new(program)
            .arg(self.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(process.stdout.take().expect("its output")).lines();
        let first = said.next().map(|line| line.expect("a line"));
        std::thread::sleep(after);
        process.kill().expect("killed");
        process.wait().expect("gone");
        self.reopen();
        first
    }
}
