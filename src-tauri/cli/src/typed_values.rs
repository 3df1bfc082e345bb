//! Values as they are typed: channels, purposes, moments, seals. What is not one of them is not understood (exit code 2).

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use ecrin_core::clients::ContactType;
use ecrin_core::consents::{Channel, Purpose};
use ecrin_core::exports::{CsvEncoding, ExportFormat};
use ecrin_core::lists::ContactUse;
use ecrin_core::messages::{Context, MessageState};
use ecrin_core::print::LabelSheet;
use ecrin_core::subscriptions::Medium;

/// `sms`, `mail`, `postal`, `phone`.
pub(crate) fn channel() -> impl TypedValueParser<Value = Channel> {
    PossibleValuesParser::new(Channel::ALL.map(Channel::code))
        .try_map(|code| Channel::from_code(&code).ok_or("no such channel"))
}

/// `sms`, `mail`.
pub(crate) fn written_channel() -> impl TypedValueParser<Value = Channel> {
    PossibleValuesParser::new([Channel::Sms, Channel::Mail].map(Channel::code))
        .try_map(|code| Channel::from_code(&code).ok_or("no such channel"))
}

/// `selection`, `rights`, `repairs`.
pub(crate) fn context() -> impl TypedValueParser<Value = Context> {
    PossibleValuesParser::new(Context::ALL.map(Context::code))
        .try_map(|code| Context::from_code(&code).ok_or("no such context"))
}

/// `pending`, `sending`, `unsure`, `sent`, `failed`, `blocked`, `cancelled`.
pub(crate) fn message_state() -> impl TypedValueParser<Value = MessageState> {
    PossibleValuesParser::new(MessageState::ALL.map(MessageState::code))
        .try_map(|code| MessageState::from_code(&code).ok_or("no such state"))
}

/// `technical`, `commercial`, `newsletter`, `b2b`, `partners`.
pub(crate) fn purpose() -> impl TypedValueParser<Value = Purpose> {
    PossibleValuesParser::new(Purpose::ALL.map(Purpose::code))
        .try_map(|code| Purpose::from_code(&code).ok_or("no such purpose"))
}

/// `csv`, `xlsx`, `pdf`, `labels`, `vcard`, `jsonl`.
pub(crate) fn export_format() -> impl TypedValueParser<Value = ExportFormat> {
    PossibleValuesParser::new(ExportFormat::ALL.map(ExportFormat::code))
        .try_map(|code| ExportFormat::from_code(&code).ok_or("no such format"))
}

/// `utf-8`, `windows-1252`.
pub(crate) fn csv_encoding() -> impl TypedValueParser<Value = CsvEncoding> {
    PossibleValuesParser::new(["utf-8", "windows-1252"])
        .map(|name| if name == "utf-8" { CsvEncoding::Utf8 } else { CsvEncoding::Windows1252 })
}

/// `3x8`, `2x7`.
pub(crate) fn label_sheet() -> impl TypedValueParser<Value = LabelSheet> {
    const SHEETS: [LabelSheet; 2] = [LabelSheet::ThreeByEight, LabelSheet::TwoBySeven];
    PossibleValuesParser::new(SHEETS.map(LabelSheet::code))
        .try_map(|code| SHEETS.into_iter().find(|sheet| sheet.code() == code).ok_or("no such sheet"))
}

/// A channel and a purpose: `sms:commercial`.
pub(crate) fn contact_use(text: &str) -> Result<ContactUse, String> {
    ContactUse::from_code(text).ok_or_else(|| {
        let codes = Channel::ALL.into_iter().flat_map(|channel| {
            let served = Purpose::ALL.into_iter().filter(move |purpose| channel.serves(*purpose));
            served.map(move |purpose| format!("{}:{}", channel.code(), purpose.code()))
        });
        format!("one of {}", codes.collect::<Vec<_>>().join(", "))
    })
}

/// A moment in RFC 3339, as UTC milliseconds.
pub(crate) fn moment(text: &str) -> Result<i64, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.timestamp_millis())
        .map_err(|_| "write it as 2018-09-18T06:35:00+02:00 (RFC 3339)".into())
}

/// A moment, or a day alone: that is noon UTC, or now if today's noon is still to come.
pub(crate) fn day_or_moment(text: &str) -> Result<i64, String> {
    let Ok(day) = text.parse::<NaiveDate>() else {
        return moment(text).map_err(|_| "write it as 2018-09-18, or as 2018-09-18T06:35:00+02:00 (RFC 3339)".into());
    };
    let now = Utc::now();
    let start = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    let noon = start + 12 * 3_600_000;
    Ok(if day == now.date_naive() { noon.min(now.timestamp_millis()) } else { noon })
}

/// Today by this computer, as [`ecrin_core::documents::bounds_of_day`] sees days.
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// A day that has begun, as an ISO 8601 date, from 1970 on. A list of a day to come would say of it that nothing
/// happened.
pub(crate) fn past_day(text: &str) -> Result<NaiveDate, String> {
    let day: NaiveDate = text.parse().map_err(|_| "write it as 2018-09-18")?;
    if day.year() < 1970 || day > today() { Err("a day from 1970 to today".into()) } else { Ok(day) }
}

/// A day, as an ISO 8601 date.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write it as 2026-09-18".into())
}

/// An amount in cents, typed in euros: 49, 49.00, -12,50.
pub(crate) fn amount(text: &str) -> Result<i64, String> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let with_cents = if digits.contains(['.', ',']) { digits.to_owned() } else { format!("{digits}.00") };
    price(&with_cents).map(|cents| sign * cents)
}

/// A price in cents: cents alone, or euros with their cents after a dot or a comma.
pub(crate) fn price(text: &str) -> Result<i64, String> {
    let wrong = || "write it in cents (4900), or in euros with their cents (49.00)".to_owned();
    let whole = |digits: &str| {
        let number = digits.parse::<i64>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
        number.ok_or_else(wrong)
    };
    match text.split_once(['.', ',']) {
        None => whole(text),
        Some((euros, cents)) if cents.len() == 2 => {
            whole(euros)?.checked_mul(100).and_then(|euros| euros.checked_add(whole(cents).ok()?)).ok_or_else(wrong)
        }
        Some(_) => Err(wrong()),
    }
}

/// A rate in per cent, as hundredths of one.
pub(crate) fn rate(text: &str) -> Result<i64, String> {
    let wrong = || "write it in per cent, such as 2.1 or 20".to_owned();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.is_empty() || part.len() > 2 || !(whole.to_owned() + part).bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong());
    }
    format!("{whole}{part:0<2}").parse().map_err(|_| wrong())
}

/// `print`, `digital`, `both`.
pub(crate) fn medium() -> impl TypedValueParser<Value = Medium> {
    PossibleValuesParser::new(Medium::ALL.map(Medium::code))
        .try_map(|code| Medium::from_code(&code).ok_or("no such medium"))
}

/// `client`, `tiers`, `paye_par`, `prospect`, `prescripteur`, `parrain`, `beneficiaire`.
pub(crate) fn contact_type() -> impl TypedValueParser<Value = ContactType> {
    PossibleValuesParser::new(ContactType::ALL.map(ContactType::code))
        .try_map(|code| ContactType::from_code(&code).ok_or("no such type"))
}

/// Where an attestation goes, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AttestationFile {
    Pdf(PathBuf),
    Json(PathBuf),
}

impl AttestationFile {
    pub(crate) fn path(&self) -> &Path {
        match self {
            AttestationFile::Pdf(path) | AttestationFile::Json(path) => path,
        }
    }
}

/// A file whose ending says what it will be.
pub(crate) fn attestation_file(path: PathBuf) -> Result<AttestationFile, &'static str> {
    if ends_with(&path, "pdf") {
        Ok(AttestationFile::Pdf(path))
    } else if ends_with(&path, "json") {
        Ok(AttestationFile::Json(path))
    } else {
        Err("end its name with .pdf or .json")
    }
}

/// A file whose ending says that it will be a PDF.
pub(crate) fn pdf_file(path: PathBuf) -> Result<PathBuf, &'static str> {
    if ends_with(&path, "pdf") { Ok(path) } else { Err("end its name with .pdf") }
}

fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// A seal as it was printed, in groups or not: 64 hexadecimal digits.
pub(crate) fn seal(text: &str) -> Result<String, String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 64 && digits.chars().all(|c| c.is_ascii_hexdigit()) {
        Ok(digits.to_ascii_lowercase())
    } else {
        Err("a seal has 64 hexadecimal digits".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_own_offset() {
        assert_eq!(moment("2018-09-18T06:35:00+02:00"), Ok(1_537_245_300_000));
        assert_eq!(moment("2018-09-18T04:35:00Z"), Ok(1_537_245_300_000));
        for wrong in ["", "2018-09-18", "18/09/2018 06:35", "2018-09-18T06:35:00", "2018-13-18T06:35:00Z"] {
            assert!(moment(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_alone_is_its_noon_and_today_is_never_in_the_future() {
        assert_eq!(day_or_moment("2018-09-18"), moment("2018-09-18T12:00:00Z"));
        assert_eq!(day_or_moment("2018-09-18T06:35:00+02:00"), moment("2018-09-18T06:35:00+02:00"));
        let today = Utc::now().date_naive().to_string();
        assert!(day_or_moment(&today).unwrap() <= Utc::now().timestamp_millis());
        assert!(day_or_moment("9999-12-31").unwrap() > Utc::now().timestamp_millis());
        for wrong in ["", "hier", "2018-02-30", "18/09/2018"] {
            assert!(day_or_moment(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_amount_of_a_list_is_in_euros_and_may_be_below_zero() {
        for (typed, cents) in [("49", 4900), ("49.00", 4900), ("-12,50", -1250), ("-0.01", -1), ("0", 0)] {
            assert_eq!(amount(typed), Ok(cents), "{typed}");
        }
        for wrong in ["", "-", "--1", "1.5", "1 €"] {
            assert!(amount(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_seal_may_be_printed_in_groups() {
        let plain = "0a".repeat(32);
        assert_eq!(seal(&"0A0a0a0a ".repeat(8)), Ok(plain.clone()));
        for wrong in [&plain[1..], &format!("{plain}0"), &plain.replace('0', "g"), ""] {
            assert!(seal(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn prices_and_rates_are_typed_as_people_write_them() {
        for (typed, cents) in [("4900", 4900), ("49.00", 4900), ("49,90", 4990), ("0", 0)] {
            assert_eq!(price(typed), Ok(cents), "{typed}");
        }
        assert_eq!((rate("2.1"), rate("20"), rate("5,5")), (Ok(210), Ok(2000), Ok(550)));
        for typed in ["49.9", "-49.00", "49.-9", "4e3", "", "92233720368547758.08"] {
            assert!(price(typed).is_err(), "{typed}");
        }
        assert!(rate("2.123").is_err() && rate("").is_err() && rate("-1").is_err());
    }
}
