//! The words under which a client is found.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::Result;
use crate::clients::{ClientInput, ClientNumber, ContactType};
use crate::phones::Phone;
use crate::store::clients::words_input;
use crate::text;

/// All the words of a client, folded, each once, separated by spaces: names and company (also written together where a
/// hyphen or an apostrophe parts them), postcode, town, telephone digits and their last four, the local part of the
/// e-mail, the client's number, and the mark of their type. Not the address: nobody is looked for by their street, and every word costs.
pub(in crate::store) fn words(number: ClientNumber, input: &ClientInput, phone: &Phone, mobile: &Phone) -> String {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for name in [&input.last_name, &input.first_name, &input.company, &input.town] {
        words.extend(text::fold(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
        if let Some(joined) = text::joined(name) {
            words.extend(joined.split(' ').map(str::to_owned));
        }
    }
    let local = input.email.split('@').next().unwrap_or_default();
    for code in [input.postcode.as_str(), local] {
        words.extend(text::fold(code).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    }
    for digits in [phone.digits(), phone.last_four(), mobile.digits(), mobile.last_four()] {
        words.extend(digits.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words.insert(number.to_string());
    words.insert(mark(input.r#type).to_string());
    let mut line = String::with_capacity(words.iter().map(|word| word.len() + 1).sum());
    for word in &words {
        line.push_str(word);
        line.push(' ');
    }
    line.truncate(line.trim_end().len());
    line
}

/// The word of a type: one character of Unicode's private use area, which FTS5's tokeniser keeps and which nobody can type, since folding
/// takes it for a space. It is kept in files: a type's never changes. One character, because longer words would have beginnings to index.
pub(in crate::store) const fn mark(of: ContactType) -> char {
    match of {
        ContactType::Client => '\u{E001}',
        ContactType::Tiers => '\u{E002}',
        ContactType::PayePar => '\u{E003}',
        ContactType::Prospect => '\u{E004}',
        ContactType::Prescripteur => '\u{E005}',
        ContactType::Parrain => '\u{E006}',
        ContactType::Beneficiaire => '\u{E007}',
    }
}

/// Writes the words of every client into indexes that are empty.
pub(in crate::store) fn add_all(connection: &Connection) -> Result<()> {
    let mut select = connection.prepare(
        "SELECT number, type, last_name, first_name, company, postcode, town, email, phone, phone_readable, mobile, mobile_readable,
            inactive_at IS NOT NULL AS inactive
         FROM client WHERE removed_at IS NULL",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (number, inactive) = (row.get("number")?, row.get("inactive")?);
        let (input, phone, mobile) = words_input(row)?;
        add(connection, inactive, number, &words(number, &input, &phone, &mobile))?;
    }
    settle(connection)
}

/// Puts a client's words into the index of the active or of the inactive.
pub(in crate::store) fn add(connection: &Connection, inactive: bool, number: ClientNumber, words: &str) -> Result<()> {
    let insert = if inactive {
        "INSERT INTO inactive_words (rowid, words) VALUES (?1, ?2)"
    } else {
        "INSERT INTO active_words (rowid, words) VALUES (?1, ?2)"
    };
    connection.prepare_cached(insert)?.execute((number, words))?;
    Ok(())
}

/// Takes a client's words out of that index.
pub(in crate::store) fn remove(connection: &Connection, inactive: bool, number: ClientNumber) -> Result<()> {
    let delete = if inactive {
        "DELETE FROM inactive_words WHERE rowid = ?1"
    } else {
        "DELETE FROM active_words WHERE rowid = ?1"
    };
    connection.prepare_cached(delete)?.execute([number])?;
    Ok(())
}

/// Merges the index's lists into one, after much was added: fewer lists to look into at every keystroke.
pub(in crate::store) fn settle(connection: &Connection) -> Result<()> {
    connection.execute("INSERT INTO active_words (active_words) VALUES ('optimize')", [])?;
    connection.execute("INSERT INTO inactive_words (inactive_words) VALUES ('optimize')", [])?;
    Ok(())
}
