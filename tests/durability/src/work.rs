//! Operations chosen from a seed, and performed on an open shop.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use ecrin_core::clients::{ClientInput, ClientNumber};
use ecrin_core::clock::SystemClock;
use ecrin_core::consents::{
    Answer, Channel, Given, HistoryColumn, HistoryRequest, ModeLabel, NewDecision, NewEvidence, Purpose, Target,
};
use ecrin_core::imports::{self, ImportOptions, ImportRequest};
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{FileKey, Result, Unlock};

use crate::PASSPHRASE;
use crate::model::{Model, Operation, Receipt};
use crate::random::Random;

/// Where files beside the shop go.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Places {
    /// Tables to import.
    pub tables: PathBuf,
    /// Copies.
    pub copies: PathBuf,
}

impl Places {
    /// Folders in `folder`, which are made if they are missing.
    ///
    /// # Panics
    /// When they cannot be made.
    pub fn within(folder: &Path) -> Places {
        let places = Places { tables: folder.join("tables"), copies: folder.join("copies") };
        for place in [&places.tables, &places.copies] {
            std::fs::create_dir_all(place).expect("a folder");
        }
        places
    }
}

/// How often what is done, out of a thousand.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
pub struct Mix {
    /// Imports.
    pub imports: u64,
    /// Copies.
    pub copies: u64,
    /// Changes of the passphrase.
    pub passphrases: u64,
}

impl Mix {
    /// A day at the counter, compressed.
    pub const COUNTER: Mix = Mix { imports: 20, copies: 8, passphrases: 5 };
    /// Within the database only.
    pub const DATABASE: Mix = Mix { imports: 40, copies: 0, passphrases: 0 };
}

/// Makes a shop, closed again, and returns its key.
///
/// # Panics
/// When it cannot be made.
pub fn make_shop(path: &Path) -> Vec<u8> {
    let new = NewShop { name: "Maison d’essai", passphrase: PASSPHRASE, demonstration: false };
    Shop::create(path, new, Box::new(SystemClock)).expect("a new shop").key().as_bytes().to_vec()
}

/// Opens a shop whose key is known.
///
/// # Errors
/// As [`Shop::open`].
pub fn open(path: &Path, key: &[u8]) -> Result<Shop> {
    let key = FileKey::from_bytes(key).ok_or(ecrin_core::Error::PassphraseWrong)?;
    Shop::open(path, Unlock::Key(key), Box::new(SystemClock))
}

/// What somebody does next.
pub fn next(random: &mut Random, model: &Model, mix: Mix) -> Operation {
    if model.clients.is_empty() {
        return Operation::Create(person(random));
    }
    let number = 1 + i64::try_from(random.below(model.clients.len() as u64)).unwrap_or(0);
    let rare = random.below(1000);
    if rare < mix.imports {
        return Operation::Import((0..10 + random.below(30)).map(|_| person(random)).collect());
    }
    if rare < mix.imports + mix.copies {
        return Operation::BackUp;
    }
    if rare < mix.imports + mix.copies + mix.passphrases {
        return Operation::ChangePassphrase(format!("Vitrine+2024! {}", random.name()));
    }
    match random.below(100) {
        0..20 => Operation::Create(person(random)),
        20..55 => Operation::Edit(number, edited(random, &model.client(number).input)),
        55..67 if model.client(number).inactive.is_some() => Operation::Mark(number, None),
        55..67 => Operation::Mark(number, Some(format!("déménagement {}", random.name()))),
        67..90 => {
            let given = *random.pick(&[Given::Granted, Given::Granted, Given::Refused, Given::Withdrawn]);
            let proven = given == Given::Granted && random.below(2) == 0;
            let evidence = if proven { 100 + usize::try_from(random.below(20_000)).unwrap_or(0) } else { 0 };
            Operation::Decide { client: number, channel: *random.pick(&Channel::ALL), given, evidence }
        }
        _ if model.can_undo() => Operation::Undo,
        _ => Operation::Create(person(random)),
    }
}

/// A fictional person whose name nobody else bears.
fn person(random: &mut Random) -> ClientInput {
    let (last_name, first_name) = (random.name(), random.name());
    ClientInput {
        postcode: "19200".into(),
        town: "USSEL".into(),
        mobile: mobile(random),
        email: format!("{}@boutique.example", last_name.to_lowercase()),
        last_name,
        first_name,
        ..ClientInput::default()
    }
}

/// Several fields change, the name in half of the cases.
fn edited(random: &mut Random, before: &ClientInput) -> ClientInput {
    let mut after = before.clone();
    after.address_1 = format!("{} rue {}", 1 + random.below(99), random.name());
    after.town = random.name().to_uppercase();
    after.mobile = mobile(random);
    after.professional = random.below(4) == 0;
    if random.below(2) == 0 {
        after.last_name = random.name();
        after.email = format!("{}@boutique.example", after.last_name.to_lowercase());
    }
    after
}

fn mobile(random: &mut Random) -> String {
    format!("06 39 98 {:02} {:02}", random.below(100), random.below(100))
}

/// Does what is asked; the receipt exists only once the shop confirmed it.
///
/// # Errors
/// What the shop says.
pub fn perform(shop: &mut Shop, model: &Model, operation: &Operation, places: &Places) -> Result<Receipt> {
    let mut receipt = Receipt::default();
    let written = match operation {
        Operation::Create(input) => Some(shop.create_client(input)?),
        Operation::Edit(number, input) => Some(shop.save_client(*number, model.client(*number).revision, input)?),
        Operation::Mark(number, Some(reason)) => Some(shop.set_inactive(*number, reason)?),
        Operation::Mark(number, None) => Some(shop.set_active(*number)?),
        Operation::Undo => Some(shop.undo()?),
        Operation::Decide { client, channel, given, evidence } => {
            shop.decide(*client, &decision(*channel, *given, *evidence)?)?;
            // Confirmed, even if nothing can be read after it.
            receipt.decision = newest_decision(shop, *client).ok();
            None
        }
        Operation::Import(rows) => {
            import(shop, rows, places)?;
            None
        }
        Operation::BackUp => {
            receipt.copy = Some(shop.back_up(&places.copies)?.0);
            None
        }
        Operation::ChangePassphrase(passphrase) => {
            shop.change_passphrase(passphrase)?;
            None
        }
    };
    receipt.record = written.map(|outcome| (outcome.value.number, outcome.value.revision));
    Ok(receipt)
}

fn decision(channel: Channel, given: Given, evidence: usize) -> Result<NewDecision> {
    let (target, answer) = match given {
        Given::Granted => {
            let mode = ModeLabel::new("Accord écrit")?;
            (Target::Purposes(channel, vec![Purpose::Commercial]), Answer::Granted { mode, wordings: Vec::new() })
        }
        Given::Refused => (Target::Channel(channel), Answer::Refused),
        Given::Withdrawn => (Target::Channel(channel), Answer::Withdrawn),
    };
    let mut decision = NewDecision::now(target, answer);
    if evidence > 0 {
        decision.evidence.push(NewEvidence { name: "accord.pdf".into(), content: pdf(evidence) });
    }
    Ok(decision)
}

/// Bytes that begin like a PDF.
pub(crate) fn pdf(bytes: usize) -> Vec<u8> {
    let mut random = Random::new(bytes as u64);
    let mut content = b"%PDF-1.7\n".to_vec();
    content.resize_with(bytes, || random.number().to_le_bytes()[0]);
    content
}

/// The number and the seal of a client's newest decision.
///
/// # Errors
/// What the database may say.
pub(crate) fn newest_decision(shop: &Shop, number: ClientNumber) -> Result<(i64, String)> {
    let request = HistoryRequest { number, column: HistoryColumn::Decision, descending: true, offset: 0, limit: 1 };
    let row = shop.history(&request)?.rows.pop().ok_or(ecrin_core::Error::FileCorrupt)?;
    Ok((row.decision, row.seal))
}

fn import(shop: &mut Shop, rows: &[ClientInput], places: &Places) -> Result<()> {
    let mut table = String::from("nom;prenom;cp;ville;portable;email\r\n");
    for row in rows {
        let ClientInput { last_name, first_name, postcode, town, mobile, email, .. } = row;
        let _ = write!(table, "{last_name};{first_name};{postcode};{town};{mobile};{email}\r\n");
    }
    let path = places.tables.join("clients.csv");
    std::fs::write(&path, table)?;
    let mapping = imports::preview(&path, &ImportOptions::default())?.mapping();
    let request = ImportRequest {
        path: path.to_string_lossy().into_owned(),
        options: ImportOptions::default(),
        mapping,
        dry_run: false,
        rejects_path: None,
    };
    imports::run(shop, &request, &mut |_| {}, &AtomicBool::new(false))?;
    Ok(())
}
