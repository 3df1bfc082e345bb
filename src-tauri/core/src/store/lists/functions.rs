//! What SQLite asks of us while it compares: texts folded as everywhere else, telephone numbers as they are dialled.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::Result;
use crate::phones::Phone;
use crate::text::fold;

/// What stands around each of several texts in one; no folded text holds it.
pub(super) const AROUND: char = '\u{1f}';

/// Teaches a connection `folded(text)`, `dialled(number, readable)` and `several(text)`. Nothing in the file itself uses them.
///
/// # Errors
/// What SQLite may say.
pub(in crate::store) fn add_functions(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("folded", 1, flags, |context| Ok(fold(text(context))))?;
    // Each number between spaces, so that one can be looked for from its beginning or as a whole.
    connection.create_scalar_function("dialled", 2, flags, |context| {
        Ok(format!(" {} ", Phone::from_stored(text(context), context.get(1)?).digits()))
    })?;
    // « boutique, salon 2016 » is each of the two, and both as they stand.
    connection.create_scalar_function("several", 1, flags, |context| {
        let whole = text(context);
        Ok(std::iter::once(whole).chain(whole.split(',')).fold(String::from(AROUND), |mut all, one| {
            all.push_str(&fold(one));
            all.push(AROUND);
            all
        }))
    })?;
    Ok(())
}

fn text<'a>(context: &'a Context<'_>) -> &'a str {
    context.get_raw(0).as_str().unwrap_or_default()
}
