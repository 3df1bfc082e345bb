//! The window, for somebody who reads, clicks and types.
//!
//! Every step waits for what it needs and fails with a picture and with what is on the screen instead.

use std::io::Write as _;
use std::{
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use thirtyfour::{WebDriver, WebElement};

use crate::{axe, desktop::Desktop, keys, page, pictures};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(40);

/// An open window.
#[derive(Debug)]
pub struct Window {
    driver: WebDriver,
    name: String,
    display: String,
    pictures: Arc<AtomicU32>,
}

impl Window {
    pub(crate) async fn new(driver: WebDriver, name: &str, display: String, pictures: Arc<AtomicU32>) -> Self {
        let window = Self { driver, name: name.to_owned(), display, pictures };
        window
            .until("the first screen", async || page::control(&window.driver, "").await.is_some().then_some(()))
            .await;
        window
    }

    /// Clicks the control called `name`.
    pub async fn click(&self, name: &str) -> &Self {
        // A control that is covered, or being replaced, cannot be clicked yet.
        let click = async || {
            let control = self.find(name).await;
            if control.click().await.is_ok() {
                return Some(());
            }
            // Half of it may lie below the edge of its panel.
            let _ = control.scroll_into_view().await;
            None
        };
        self.until(&format!("a click on « {name} »"), click).await;
        self
    }

    /// Clicks the control called `name`, with which the window closes: there is no answer to wait for.
    pub async fn click_and_leave(&self, name: &str) {
        let _ = self.find(name).await.click().await;
    }

    /// Draws with the real pointer over the surface called `name`: points in hundredths of its width and height.
    pub async fn draw(&self, name: &str, line: &[(u32, u32)]) -> &Self {
        let surface = self.find(name).await.rect().await;
        let surface = self.expect("the place of a surface", surface).await;
        let place = |(x, y): (u32, u32)| {
            let at = |from: f64, length: f64, part: u32| format!("{:.0}", from + length * f64::from(part) / 100.0);
            [at(surface.x, surface.width, x), at(surface.y, surface.height, y)]
        };
        self.drag(&line.iter().copied().map(place).collect::<Vec<_>>()).await
    }

    /// Carries the control called `name` with the real pointer onto the one called `onto`, a little past its middle.
    pub async fn carry(&self, name: &str, onto: &str) -> &Self {
        let mut places = Vec::new();
        for (control, part) in [(name, 0.5), (onto, 0.5), (onto, 0.7)] {
            let place = self.find(control).await.rect().await;
            let place = self.expect("the place of a control", place).await;
            places.push([place.x + place.width * part, place.y + place.height * part].map(|at| format!("{at:.0}")));
        }
        self.drag(&places).await
    }

    /// Holds the button of the real pointer down from the first of these points to the last.
    async fn drag(&self, places: &[[String; 2]]) -> &Self {
        for (step, [x, y]) in places.iter().enumerate() {
            self.hands(&["mousemove", x, y]);
            if step == 0 {
                self.hands(&["mousedown", "1"]);
            }
            tokio::time::sleep(GLANCE).await;
        }
        self.hands(&["mouseup", "1"]);
        self
    }

    /// Clicks the row that holds `words`.
    pub async fn click_row(&self, words: &str) -> &Self {
        let click = async || page::row(&self.driver, words).await?.click().await.ok();
        self.until(&format!("a click on the row with « {words} »"), click).await;
        self
    }

    /// Replaces what stands in the field called `label`.
    pub async fn fill(&self, label: &str, text: &str) -> &Self {
        self.click(label).await.press("Ctrl+a").await;
        if text.is_empty() { self.press("Delete").await } else { self.write(text).await }
    }

    /// Types into whatever has the focus.
    pub async fn write(&self, text: &str) -> &Self {
        let typed = self.driver.action_chain().send_keys(text).perform().await;
        self.expect("typing", typed).await;
        self
    }

    /// Presses keys one after another: `press("Ctrl+k")`, `press("Down Down Enter")`.
    pub async fn press(&self, keys: &str) -> &Self {
        for name in keys.split(' ') {
            let (held, key) = keys::chord(name);
            let mut chain = self.driver.action_chain();
            for modifier in &held {
                chain = chain.key_down(modifier.clone());
            }
            chain = chain.send_keys(key);
            for modifier in held.iter().rev() {
                chain = chain.key_up(modifier.clone());
            }
            self.expect(name, chain.perform().await).await;
        }
        self
    }

    /// Chooses an entry of the native list called `label`, by its words.
    pub async fn choose(&self, label: &str, entry: &str) -> &Self {
        let list = self.find(label).await;
        let script = "const [list, wanted] = arguments
            const entry = [...list.options].find((option) => option.text.trim() === wanted)
            if (!entry) return false
            list.value = entry.value
            list.dispatchEvent(new Event('input', { bubbles: true }))
            list.dispatchEvent(new Event('change', { bubbles: true }))
            return true";
        let list = list.to_json().expect("an element can be passed on");
        let chosen = self.driver.execute(script, vec![list, entry.into()]).await;
        if !chosen.is_ok_and(|answer| answer.json() == &serde_json::Value::Bool(true)) {
            self.fail(&format!("« {label} » has no entry « {entry} »")).await;
        }
        self
    }

    /// Waits until `words` are on the screen.
    pub async fn see(&self, words: &str) -> &Self {
        self.until(&format!("« {words} »"), async || page::shows(&self.driver, words).await.then_some(())).await;
        self
    }

    /// Waits until `words` are not, or no longer, on the screen.
    pub async fn see_no(&self, words: &str) -> &Self {
        let what = format!("no « {words} »");
        self.until(&what, async || (!page::shows(&self.driver, words).await).then_some(())).await;
        self
    }

    /// Waits until the field called `label` holds `value`.
    pub async fn see_in(&self, label: &str, value: &str) -> &Self {
        let what = format!("« {value} » in « {label} »");
        let read = async || (page::value(&self.driver, label).await.as_deref() == Some(value)).then_some(());
        self.until(&what, read).await;
        self
    }

    /// Waits until the control called `name` has the focus.
    pub async fn see_focus(&self, name: &str) -> &Self {
        let what = format!("the focus on « {name} »");
        self.until(&what, async || page::focused(&self.driver).await.starts_with(name).then_some(())).await;
        self
    }

    /// Waits until the control called `name` is there.
    pub async fn see_control(&self, name: &str) -> &Self {
        self.find(name).await;
        self
    }

    /// Ticks the box called `label`, and sees it ticked.
    pub async fn tick(&self, label: &str) -> &Self {
        self.click(label).await.see_in(label, "true").await
    }

    /// Waits for the next step of opening a file: whether it is the question for the passphrase.
    pub async fn asks_for_passphrase(&self) -> bool {
        let look = async || {
            if self.has("Phrase de passe").await {
                return Some(true);
            }
            page::shows(&self.driver, "modifié").await.then_some(false)
        };
        self.until("a question for the passphrase or a refusal", look).await
    }

    /// Whether the control called `name` is there now.
    pub async fn has(&self, name: &str) -> bool {
        page::control(&self.driver, name).await.is_some()
    }

    /// Keeps a picture of the screen, once it shows what the page holds.
    pub async fn picture(&self, of: &str) -> &Self {
        let painted = "const done = arguments[arguments.length - 1]
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))";
        self.expect("a painted page", self.driver.execute_async(painted, Vec::new()).await).await;
        let number = self.pictures.fetch_add(1, Ordering::SeqCst) + 1;
        pictures::take(&self.display, &format!("{}-{number:02}-{}", self.name, of.replace(' ', "-")));
        self
    }

    /// Fails when axe finds anything serious on this screen.
    pub async fn accessible(&self, screen: &str) -> &Self {
        let serious = self.serious().await;
        if !serious.is_empty() {
            self.fail(&format!("axe on « {screen} »:\n{}", serious.join("\n"))).await;
        }
        self
    }

    /// What axe finds serious or critical on this screen.
    pub async fn serious(&self) -> Vec<String> {
        let (serious, passed) = axe::serious(&self.driver).await;
        assert!(passed > 5, "axe looked at nothing: {passed} rules passed");
        serious
    }

    /// A picture, and axe's judgement on what it shows.
    pub async fn judge(&self, screen: &str) -> &Self {
        self.picture(screen).await.accessible(screen).await
    }

    /// Runs a script in the page, for what no person could measure.
    pub async fn measure(&self, script: &str) -> serde_json::Value {
        let answer = self.driver.execute(script, Vec::new()).await;
        self.expect("a measurement", answer).await.json().clone()
    }

    /// The window's inner size.
    pub async fn resize(&self, width: u32, height: u32) -> &Self {
        let sized = self.driver.set_window_rect(0, 0, width, height).await;
        self.expect("a new size", sized).await;
        self
    }

    /// Ends the session and with it the program, as the system would at shutdown.
    pub async fn quit(self) {
        let _ = self.driver.quit().await;
    }

    /// Keeps the page from ever answering again.
    pub async fn hang(&self) {
        let script = "setTimeout(() => { for (;;); }, 50)";
        self.expect("a script", self.driver.execute(script, Vec::new()).await).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }

    /// Asks the window to close, as its close button would.
    pub fn ask_to_close(&self) {
        let desktop = Desktop::of(&self.display);
        let window = desktop.windows().pop().expect("a window to close");
        desktop.ask_to_close(window);
    }

    /// Drops a file on the window, as from a file manager.
    pub async fn drop_file(&self, file: &Path) -> &Self {
        let desktop = Desktop::of(&self.display);
        let window = self.until("a window to drop on", async || desktop.windows().pop()).await;
        desktop.drop_file(window, file);
        self
    }

    /// Whether the window manager has this window in front.
    pub fn is_in_front(&self) -> bool {
        let desktop = Desktop::of(&self.display);
        desktop.active().is_some_and(|active| desktop.windows().contains(&active))
    }

    /// The class by which a desktop finds the entry that the window belongs to.
    pub fn class(&self) -> String {
        let desktop = Desktop::of(&self.display);
        desktop.class(desktop.windows().pop().expect("a window"))
    }

    /// Where the window lies on the screen and how large it is, without its frame: x, y, width, height.
    pub fn place(&self) -> [i32; 4] {
        let desktop = Desktop::of(&self.display);
        desktop.place(desktop.windows().pop().expect("a window"))
    }

    /// Moves the window and gives it a size, as the pointer would.
    pub fn put(&self, [x, y, width, height]: [i32; 4]) {
        let [x, y, width, height] = [x, y, width, height].map(|number| number.to_string());
        let search = ["search", "--onlyvisible", "--class", "ecrin"];
        self.hands(&[&search[..], &["windowmove", &x, &y, "windowsize", "--sync", &width, &height]].concat());
    }

    /// Puts the window away, as its minimize button would.
    pub fn minimize(&self) {
        self.hands(&["search", "--onlyvisible", "--class", "ecrin", "windowminimize", "--sync"]);
    }

    /// Types a path into the native chooser, once it is open, and confirms.
    pub async fn choose_in_native_dialog(&self, path: &Path) -> &Self {
        self.answer_native_dialog("ctrl+l", path).await
    }

    /// The same where a file is to be written: the whole name that is proposed gives way.
    pub async fn save_in_native_dialog(&self, path: &Path) -> &Self {
        self.answer_native_dialog("ctrl+a", path).await
    }

    async fn answer_native_dialog(&self, first: &str, path: &Path) -> &Self {
        self.until("the native chooser", async || (Desktop::of(&self.display).windows().len() > 1).then_some(())).await;
        self.put_on_the_clipboard(&path.display().to_string());
        for keys in [first, "ctrl+v", "Return"] {
            tokio::time::sleep(Duration::from_millis(700)).await;
            self.hands(&["key", keys]);
        }
        self
    }

    /// Typed key by key, « é » or any other letter may be lost on a busy machine: the keyboard has no key for it.
    fn put_on_the_clipboard(&self, text: &str) {
        let mut command = Command::new("xclip");
        command.args(["-selection", "clipboard"]).env("DISPLAY", &self.display);
        // It stays, to hand the text over; its output must not be waited for.
        let keeper = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut keeper = keeper.expect("xclip");
        keeper.stdin.take().expect("its input").write_all(text.as_bytes()).expect("the clipboard");
        assert!(keeper.wait().is_ok_and(|status| status.success()), "xclip");
    }

    /// Real keys and windows, through the X server.
    fn hands(&self, arguments: &[&str]) {
        let done = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).stdout(Stdio::null()).status();
        assert!(done.is_ok_and(|status| status.success()), "xdotool {arguments:?}");
    }

    async fn find(&self, name: &str) -> WebElement {
        let look = async || {
            let control = page::control(&self.driver, name).await?;
            control.is_enabled().await.unwrap_or(false).then_some(control)
        };
        self.until(&format!("the control « {name} »"), look).await
    }

    async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if start.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain for {what}")).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn expect<T, E: std::fmt::Display>(&self, what: &str, result: Result<T, E>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{what}: {error}")).await,
        }
    }

    /// Panics with a picture and with what is on the screen.
    async fn fail(&self, message: &str) -> ! {
        let path = pictures::take(&self.display, &format!("{}-failed", self.name));
        panic!("{message}\npicture: {}\non the screen:\n{}", path.display(), page::describe(&self.driver).await);
    }
}
