//! What SQLite asks of us while it compares: texts folded as everywhere else, telephone numbers as they are dialled.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::Result;
use crate::phones::Phone;
use crate::text::fold;

/// Teaches a connection `folded(text)` and `dialled(number, readable)`. Nothing in the file itself uses them.
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
    Ok(())
}

fn text<'a>(context: &'a Context<'_>) -> &'a str {
    context.get_raw(0).as_str().unwrap_or_default()
}
