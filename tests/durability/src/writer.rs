//! A process that writes as fast as it can, and the test that kills it.
//!
//! What it confirms, it says on a pipe, one line an operation, once the shop returned. The operations follow from the seed
//! and the model, so that the test knows which one was under way when the process died.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::model::{Model, Operation, Receipt};
use crate::random::Random;
use crate::work::{self, Mix, Places};

/// What a writer is told when it starts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    /// The file.
    pub path: PathBuf,
    /// What opens it; empty: the file is made first.
    pub key: Vec<u8>,
    /// What it holds.
    pub model: Model,
    /// What is done follows from it.
    pub random: Random,
    /// How often what is done; `None`: it is only opened and closed.
    pub mix: Option<Mix>,
    /// Where other files go.
    pub places: Places,
}

/// What a writer says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Line {
    /// The file was made; its key.
    Made(Vec<u8>),
    /// The file is open.
    Opened,
    /// An operation was confirmed.
    Confirmed(Receipt),
    /// The file was closed.
    Closed,
    /// The shop refused: a defect.
    Failed(String),
}

/// The writer's own part: reads its order, works until it is killed.
///
/// # Errors
/// What the pipe says.
pub fn write_until_killed(orders: impl Read, says: &mut impl Write) -> std::io::Result<()> {
    let order: Order = serde_json::from_reader(orders)?;
    if let Err(error) = work_through(order, says) {
        say(says, &Line::Failed(error))?;
    }
    Ok(())
}

fn say(says: &mut impl Write, line: &Line) -> std::io::Result<()> {
    let mut text = serde_json::to_vec(line)?;
    text.push(b'\n');
    says.write_all(&text)?;
    says.flush()
}

fn work_through(order: Order, says: &mut impl Write) -> Result<(), String> {
    let Order { path, mut key, mut model, mut random, mix, places } = order;
    model.begin_session();
    let mut tell = |line: Line| say(says, &line).map_err(|error| error.to_string());
    if key.is_empty() {
        key = work::make_shop(&path);
        tell(Line::Made(key.clone()))?;
    }
    let mut shop = work::open(&path, &key).map_err(|error| format!("opening: {error}"))?;
    tell(Line::Opened)?;
    let Some(mix) = mix else {
        drop(shop);
        return tell(Line::Closed);
    };
    loop {
        let operation = work::next(&mut random, &model, mix);
        let receipt =
            work::perform(&mut shop, &model, &operation, &places).map_err(|error| format!("{operation:?}: {error}"))?;
        model.confirm(&operation, receipt.clone())?;
        tell(Line::Confirmed(receipt))?;
    }
}

/// A writer that runs.
#[derive(Debug)]
pub struct Writer {
    child: Child,
    lines: Receiver<Line>,
}

/// What a killed writer had confirmed.
#[derive(Debug)]
pub struct Killed {
    /// Every whole line, in order.
    pub lines: Vec<Line>,
    /// Whether it was killed, rather than at its end already.
    pub interrupted: bool,
}

impl Writer {
    /// Starts the program of this crate.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(program: &Path, order: &Order) -> Writer {
        let mut child =
            Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the writer starts");
        let mut orders = child.stdin.take().expect("a pipe to the writer");
        orders.write_all(&serde_json::to_vec(order).expect("an order")).expect("the writer takes its order");
        drop(orders);
        let output = child.stdout.take().expect("a pipe from the writer");
        let (send, lines) = channel();
        thread::spawn(move || {
            // A line that was cut off is none.
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let Ok(line) = serde_json::from_str(&line) else { break };
                if send.send(line).is_err() {
                    break;
                }
            }
        });
        Writer { child, lines }
    }

    /// Waits until it says something.
    ///
    /// # Panics
    /// When it says nothing for a minute, or failed.
    pub fn next(&self) -> Option<Line> {
        match self.lines.recv_timeout(Duration::from_secs(60)) {
            Ok(Line::Failed(error)) => panic!("the writer failed: {error}"),
            line => line.ok(),
        }
    }

    /// Kills it after some time (`SIGKILL`; on Windows `TerminateProcess`): nothing of it runs any more.
    ///
    /// # Panics
    /// When it failed before.
    pub fn kill_after(mut self, time: Duration) -> Killed {
        thread::sleep(time);
        let interrupted = self.child.try_wait().expect("the writer's state").is_none();
        let _ = self.child.kill();
        self.child.wait().expect("the writer's end");
        let lines: Vec<Line> = self.lines.iter().collect();
        if let Some(Line::Failed(error)) = lines.last() {
            panic!("the writer failed: {error}");
        }
        Killed { lines, interrupted }
    }
}

/// Brings a model up to date with what a killed writer had confirmed, and says which operation was under way.
///
/// # Panics
/// When a receipt is not what the operation must give.
pub fn catch_up(killed: &Killed, model: &mut Model, random: &mut Random, mix: Mix) -> Operation {
    model.begin_session();
    for line in &killed.lines {
        if let Line::Confirmed(receipt) = line {
            let operation = work::next(random, model, mix);
            model.confirm(&operation, receipt.clone()).expect("a receipt of this operation");
        }
    }
    work::next(random, model, mix)
}
