//! The clients' rows: writing them, with their search words, and reading them back.

mod glance;
#[cfg(test)]
mod glance_tests;
mod living;
mod read;
mod removed;
mod write;

use rusqlite::Row;

use crate::clients::{ClientInput, ContactType, name_of};
use crate::phones::Phone;

pub(in crate::store) use living::FAMILY;
pub(crate) use read::ContactKeys;
pub(in crate::store) use read::list_row;

/// How many opened records are remembered.
pub(in crate::store) const RECENTS: u32 = 30;

/// The contact type in a column that a CHECK keeps to the known ones.
pub(in crate::store) fn contact_type(row: &Row<'_>) -> rusqlite::Result<ContactType> {
    let code: String = row.get("type")?;
    Ok(ContactType::from_code(&code).unwrap_or_default())
}

/// The name of the client in a row.
pub(in crate::store) fn name(row: &Row<'_>) -> rusqlite::Result<String> {
    let text = |column: &str| -> rusqlite::Result<&str> { Ok(row.get_ref(column)?.as_str()?) };
    Ok(name_of(text("last_name")?, text("first_name")?, text("company")?))
}

/// A telephone number from its two columns.
fn phone(row: &Row<'_>, text: &str, readable: &str) -> rusqlite::Result<Phone> {
    Ok(Phone::from_stored(row.get_ref(text)?.as_str()?, row.get(readable)?))
}

/// What a client's search words are made of, from columns of these names.
pub(in crate::store) fn words_input(row: &Row<'_>) -> rusqlite::Result<(ClientInput, Phone, Phone)> {
    let input = ClientInput {
        last_name: row.get("last_name")?,
        first_name: row.get("first_name")?,
        company: row.get("company")?,
        postcode: row.get("postcode")?,
        town: row.get("town")?,
        email: row.get("email")?,
        r#type: contact_type(row)?,
        ..ClientInput::default()
    };
    Ok((input, phone(row, "phone", "phone_readable")?, phone(row, "mobile", "mobile_readable")?))
}

/// What « name begins with » compares: the folded name, or the company where there is no name.
pub(in crate::store) fn name_fold(input: &ClientInput) -> String {
    if input.last_name.is_empty() && input.first_name.is_empty() {
        return crate::text::fold(&input.company);
    }
    crate::text::fold(&format!("{} {}", input.last_name, input.first_name))
}
