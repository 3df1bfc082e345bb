//! One window on a screen of its own, started and typed into as a person would.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use ecrin_benches::Result;
use ecrin_core::demonstration::DEMONSTRATION_PASSPHRASE;
use ecrin_e2e_tests::{Bus, Stage, Window, scenario};
use rustix::time::{ClockId, clock_gettime};
use tokio::time::sleep;

use super::{Measured, Which};

/// How many starts are measured, after one that is not.
const STARTS: usize = 7;
/// Names, a town, a postcode, a telephone, and a misspelt name, letter by letter.
const TYPED: [&str; 5] = ["dupont", "martin so", "19200", "0639981", "lefevbre"];
/// Between two keys at least, about as fast as somebody types with two fingers; longer where the answer takes longer.
const BETWEEN_KEYS: Duration = Duration::from_millis(350);
const GLANCE: Duration = Duration::from_millis(100);
/// Until a window that was opened does nothing any more.
const SETTLED: Duration = Duration::from_secs(2);

/// The moments of a start, in milliseconds since 1970: when the page was asked for, when its content was first on the screen, and when its
/// field was there, in a shown window, to be typed into (both pages mark that); nothing before the last of them.
const MOMENTS: &str = "
    const paint = performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')
    const usable = performance.getEntriesByName('usable')[0]
    if (!paint || !usable) return null
    const { timeOrigin } = performance
    return [timeOrigin, timeOrigin + paint.startTime, timeOrigin + Math.max(paint.startTime, usable.startTime)]";
/// The second frame after a change begins when the first one, which shows it, is painted. The list may change more than once: what is in
/// sight first, the rest when typing rests. The answer is the first change that leaves rows, or the last one where nobody was found.
const WATCH: &str = "
    const watched = document.querySelector('.rc__list, #rows')
    const strokes = (window.strokes = [])
    let stroke = null
    addEventListener('keydown', ({ key, ctrlKey }) => {
      stroke = key.length === 1 && !ctrlKey ? { pressed: performance.now(), changes: [] } : null
      if (stroke) strokes.push(stroke)
    }, true)
    new MutationObserver(() => {
      if (!stroke) return
      const change = { changed: performance.now(), found: watched.querySelector('tbody tr') !== null }
      stroke.changes.push(change)
      requestAnimationFrame(() => requestAnimationFrame(() => {
        change.painted = performance.now()
        change.rows = watched.querySelectorAll('tbody tr').length
      }))
    }).observe(watched, { subtree: true, childList: true, characterData: true, attributes: true })
    return true";
const ANSWERED: &str = "
    const last = window.strokes.at(-1)?.changes.at(-1)
    return last?.painted !== undefined && performance.now() - last.painted > 250";
const STROKES: &str = "
    return window.strokes.filter(({ changes }) => changes.length > 0).map(({ pressed, changes }) => {
      const last = changes.at(-1)
      const answer = changes.find(({ found }) => found) ?? last
      return [answer.changed - pressed, answer.painted - pressed, last.painted - pressed, last.rows]
    })";

/// Starts the program several times, then types into it.
pub(super) fn measure(which: Which, file: &Path) -> Result<Measured> {
    let mut measured = Measured::default();
    let mut wrong = Ok(());
    scenario("bench", async |stage| {
        wrong = async {
            // As on a person's desk, where the system keeps the file's key.
            stage.use_bus(Bus::WithKeyRing);
            if which == Which::Ecrin {
                remember(stage, file).await;
            }
            start(stage, which, file, &mut measured).await?;
            type_into(stage, which, file, &mut measured).await
        }
        .await;
    });
    wrong.map(|()| measured)
}

/// Opens the file once by its passphrase, and has the key kept: daily opening asks nothing.
async fn remember(stage: &mut Stage, file: &Path) {
    let window = stage.open(&[file]).await;
    window.fill("Phrase de passe", DEMONSTRATION_PASSPHRASE).await.tick("Ne plus demander sur ce poste").await;
    window.press("Enter").await.see("fiches dans le fichier").await;
    window.quit().await;
    stage.wait_until_gone();
}

/// From the start of the process to a field to type into.
async fn start(stage: &mut Stage, which: Which, file: &Path, measured: &mut Measured) -> Result<()> {
    for time in 0..=STARTS {
        let window = open(stage, which, file).await;
        let [asked, painted, usable] = moments(&window).await?;
        let started = process_start(stage)?;
        if time > 0 {
            measured.pages_asked.push(asked - started);
            measured.first_paints.push(painted - started);
            measured.starts.push(usable - started);
        }
        if time == STARTS {
            let engine = window.measure("return navigator.userAgent").await;
            measured.engine = engine.as_str().map(str::to_owned).unwrap_or_default();
            sleep(SETTLED).await;
            measured.memory_at_first = memory(stage);
        }
        window.quit().await;
        stage.wait_until_gone();
    }
    Ok(())
}

async fn open(stage: &mut Stage, which: Which, file: &Path) -> Window {
    match which {
        Which::Empty => stage.open(&[]).await,
        Which::Ecrin => stage.open(&[file]).await,
    }
}

async fn moments(window: &Window) -> Result<[f64; 3]> {
    for _ in 0..100 {
        let moments = window.measure(MOMENTS).await;
        if let [Some(asked), Some(painted), Some(usable)] = [0, 1, 2].map(|at| moments[at].as_f64()) {
            return Ok([asked, painted, usable]);
        }
        sleep(Duration::from_millis(50)).await;
    }
    Err("the page did not become usable".into())
}

/// One key after another, each once the last one has long been answered.
async fn type_into(stage: &mut Stage, which: Which, file: &Path, measured: &mut Measured) -> Result<()> {
    let window = open(stage, which, file).await;
    if which == Which::Ecrin {
        window.see("fiches dans le fichier").await;
    }
    sleep(SETTLED).await;
    window.measure(WATCH).await;
    for text in TYPED {
        for letter in text.chars() {
            window.write(letter.encode_utf8(&mut [0; 4])).await;
            answer(&window).await;
        }
        window.press("Ctrl+a Delete").await;
        sleep(SETTLED).await;
    }
    let strokes = window.measure(STROKES).await;
    let typed: usize = TYPED.iter().map(|text| text.chars().count()).sum();
    for stroke in strokes.as_array().into_iter().flatten() {
        let [Some(changed), Some(painted), Some(whole), Some(rows)] = [0, 1, 2, 3].map(|at| stroke[at].as_f64()) else {
            continue;
        };
        measured.changes.push(changed);
        measured.keystrokes.push(painted);
        measured.whole_lists.push(whole);
        measured.rows.push(rows);
    }
    measured.memory_in_use = memory(stage);
    window.quit().await;
    let seen = measured.keystrokes.len();
    if seen == typed { Ok(()) } else { Err(format!("{seen} of {typed} keystrokes were answered").into()) }
}

/// Waits until nothing has changed for a while.
async fn answer(window: &Window) {
    sleep(BETWEEN_KEYS).await;
    for _ in 0..50 {
        if window.measure(ANSWERED).await.as_bool() == Some(true) {
            return;
        }
        sleep(GLANCE).await;
    }
}

/// When the program was started, in milliseconds since 1970; the kernel counts it in hundredths of a second.
#[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit 53 bits")]
fn process_start(stage: &Stage) -> Result<f64> {
    let process = *stage.processes().first().ok_or("the program is not running")?;
    let line = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The second field, the name, may hold spaces; the start is the 22nd.
    let after_name = line.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 = after_name.split_whitespace().nth(19).ok_or("no start time")?.parse()?;
    let after_boot = ticks / rustix::param::clock_ticks_per_second() as f64;
    let up = clock_gettime(ClockId::Boottime);
    let up = up.tv_sec as f64 + up.tv_nsec as f64 / 1e9;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs_f64();
    Ok((now - (up - after_boot)) * 1000.0)
}

/// The proportional share of memory of the program and of all that it started, in bytes.
fn memory(stage: &Stage) -> u64 {
    let mut family = stage.processes();
    let mut at = 0;
    while let Some(process) = family.get(at).copied() {
        let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
        family.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        at += 1;
    }
    family.sort_unstable();
    family.dedup();
    family.into_iter().map(share).sum()
}

fn share(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let kib = rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix("kB")?.trim().parse().ok());
    kib.map_or(0, |kib: u64| kib * 1024)
}
