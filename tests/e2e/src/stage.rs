//! What a scenario plays on: a screen, a home, and the driver that starts the program as the system would.

use std::{
    ffi::OsStr,
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, atomic::AtomicU32},
    time::{Duration, Instant},
};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::{Cli, Home, Program, Screen, Window, pictures, process};

/// Whether the program finds a session bus, and so other instances of itself and a key ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bus {
    /// None, as on a bare machine.
    Absent,
    /// One of its own, with an unlocked key ring on it.
    WithKeyRing,
}

/// A scenario's surroundings.
#[derive(Debug)]
pub struct Stage {
    name: String,
    program: Program,
    /// Folders of the person who plays.
    pub home: Home,
    screen: Screen,
    bus: Bus,
    language: &'static str,
    manager: Option<Child>,
    driver: Option<(Child, u16)>,
    /// How many pictures there are, over all windows of the scenario.
    pictures: Arc<AtomicU32>,
}

impl Stage {
    /// A screen of 1366 × 768 and a home, in French.
    pub fn set(name: &str, home: Home) -> Self {
        pictures::forget(name);
        Self {
            name: name.to_owned(),
            program: Program::find(),
            home,
            screen: Screen::start(1366, 768),
            bus: Bus::Absent,
            language: "fr_FR.UTF-8",
            manager: None,
            driver: None,
            pictures: Arc::default(),
        }
    }

    /// Another screen; before the first window.
    pub fn use_screen(&mut self, width: u32, height: u32) {
        self.screen = Screen::start(width, height);
    }

    /// With a window manager, which gives the keyboard to one window at a time.
    pub fn use_window_manager(&mut self) {
        let mut command = Command::new("openbox");
        command.arg("--sm-disable").stdout(Stdio::null()).stderr(Stdio::null());
        self.dress(&mut command, &self.home);
        self.manager = Some(command.spawn().expect("openbox is installed: cargo xtask test installs it"));
        std::thread::sleep(Duration::from_millis(300));
    }

    /// With or without a bus; before the first window.
    pub fn use_bus(&mut self, bus: Bus) {
        self.bus = bus;
    }

    /// The system's language, "en_GB.UTF-8"; before the first window.
    pub fn use_language(&mut self, language: &'static str) {
        self.language = language;
    }

    /// The command line, with this passphrase.
    pub fn cli(&self, passphrase: &str) -> Cli<'_> {
        Cli::new(&self.home, passphrase)
    }

    /// What `DISPLAY` is on this stage.
    pub fn display(&self) -> &str {
        &self.screen.display
    }

    /// The program's processes on this stage.
    pub fn processes(&self) -> Vec<u32> {
        self.program.processes(&self.home)
    }

    /// Cuts the program's power.
    pub fn cut_power(&self) {
        for number in self.processes() {
            process::kill(number);
        }
        self.wait_until_gone();
    }

    /// Waits for the program to end by itself.
    pub fn wait_until_gone(&self) {
        let start = Instant::now();
        while !self.processes().is_empty() {
            assert!(start.elapsed() < Duration::from_secs(10), "the program does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Opens the program with these arguments and waits for its first screen.
    pub async fn open(&mut self, arguments: &[&Path]) -> Window {
        let port = self.driver();
        let arguments: Vec<String> = arguments.iter().map(|path| path.display().to_string()).collect();
        let options = json!({ "binary": self.program.path(), "args": arguments });
        let wanted = json!({ "webkitgtk:browserOptions": options, "pageLoadStrategy": "normal" });
        let wanted = Capabilities::from(wanted.as_object().cloned().unwrap_or_default());
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.expect("the window opens");
        Window::new(driver, &self.name, self.screen.display.clone(), Arc::clone(&self.pictures)).await
    }

    /// Starts the program beside the driver, as a second double click would; in another `home`, as a neighbour would.
    pub fn start_again(&self, home: &Home, arguments: &[&Path]) -> Child {
        let arguments: Vec<&OsStr> = arguments.iter().map(|path| path.as_os_str()).collect();
        self.start_beside(self.program.path(), home, &arguments)
    }

    /// Starts any program on this screen and, where there is one, on this bus.
    pub fn start_beside(&self, program: impl AsRef<OsStr>, home: &Home, arguments: &[&OsStr]) -> Child {
        let mut command = Command::new(program);
        command.args(arguments);
        self.dress(&mut command, home);
        // It shares the bus with the driver's program, and nothing else.
        command.env_remove("TAURI_AUTOMATION").env_remove("TAURI_WEBVIEW_AUTOMATION");
        if let Some(address) = self.driver.as_ref().and_then(|(driver, _)| bus_below(driver.id())) {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        }
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    fn driver(&mut self) -> u16 {
        if let Some((_, port)) = &self.driver {
            return *port;
        }
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let arguments = [format!("--port={port}"), "--host=127.0.0.1".to_owned()];
        let mut command = match self.bus {
            Bus::Absent => Command::new("WebKitWebDriver"),
            Bus::WithKeyRing => {
                let mut bus = Command::new("dbus-run-session");
                let unlock = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec WebKitWebDriver \"$@\"";
                bus.args(["--", "sh", "-c", unlock, "WebKitWebDriver"]);
                bus
            }
        };
        command.args(arguments);
        self.dress(&mut command, &self.home);
        let driver = command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        let driver = driver.expect("WebKitWebDriver is installed: cargo xtask test installs it");
        self.driver = Some((driver, port));
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(20), "WebKitWebDriver does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
        port
    }

    fn dress(&self, command: &mut Command, home: &Home) {
        command
            .envs(home.environment())
            .env("DISPLAY", &self.screen.display)
            .env("LANG", self.language)
            .env("LANGUAGE", self.language.split('_').next().unwrap_or_default())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("NO_AT_BRIDGE", "1")
            .env("GDK_BACKEND", "x11")
            .env_remove("LC_ALL")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for number in self.processes() {
            process::kill(number);
        }
        if let Some((driver, _)) = &mut self.driver {
            // The bus and the key ring are in its group, and go with it.
            process::kill_group(driver);
        }
        if let Some(manager) = &mut self.manager {
            let _ = manager.kill();
            let _ = manager.wait();
        }
    }
}

/// The bus address that a descendant of `parent` was given.
fn bus_below(parent: u32) -> Option<String> {
    let own = format!("/proc/{parent}/task/{parent}/children");
    let children = std::fs::read_to_string(own).unwrap_or_default();
    let numbers: Vec<u32> = children.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    numbers.into_iter().find_map(|number| {
        let environment = std::fs::read(format!("/proc/{number}/environ")).unwrap_or_default();
        let lines = environment.split(|byte| *byte == 0).map(|line| String::from_utf8_lossy(line).into_owned());
        let mut addresses = lines.filter_map(|line| line.strip_prefix("DBUS_SESSION_BUS_ADDRESS=").map(str::to_owned));
        addresses.next().or_else(|| bus_below(number))
    })
}
