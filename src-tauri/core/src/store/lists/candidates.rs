//! The clients among whom all those are whom a rare condition leaves, found through an index before anybody is looked at.
//!
//! An index never decides: what it gives is looked at again. It gives up as soon as it has too many.

use super::conditions::{having_codes, in_spans, of_text};
use super::held::holders;
use super::sql::Sql;
use crate::Result;
use crate::clients::{ClientField, ClientNumber};
use crate::lists::{BY_DEFAULT_NUMBER, Checked, ListField, Test};
use crate::store::Rows;
use crate::store::pieces::{Piece, alternatives};

/// So many clients are looked at one by one rather than the whole file in order.
const FEW: usize = 3_000;
/// So many numbers are noted, so that whoever is passed over in the order of an index is not looked up. Beyond, a page of fifty is found
/// soon enough without.
const MANY: usize = 30_000;

/// So many pieces of texts are looked up, each in every block.
const PIECES: usize = 8;

/// What the file calls an agreement; most clients gave some. What holds by default it does not call anything: no index knows who has it.
const GRANTED: i64 = 1;

/// The clients among whom all those are who satisfy the conditions of a list.
#[derive(Debug)]
pub(super) struct Candidates {
    pub(super) numbers: Vec<ClientNumber>,
}

impl Candidates {
    fn of(mut numbers: Vec<ClientNumber>) -> Candidates {
        numbers.sort_unstable();
        numbers.dedup();
        Candidates { numbers }
    }

    /// Whether each of them is looked at sooner than fifty of them are found in the order of an index.
    pub(super) fn are_few(&self) -> bool {
        self.numbers.len() <= FEW
    }
}

impl Rows<'_> {
    /// The clients among whom all those are who satisfy the conditions, unless they are too many or no index knows.
    ///
    /// # Errors
    /// `Interrupted`; what the database may say.
    pub(super) fn narrowed(
        &self,
        conditions: &[Checked],
        any: bool,
        include_inactive: bool,
    ) -> Result<Option<Candidates>> {
        if any && conditions.len() > 1 {
            let mut all = Vec::new();
            for condition in conditions {
                let Some(candidates) = self.candidates_of(condition, include_inactive)? else { return Ok(None) };
                all.extend(candidates.numbers);
            }
            let all = Candidates::of(all);
            return Ok((all.numbers.len() <= MANY).then_some(all));
        }
        let mut fewest: Option<Candidates> = None;
        let mut unknown = false;
        for condition in conditions {
            let Some(candidates) = self.known_to_an_index(condition, include_inactive)? else {
                unknown = true;
                continue;
            };
            if fewest.as_ref().is_none_or(|fewest| candidates.numbers.len() < fewest.numbers.len()) {
                let few = candidates.are_few();
                fewest = Some(candidates);
                if few {
                    return Ok(fewest);
                }
            }
        }
        if unknown && let Some(candidates) = self.known_by_pieces(conditions)? {
            let among = |number: &ClientNumber| {
                fewest.as_ref().is_none_or(|fewest| fewest.numbers.binary_search(number).is_ok())
            };
            return Ok(Some(Candidates::of(candidates.numbers.into_iter().filter(among).collect())));
        }
        Ok(fewest)
    }

    fn candidates_of(&self, condition: &Checked, include_inactive: bool) -> Result<Option<Candidates>> {
        match self.known_to_an_index(condition, include_inactive)? {
            Some(candidates) => Ok(Some(candidates)),
            None => self.known_by_pieces(std::slice::from_ref(condition)),
        }
    }

    /// Those whose texts hold the pieces of what all conditions ask for, as far as pieces tell.
    fn known_by_pieces(&self, conditions: &[Checked]) -> Result<Option<Candidates>> {
        let (mut together, mut fewest): (Vec<(usize, Piece)>, Option<Candidates>) = (Vec::new(), None);
        for alternatives in conditions.iter().filter_map(alternatives) {
            match alternatives.as_slice() {
                [pieces] => together.extend(pieces.iter().copied().enumerate()),
                several if several.len() <= PIECES => {
                    let mut all = Vec::new();
                    for pieces in several {
                        let Some(numbers) = self.with_pieces(pieces, PIECES / several.len(), MANY)? else { break };
                        all.push(numbers);
                    }
                    let found = Candidates::of(all.concat());
                    let better = fewest.as_ref().is_none_or(|fewest| found.numbers.len() < fewest.numbers.len());
                    if all.len() == several.len() && found.numbers.len() <= MANY && better {
                        fewest = Some(found);
                    }
                }
                _ => {}
            }
        }
        if together.is_empty() || fewest.as_ref().is_some_and(Candidates::are_few) {
            return Ok(fewest);
        }
        // The first piece of each condition, then the second …
        together.sort_by_key(|(rank, _)| *rank);
        let pieces: Vec<Piece> = together.into_iter().map(|(_, piece)| piece).collect();
        Ok(self.with_pieces(&pieces, PIECES, MANY)?.map(Candidates::of).or(fewest))
    }

    fn known_to_an_index(&self, condition: &Checked, include_inactive: bool) -> Result<Option<Candidates>> {
        let mut numbers: Vec<ClientNumber> = Vec::new();
        let selects = selects(condition, include_inactive);
        if selects.is_empty() {
            return Ok(None);
        }
        for select in selects {
            let select = select.and(" LIMIT ").bind(i64::try_from(MANY + 1).unwrap_or(i64::MAX));
            let mut statement = self.0.prepare_cached(&select.text)?;
            let found = statement.query_map(rusqlite::params_from_iter(select.values), |row| row.get(0))?;
            for number in found {
                numbers.push(number?);
            }
            if numbers.len() > MANY {
                return Ok(None);
            }
        }
        Ok(Some(Candidates::of(numbers)))
    }
}

/// Whether one of some spans holds a number.
fn holds(spans: &[(i64, i64)], number: i64) -> bool {
    spans.iter().any(|(from, until)| (*from..=*until).contains(&number))
}

/// The look-ups that together give everybody who satisfies a condition; none where no index knows.
fn selects(condition: &Checked, include_inactive: bool) -> Vec<Sql> {
    use ClientField as C;
    use ListField as F;
    if condition.not {
        return Vec::new();
    }
    let test = &condition.test;
    let of_client = |column: &str| match test {
        Test::Spans(spans) => {
            vec![Sql::new("SELECT number FROM client WHERE ").with(&in_spans(&Sql::new(column), spans))]
        }
        _ => Vec::new(),
    };
    match condition.field {
        F::Number => of_client("number"),
        F::CreatedAt => of_client("created_at"),
        F::UpdatedAt => of_client("updated_at"),
        F::InactiveAt if !matches!(test, Test::Filled(_)) => of_client("inactive_at"),
        F::RestrictedAt if *test == Test::Filled(true) => {
            vec![Sql::new("SELECT number FROM client WHERE restricted_at IS NOT NULL")]
        }
        F::RestrictedAt => of_client("restricted_at"),
        F::Consent(id) => match test {
            Test::Spans(spans) if !holds(spans, GRANTED) && !holds(spans, BY_DEFAULT_NUMBER) => {
                let answers = in_spans(&Sql::new("answer"), spans);
                let of = Sql::new("SELECT client FROM consent WHERE indicator = ").bind(id);
                vec![of.and(" AND (").with(&answers).and(")")]
            }
            _ => Vec::new(),
        },
        F::ConsentDate(_) if !matches!(test, Test::Filled(_)) => match test {
            Test::Spans(spans) => {
                vec![Sql::new("SELECT client FROM decision WHERE ").with(&in_spans(&Sql::new("at"), spans))]
            }
            _ => Vec::new(),
        },
        F::ImportFile if !matches!(test, Test::Filled(_)) => {
            let named = of_text(&Sql::new("folded(file_name)"), test);
            let imports = Sql::new("SELECT id FROM import_batch WHERE ").with(&named);
            vec![Sql::new("SELECT number FROM client WHERE import_batch IN (").with(&imports).and(")")]
        }
        F::SelectionCodes => match test {
            Test::Texts(names) => vec![having_codes(Some(names))],
            Test::Filled(true) => vec![having_codes(None)],
            _ => Vec::new(),
        },
        F::Held(field) if *test != Test::Filled(false) => vec![holders(field)],
        F::Record(C::LastName | C::FirstName | C::Company | C::Town | C::Postcode | C::Phone | C::Mobile) => {
            let Some(expression) = words(test) else { return Vec::new() };
            let of = |table: &str| {
                Sql::new(format!("SELECT rowid FROM {table} WHERE {table} MATCH ")).bind(expression.clone())
            };
            let tables = if include_inactive { &["active_words", "inactive_words"][..] } else { &["active_words"] };
            tables.iter().map(|table| of(table)).collect()
        }
        _ => Vec::new(),
    }
}

/// The words by which the search knows everybody who satisfies a test of a name, a town, a postcode or a number. Only plain letters and
/// digits: what the index makes of others is its own business.
fn words(asked: &Test) -> Option<String> {
    let search = |text: &str, begins: bool| {
        let words: Vec<&str> = text.split(' ').collect();
        let plain = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        words.iter().all(plain).then(|| {
            let last = words.len() - 1;
            let quoted = |(at, word): (usize, &&str)| {
                let beginning = if begins && at == last { "*" } else { "" };
                format!("\"{word}\"{beginning}")
            };
            words.iter().enumerate().map(quoted).collect::<Vec<_>>().join(" AND ")
        })
    };
    match asked {
        Test::Begins(text) => search(text, true),
        Test::Texts(texts) => {
            let each = texts.iter().map(|text| search(text, false).map(|words| format!("({words})")));
            Some(each.collect::<Option<Vec<_>>>()?.join(" OR "))
        }
        _ => None,
    }
}
