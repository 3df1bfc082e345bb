//! A screen without a monitor.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// An X server of our own; ends with its owner.
#[derive(Debug)]
pub struct Screen {
    server: Child,
    /// What `DISPLAY` must be, ":99".
    pub display: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

impl Screen {
    /// Starts Xvfb, which chooses a free number itself.
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed: cargo xtask test installs it");
        let mut number = String::new();
        let output = server.stdout.take().expect("Xvfb tells its number");
        BufReader::new(output).read_line(&mut number).expect("Xvfb tells its number");
        Self { server, display: format!(":{}", number.trim()), size: (width, height) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
