//! Writing a list for others: which clients, as what, what for. Each export is entered in the register.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use ecrin_core::Error;
use ecrin_core::clients::ClientField as F;
use ecrin_core::consents::Indicator;
use ecrin_core::exports::{CsvEncoding, ExportForm, ExportFormat, ExportOrder, ExportReport, code_of, field_of};
use ecrin_core::lists::{Condition, ContactUse, ListField, ListQuery, ListSort};
use ecrin_core::print::LabelSheet;
use ecrin_core::shop::Shop;
use serde_json::{Map, Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::typed_condition::{self, TypedCondition};
use crate::{Refusal, answer, consent_words, file, typed_values};

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
    /// Which clients: 'town = USSEL', 'postcode ^= 19', 'last_name ~ dupont', 'created_at >= 2024-01-01', 'email !=' (has one); may be said
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
    let order = ExportOrder {
        query: typed.query(&shop)?,
        form: typed.form(),
        language: typed.language.unwrap_or(language).of_documents(),
        purpose: typed.purpose.clone(),
        recipient: typed.recipient.clone(),
        title: typed.title.clone(),
        path: typed.out.clone(),
    };
    let report = shop
        .export(&order, &mut |_, _| {}, &AtomicBool::new(false))
        .map_err(|error| match error {
            // About the file to be made; what else is refused is the list.
            Error::FileExists | Error::FileMissing | Error::ReadOnly | Error::DiskFull | Error::Io(_) => {
                Refusal::Named(typed.out.clone(), error)
            }
            other => Refusal::Core(other),
        })?
        .value;
    if arguments.json {
        return Ok(answer::json(&flat(&report))?);
    }
    Ok(print(language, &report)?)
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

    fn query(&self, shop: &Shop) -> Result<ListQuery, Refusal> {
        let asked: Vec<Indicator> = shop.consent_setup()?.indicators.into_iter().map(|setup| setup.indicator).collect();
        let field = |code: &str| {
            field_of(code, &asked).ok_or_else(|| {
                let known = COLUMNS.map(|field| code_of(field, &asked)).join(", ");
                Refusal::NoSuchField(code.to_owned(), known)
            })
        };
        let conditions = self.conditions.iter().map(|typed| {
            let TypedCondition { field: code, operator, values } = typed;
            Ok(Condition { field: field(code)?, operator: *operator, values: values.clone() })
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
            columns: if columns.is_empty() { COLUMNS.to_vec() } else { columns },
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
