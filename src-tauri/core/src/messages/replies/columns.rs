//! Which column of a gateway's file holds what: told by the names that gateways give, and, where several fit, by what stands beneath.

use crate::imports::source::Record;
use crate::phones::Phone;
use crate::text::fold;

/// Rows among which the names are looked for: titles may stand above.
const FIRST_ROWS: usize = 10;

/// Who wrote; the first names are the surest, since « numéro » may be the gateway's own.
const NUMBERS: [&str; 22] = [
    "from",
    "sender",
    "expediteur",
    "emetteur",
    "numero expediteur",
    "numero emetteur",
    "numero client",
    "numero mobile",
    "numero de telephone",
    "numero telephone",
    "telephone",
    "tel",
    "mobile",
    "portable",
    "gsm",
    "msisdn",
    "phone",
    "phone number",
    "numero",
    "number",
    "contact",
    "source",
];

const TEXTS: [&str; 17] = [
    "message",
    "texte",
    "text",
    "reponse",
    "reply",
    "contenu",
    "content",
    "body",
    "corps",
    "sms",
    "message recu",
    "texte du message",
    "contenu du message",
    "contenu du sms",
    "message text",
    "texte sms",
    "reponse sms",
];

const DATES: [&str; 19] = [
    "date",
    "date de reception",
    "date reception",
    "date heure",
    "date et heure",
    "recu le",
    "date reponse",
    "date de reponse",
    "received at",
    "received on",
    "received",
    "received date",
    "created at",
    "horodatage",
    "timestamp",
    "datetime",
    "date time",
    "reception",
    "date d envoi",
];

const TIMES: [&str; 4] = ["heure", "time", "heure de reception", "heure reception"];

/// Which column holds what, and the row of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// The row of the names, from 0; the replies follow it.
    pub(super) names: usize,
    pub(super) number: usize,
    pub(super) text: usize,
    pub(super) date: Option<usize>,
    /// The time of day, where it stands apart.
    pub(super) time: Option<usize>,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    Number,
    Text,
}

impl Columns {
    /// Looks for the row that names both the number and the text.
    pub(super) fn find(rows: &[Record<'_>]) -> Result<Columns, Missing> {
        let mut missing = Missing::Number;
        for (names, row) in rows.iter().take(FIRST_ROWS).enumerate() {
            let folded: Vec<String> = row.cells.iter().map(|cell| name(cell)).collect();
            let named = |known: &[&str]| -> Vec<usize> {
                let places = known.iter().filter_map(|name| folded.iter().position(|cell| cell == name));
                places.collect()
            };
            let beneath = &rows[names + 1..];
            let numbers = named(&NUMBERS);
            let Some(number) = numbers
                .iter()
                .copied()
                .max_by_key(|&column| (reads(beneath, column), std::cmp::Reverse(rank(&numbers, column))))
            else {
                continue;
            };
            let texts = named(&TEXTS);
            let Some(text) = texts.into_iter().find(|&column| column != number) else {
                missing = Missing::Text;
                continue;
            };
            let (date, time) = (named(&DATES).first().copied(), named(&TIMES).first().copied());
            return Ok(Columns { names, number, text, date, time: date.and(time) });
        }
        Err(missing)
    }
}

/// A name of a column, folded; « N° client » is « numero client ».
fn name(cell: &str) -> String {
    let folded = fold(cell);
    folded.strip_prefix("n ").map(|rest| format!("numero {rest}")).unwrap_or(folded)
}

/// How many of the first cells of a column are telephone numbers.
fn reads(rows: &[Record<'_>], column: usize) -> usize {
    let is_number = |row: &&Record<'_>| number(row.cell(column)).is_some();
    rows.iter().take(50).filter(is_number).count()
}

fn rank(numbers: &[usize], column: usize) -> usize {
    numbers.iter().position(|&known| known == column).unwrap_or(usize::MAX)
}

/// A number as files write them, in E.164: also with an apostrophe or a formula before it, as spreadsheets need.
pub(super) fn number(cell: &str) -> Option<String> {
    let cell = cell.trim().trim_start_matches("=\"").trim_matches(['\'', '"']);
    match Phone::parse(cell) {
        // Short numbers are those of gateways.
        Phone::Readable(e164) if e164.len() >= 9 => Some(e164),
        _ => None,
    }
}
