//! The list of a day's decisions on paper, with the head of the chain: printed in the evening, it shows later whether the
//! newest decisions were cut off.

use chrono::{Days, Local, NaiveDate, NaiveTime, TimeZone};

use super::words::{Language, fact, local, moment, typeset};
use crate::consents::DayOfDecisions;
use crate::print::{self, Block, Column, Document, Fact, Lettering, Table};
use crate::shop::ShopIdentity;
use crate::{Error, Result};

/// Everything that a day's list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailyList {
    /// Whose.
    pub shop: ShopIdentity,
    /// Which day, by the shop's computer.
    pub day: NaiveDate,
    /// What it brought.
    pub recorded: DayOfDecisions,
    /// How many decisions the whole chain holds.
    pub chain_length: i64,
    /// The seal of its newest one, 64 hexadecimal digits.
    pub chain_head: String,
    /// When this was so, UTC milliseconds.
    pub at: i64,
}

/// When a day begins and ends by the shop's computer, UTC milliseconds; the end is not included.
///
/// # Errors
/// `DecisionDate` for a day that no clock shows.
pub fn bounds_of_day(day: NaiveDate) -> Result<(i64, i64)> {
    let midnight = |day: NaiveDate| {
        let start = day.and_hms_opt(0, 0, 0)?;
        Local.from_local_datetime(&start).earliest().map(|at| at.timestamp_millis())
    };
    let next = day.checked_add_days(Days::new(1)).ok_or(Error::DecisionDate)?;
    midnight(day).zip(midnight(next)).ok_or(Error::DecisionDate)
}

/// The day of a moment (UTC milliseconds) by the shop's computer.
pub(crate) fn day_of(at: i64) -> NaiveDate {
    super::words::local(at).date_naive()
}

/// Noon of a day in UTC, as UTC milliseconds: the same day everywhere in Europe.
pub(crate) fn noon_of(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp_millis() + 12 * 3_600_000
}

impl DailyList {
    /// As a PDF.
    ///
    /// # Errors
    /// `Printing`.
    pub fn pdf(&self, language: Language) -> Result<Vec<u8>> {
        let title = language.pick("Autorisations du jour", "Authorisations of the day");
        let day = self.day.format("%d/%m/%Y");
        let mut blocks = vec![Block::Title(format!("{title}, {day}")), Block::Table(self.table(language))];
        if self.recorded.imported > 0 {
            let count = self.recorded.imported;
            blocks.push(Block::Note(match language {
                Language::French => format!("S’y ajoutent {count} décisions reprises d’un fichier importé."),
                Language::English => format!("Besides, {count} decisions came from an imported file."),
            }));
        }
        blocks.push(Block::KeepTogether(vec![
            Block::Heading(language.pick("Preuve", "Proof").into()),
            Block::Facts(vec![
                fact(language.pick("Décisions dans la chaîne", "Decisions in the chain"), self.chain_length.to_string()),
                Fact {
                    label: language.pick("Tête de la chaîne", "Head of the chain").into(),
                    value: self.chain_head.clone(),
                    lettering: Lettering::Fingerprint,
                },
                fact(language.pick("Établie le", "Made on"), moment(self.at)),
            ]),
            Block::Note(
                language
                    .pick(
                        "Conservez cette page : si les décisions les plus récentes étaient un jour retirées du fichier, cette tête ne s’y retrouverait plus. La vérification se fait dans Registre RGPD.",
                        "Keep this page: if the newest decisions were ever removed from the file, this head would no longer be found in it. The check is made in the GDPR register.",
                    )
                    .replace(" :", "\u{a0}:"),
            ),
        ]));
        print::render(&Document {
            title: format!("{title} – {day}"),
            author: self.shop.name.clone(),
            language: language.of_print(),
            created_at: self.at,
            footer: None,
            blocks,
        })
    }

    fn table(&self, language: Language) -> Table {
        let rows = (self.recorded.decisions.iter())
            .map(|one| {
                vec![
                    one.decision.to_string(),
                    local(one.recorded_at).format("%H:%M").to_string(),
                    format!("{} (n° {})", one.client_name, one.client),
                    typeset(&one.label),
                    one.mode.clone(),
                    one.operator.clone(),
                ]
            })
            .collect();
        Table {
            columns: vec![
                Column::new(language.pick("N°", "No."), 0.8).right(),
                Column::new(language.pick("Heure", "Time"), 1.0),
                Column::new(language.pick("Client", "Client"), 3.2),
                Column::new(language.pick("Type de communication client", "Kind of communication"), 3.4),
                Column::new(language.pick("Type d’accord", "Kind of agreement"), 2.2),
                Column::new(language.pick("Recueilli par", "Recorded by"), 1.8),
            ],
            rows,
            when_empty: language
                .pick("Aucune réponse n’a été enregistrée ce jour-là.", "No answer was recorded on that day.")
                .into(),
            fitted: false,
        }
    }
}
