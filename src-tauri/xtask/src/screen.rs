//! A virtual screen for a machine without a display.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::Stop;

/// An X server without a monitor; ends with its owner.
pub(crate) struct VirtualScreen {
    server: Child,
    /// What `DISPLAY` must be, ":99".
    pub(crate) display: String,
}

impl VirtualScreen {
    /// Starts Xvfb, which chooses a free number itself.
    pub(crate) fn start() -> Result<Self, Stop> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Stop::because(format!("Xvfb does not start: {error}")))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            let _ = BufReader::new(output).read_line(&mut number);
        }
        if let Ok(number) = number.trim().parse::<u32>() {
            return Ok(Self { server, display: format!(":{number}") });
        }
        let _ = server.kill();
        Err(Stop::because("Xvfb ended before it offered a screen"))
    }
}

impl Drop for VirtualScreen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
