//! Writing a list for others: which clients, as what, what for. Each export is entered in the register.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use ecrin_core::Error;
use ecrin_core::clients::ClientField as F;
use ecrin_core::consents::Indicator;
use ecrin_core::exports::{
    CsvEncoding, ExcludedOrder, ExportForm, ExportFormat, ExportOrder, ExportReport, code_of, field_of, withheld,
};
use ecrin_core::lists::{Condition, ContactUse, FieldKind, ListField, ListQuery, ListSort};
use ecrin_core::print::LabelSheet;
use serde_json::{Map, Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::typed_condition::{self, TypedCondition};
use crate::{Refusal, answer, consent_words, file, list_words, typed_values};

/// The columns, unless others are named.
const COLUMNS: [ListField; 14] = [
    ListField::Number,
    ListField::Record(F::Civility),
    ListField::Record(F::LastName),
    ListField::Record(F::FirstName),
    ListField::Record(F::Company),
    ListField::Record(F::Address1),
    ListField::Record(F::Address2),
    ListField::Record(F::Address3),
    ListField::Record(F::Postcode),
    ListField::Record(F::Town),
    ListField::Record(F::Country),
    ListField::Record(F::Email),
    ListField::Record(F::Phone),
    ListField::Record(F::Mobile),
];

/// The same on paper, where a page has less room.
const PRINTED: [ListField; 8] = [
    ListField::Record(F::LastName),
    ListField::Record(F::FirstName),
    ListField::Record(F::Company),
    ListField::Record(F::Postcode),
    ListField::Record(F::Town),
    ListField::Record(F::Phone),
    ListField::Record(F::Mobile),
    ListField::Record(F::Email),
];

/// What may be asked.
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// As what
    #[arg(long, value_parser = typed_values::export_format())]
    format: ExportFormat,
    /// The file to make; nothing is overwritten
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Why; it is written in the register
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    /// Whom it is given to
    #[arg(long, value_name = "TEXT", default_value = "")]
    recipient: String,
    /// To contact people, such as sms:commercial: those who may not be are left out. Without it the list may not be used for prospecting
    #[arg(long, value_name = "CHANNEL:PURPOSE", value_parser = typed_values::contact_use)]
    contact: Option<ContactUse>,
    /// Inactive clients too
    #[arg(long)]
    inactive: bool,
    /// Which clients: 'town = USSEL', 'postcode ^= 19', 'last_name ~ dupont', 'created_at >= 2024-01-01', 'subscription_end <= 2026-12-31', 'balance_due >= 49.00', 'email !=' (has one); may be said
    /// several times, and then all must hold
    #[arg(long = "where", value_name = "CONDITION", value_parser = typed_condition::read)]
    conditions: Vec<TypedCondition>,
    /// One condition is enough
    #[arg(long)]
    any: bool,
    /// Which columns, such as number,last_name,email,consent:SMS-COM (does not matter to labels and vCards)
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    columns: Vec<String>,
    /// In which order: a field, with a - before it from the last to the first
    #[arg(long, value_name = "FIELD", default_value = "last_name", allow_hyphen_values = true)]
    sort: String,
    /// The characters of a CSV file: what Windows-1252 lacks is replaced with ? and reported
    #[arg(long, default_value = "utf-8", value_parser = typed_values::csv_encoding())]
    encoding: CsvEncoding,
    /// The sheet of labels: 24 of 70 × 37 mm, or 14 of 99.1 × 38.1 mm
    #[arg(long, default_value = "3x8", value_parser = typed_values::label_sheet())]
    sheet: LabelSheet,
    /// The first label that is free, from 1, row by row
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=24))]
    start: u8,
    /// A second file, a CSV table: those who are left out, each with the reasons. It is registered, too, and not for prospecting
    #[arg(long, value_name = "FILE")]
    excluded: Option<PathBuf>,
    /// What the list is called, on paper
    #[arg(long, value_name = "TEXT", default_value = "")]
    title: String,
    /// The language of headings and words (default: the system's)
    #[arg(long)]
    language: Option<Language>,
}

pub(crate) fn export(arguments: &Arguments, language: Language, typed: &Export) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    file::manager(arguments, &mut shop)?;
    let asked: Vec<Indicator> = shop.consent_setup()?.indicators.into_iter().map(|setup| setup.indicator).collect();
    let query = typed.query(&asked)?;
    let of_document = typed.language.unwrap_or(language).of_documents();
    if let Some(path) = typed.excluded.as_ref().filter(|path| path.symlink_metadata().is_ok()) {
        return Err(Refusal::Named(path.clone(), Error::FileExists));
    }
    let order = ExportOrder {
        query: query.clone(),
        form: typed.form(),
        language: of_document,
        purpose: typed.purpose.clone(),
        recipient: typed.recipient.clone(),
        title: typed.title.clone(),
        path: typed.out.clone(),
    };
    let going_on = AtomicBool::new(false);
    let exported = shop.export(&order, &mut |_, _| {}, &going_on);
    let report = exported.map_err(|error| refused(error, &typed.out, &asked))?.value;
    let excluded = match &typed.excluded {
        Some(path) => {
            let order = ExcludedOrder {
                query: query.clone(),
                language: of_document,
                purpose: typed.purpose.clone(),
                recipient: typed.recipient.clone(),
                path: path.clone(),
            };
            let exported = shop.export_excluded(&order, &mut |_, _| {}, &going_on);
            Some(exported.map_err(|error| refused(error, path, &asked))?.value)
        }
        None => None,
    };
    typed.warn(language, &query, &asked, &report);
    if arguments.json {
        let mut told = flat(&report);
        if let Some(excluded) = &excluded {
            told["excluded_file"] =
                json!({ "path": excluded.path, "export": excluded.export, "clients": excluded.kept });
        }
        return Ok(answer::json(&told)?);
    }
    print(language, &report)?;
    if let Some(excluded) = excluded {
        let (path, count) = (&excluded.path, excluded.kept);
        answer::line(&language.pick(format!("{path} · {count} exclus"), format!("{path} · {count} left out")))?;
    }
    Ok(())
}

/// What the core said no to: the file to be made, a field of the list, or something else.
fn refused(error: Error, path: &Path, asked: &[Indicator]) -> Refusal {
    match error {
        Error::FileExists | Error::FileMissing | Error::ReadOnly | Error::DiskFull | Error::Io(_) => {
            Refusal::Named(path.to_owned(), error)
        }
        Error::ListInvalid { problem, field, .. } => {
            let known = ListField::from_code(&field);
            let typed = known.map_or(field, |field| code_of(field, asked));
            Refusal::List(problem, typed, list_words::choices(problem, known))
        }
        other => Refusal::Core(other),
    }
}

impl Export {
    fn form(&self) -> ExportForm {
        match self.format {
            ExportFormat::Csv => ExportForm::Csv { encoding: self.encoding },
            ExportFormat::Xlsx => ExportForm::Xlsx,
            ExportFormat::Pdf => ExportForm::Pdf,
            ExportFormat::Labels => ExportForm::Labels { sheet: self.sheet, start: self.start },
            ExportFormat::Vcard => ExportForm::Vcard,
            ExportFormat::Jsonl => ExportForm::Jsonl,
        }
    }

    /// Says what nobody forbids and somebody may not have meant.
    fn warn(&self, language: Language, query: &ListQuery, asked: &[Indicator], report: &ExportReport) {
        let say = |words: &str| eprintln!("ecrin-cli: {} {words}", language.pick("attention :", "warning:"));
        let is_asked = |contact: ContactUse| {
            asked.iter().any(|one| {
                one.archived_at.is_none() && (one.channel, one.purpose) == (contact.channel, contact.purpose)
            })
        };
        if let Some(contact) = query.contact.filter(|contact| !is_asked(*contact)) {
            let code = contact.code();
            say(&language.pick(
                format!("la boutique ne pose aucune question pour {code}, personne n’a donc pu accepter"),
                format!("the shop asks no question about {code}, so that nobody can have agreed"),
            ));
        }
        if report.kept == 0 {
            say(language.pick("cette liste n’a personne", "nobody is in this list"));
        }
        let left_out: Vec<String> = withheld(query).into_iter().map(|field| code_of(field, asked)).collect();
        let has_columns = !matches!(self.format, ExportFormat::Labels | ExportFormat::Vcard);
        if has_columns && !self.columns.is_empty() && !left_out.is_empty() {
            let left_out = left_out.join(", ");
            say(&language.pick(
                format!("colonnes laissées de côté, car elles servent un autre canal : {left_out}"),
                format!("columns left out, because they serve another channel: {left_out}"),
            ));
        }
    }

    fn query(&self, asked: &[Indicator]) -> Result<ListQuery, Refusal> {
        let field = |code: &str| {
            field_of(code, asked).ok_or_else(|| {
                let known = COLUMNS.map(|field| code_of(field, asked)).join(", ");
                Refusal::NoSuchField(code.to_owned(), known)
            })
        };
        let conditions = self.conditions.iter().map(|typed| {
            let TypedCondition { field: code, operator, values } = typed;
            let field = field(code)?;
            // What is no amount is for the core to refuse.
            let cents =
                |value: &String| typed_values::amount(value).map_or_else(|_| value.clone(), |it| it.to_string());
            let is_amount = field.kind() == FieldKind::Amount;
            let values = if is_amount { values.iter().map(cents).collect() } else { values.clone() };
            Ok(Condition { field, operator: *operator, values })
        });
        let (code, descending) = match self.sort.strip_prefix('-') {
            Some(code) => (code, true),
            None => (self.sort.as_str(), false),
        };
        let columns: Vec<ListField> = self.columns.iter().map(|code| field(code.trim())).collect::<Result<_, _>>()?;
        Ok(ListQuery {
            conditions: conditions.collect::<Result<_, Refusal>>()?,
            any: self.any,
            include_inactive: self.inactive,
            contact: self.contact,
            columns: match (columns.is_empty(), self.format) {
                (true, ExportFormat::Pdf) => PRINTED.to_vec(),
                (true, _) => COLUMNS.to_vec(),
                (false, _) => columns,
            },
            sort: ListSort { by: field(code)?, descending },
        })
    }
}

fn flat(report: &ExportReport) -> Value {
    let excluded: Map<String, Value> =
        report.excluded.iter().map(|one| (one.reason.code().to_owned(), one.clients.into())).collect();
    json!({
        "path": report.path,
        "kept": report.kept,
        "excluded": excluded,
        "sha256": report.sha256,
        "export": report.export,
        "replaced": report.replaced,
    })
}

/// « clients.csv · 1204 retenus, 312 exclus · 9f3c… », then why and what was replaced.
fn print(language: Language, report: &ExportReport) -> std::io::Result<()> {
    let left_out: u64 = report.excluded.iter().map(|one| one.clients).sum();
    let (kept, path, seal) = (report.kept, &report.path, &report.sha256);
    answer::line(&language.pick(
        format!("{path} · {kept} retenus, {left_out} exclus · SHA-256 {seal}"),
        format!("{path} · {kept} kept, {left_out} left out · SHA-256 {seal}"),
    ))?;
    for one in &report.excluded {
        answer::line(&format!("{:>8}  {}", one.clients, consent_words::reason(language, one.reason)))?;
    }
    for one in &report.replaced {
        let (count, character, client) = (one.count, &one.character, one.client);
        answer::line(&language.pick(
            format!("{count:>8}  « {character} » remplacé par « ? », d’abord dans la fiche {client}"),
            format!("{count:>8}  \"{character}\" replaced with \"?\", first in record {client}"),
        ))?;
    }
    Ok(())
}
