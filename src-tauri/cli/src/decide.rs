//! Recording what a client answered.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use ecrin_core::Error;
use ecrin_core::consents::{
    Answer, Channel, HistoryColumn, HistoryRequest, MediaType, ModeLabel, NewDecision, NewEvidence, Purpose, Target,
};
use ecrin_core::shop::Shop;
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, typed_values};

/// What may be answered.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("answer").required(true).args(["grant", "refuse", "withdraw"]))]
pub(crate) struct Decide {
    /// The client's number
    number: i64,
    /// On which channel
    #[arg(long, required_unless_present = "indicator", value_parser = typed_values::channel())]
    channel: Option<Channel>,
    /// They agree to these purposes, such as technical,commercial (default by post and telephone: commercial)
    #[arg(long, value_name = "PURPOSES", num_args = 0..=1, value_delimiter = ',', value_parser = typed_values::purpose())]
    grant: Option<Vec<Purpose>>,
    /// They said no to these purposes (default: the whole channel)
    #[arg(long, value_name = "PURPOSES", num_args = 0..=1, value_delimiter = ',', value_parser = typed_values::purpose())]
    refuse: Option<Vec<Purpose>>,
    /// They take their agreement to these purposes back (default: all that they agreed to on the channel)
    #[arg(long, value_name = "PURPOSES", num_args = 0..=1, value_delimiter = ',', value_parser = typed_values::purpose())]
    withdraw: Option<Vec<Purpose>>,
    /// Name indicators rather than purposes; `indicators` lists their codes
    #[arg(long, value_name = "CODE")]
    indicator: Vec<String>,
    /// How the agreement was obtained, such as « Accord écrit »; there is no grant without it
    #[arg(long, conflicts_with_all = ["refuse", "withdraw"])]
    mode: Option<String>,
    /// More about how
    #[arg(long, default_value = "")]
    detail: String,
    /// When the client answered, if not now: 2018-09-18, or RFC 3339; never in the future
    #[arg(long, value_name = "T", value_parser = typed_values::day_or_moment)]
    at: Option<i64>,
    /// What shows it: pictures (PNG, JPEG, WebP) or PDF, 10 MB at most each
    #[arg(long, value_name = "FILE", num_args = 1..)]
    evidence: Vec<PathBuf>,
}

impl Decide {
    /// What contradicts itself or lacks something, in a way that clap cannot tell.
    pub(crate) fn misuse(&self) -> Option<(ErrorKind, &'static str)> {
        let written = matches!(self.channel, Some(Channel::Sms | Channel::Mail));
        if !self.indicator.is_empty() && !self.purposes().is_empty() {
            Some((ErrorKind::ArgumentConflict, "name purposes or indicators, not both"))
        } else if self.indicator.is_empty() && written && self.grant.as_ref().is_some_and(Vec::is_empty) {
            Some((
                ErrorKind::MissingRequiredArgument,
                "--grant by SMS or mail needs its purposes: --grant technical,commercial",
            ))
        } else {
            None
        }
    }

    fn purposes(&self) -> &[Purpose] {
        self.grant.as_ref().or(self.refuse.as_ref()).or(self.withdraw.as_ref()).map_or(&[], Vec::as_slice)
    }

    fn answer(&self) -> Result<Answer, Error> {
        Ok(if self.grant.is_some() {
            let mode = ModeLabel::new(self.mode.as_deref().unwrap_or_default())?;
            Answer::Granted { mode, wordings: Vec::new() }
        } else if self.refuse.is_some() {
            Answer::Refused
        } else {
            Answer::Withdrawn
        })
    }

    fn target(&self, shop: &Shop) -> Result<Target, Refusal> {
        let Some(channel) = self.channel.filter(|_| self.indicator.is_empty()) else {
            return self.indicators(shop);
        };
        Ok(match self.purposes() {
            [] if self.grant.is_some() => Target::Purposes(channel, vec![Purpose::Commercial]),
            [] => Target::Channel(channel),
            purposes => Target::Purposes(channel, purposes.to_vec()),
        })
    }

    fn indicators(&self, shop: &Shop) -> Result<Target, Refusal> {
        let known: Vec<_> = shop.consent_setup()?.indicators.into_iter().map(|setup| setup.indicator).collect();
        let mut ids = Vec::with_capacity(self.indicator.len());
        let mut channel = self.channel;
        for code in &self.indicator {
            let Some(indicator) = known.iter().find(|indicator| indicator.code.eq_ignore_ascii_case(code)) else {
                let open = known.iter().filter(|indicator| indicator.archived_at.is_none());
                let codes: Vec<&str> = open.map(|indicator| indicator.code.as_str()).collect();
                return Err(Refusal::Possible(Error::IndicatorNotFound, codes.join(", ")));
            };
            if *channel.get_or_insert(indicator.channel) != indicator.channel {
                return Err(Refusal::SeveralChannels);
            }
            ids.push(indicator.id);
        }
        Ok(Target::Indicators(ids))
    }

    /// Adds to a refusal what may be said instead.
    fn possible(&self, shop: &Shop, error: Error) -> Refusal {
        let Ok(sheet) = shop.consents(self.number) else { return error.into() };
        let asked = sheet
            .indicators
            .iter()
            .filter(|indicator| indicator.suits && self.channel.is_none_or(|channel| channel == indicator.channel));
        let mut words: Vec<&str> = match error {
            Error::IndicatorUnsuited if self.indicator.is_empty() => {
                asked.map(|indicator| indicator.purpose.code()).collect()
            }
            Error::IndicatorUnsuited => asked.map(|indicator| indicator.code.as_str()).collect(),
            Error::IndicatorAmbiguous => asked
                .filter(|indicator| self.purposes().contains(&indicator.purpose))
                .map(|indicator| indicator.code.as_str())
                .collect(),
            other => return other.into(),
        };
        words.dedup();
        Refusal::Possible(error, words.join(", "))
    }
}

pub(crate) fn decide(arguments: &Arguments, language: Language, typed: &Decide) -> Result<(), Refusal> {
    let answer = typed.answer()?;
    let evidence = typed.evidence.iter().map(|path| piece(path)).collect::<Result<_, _>>()?;
    let mut shop = file::open(arguments)?;
    let target = typed.target(&shop)?;
    let decision = NewDecision { target, answer, detail: typed.detail.clone(), at: typed.at, evidence };
    if let Err(error) = shop.decide(typed.number, &decision) {
        return Err(typed.possible(&shop, error));
    }
    said(arguments, language, &shop, typed.number)
}

/// Reads a piece of evidence; a refusal names its file, since there may be several.
fn piece(path: &Path) -> Result<NewEvidence, Refusal> {
    let named = |error| Refusal::Named(path.to_owned(), error);
    let piece = NewEvidence::read(path).map_err(named)?;
    MediaType::sniff(&piece.content).map_err(named)?;
    Ok(piece)
}

fn said(arguments: &Arguments, language: Language, shop: &Shop, number: i64) -> Result<(), Refusal> {
    let newest = HistoryRequest { number, column: HistoryColumn::Decision, descending: true, offset: 0, limit: 1 };
    let history = shop.history(&newest)?;
    for row in &history.rows {
        if arguments.json {
            answer::json(&json!({
                "decision": row.decision,
                "label": row.label,
                "mode": row.mode,
                "at": answer::timestamp(row.at),
                "seal": row.seal,
            }))?;
        } else {
            let mode = if row.mode.is_empty() { String::new() } else { format!(" · {}", row.mode) };
            answer::line(&format!(
                "{} {} · {}{mode} · {}",
                language.pick("décision", "decision"),
                row.decision,
                row.label,
                answer::date_time(row.at)
            ))?;
        }
    }
    Ok(())
}
