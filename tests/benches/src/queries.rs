//! Forty things that are typed at a counter, from one letter to fifteen characters.
//!
//! They are what the search has to bear: single letters that match a tenth of the file, the commonest names and towns, telephones in
//! pieces, words in any order, and names that are written wrong, which cost two searches.

/// One thing typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query {
    /// As it stands in the field, 1 to 15 characters.
    pub text: &'static str,
    /// What it is.
    pub kind: &'static str,
}

const fn query(text: &'static str, kind: &'static str) -> Query {
    Query { text, kind }
}

/// All forty.
pub const QUERIES: [Query; 40] = [
    query("m", "beginning of a name"),
    query("d", "beginning of a name"),
    query("é", "beginning of a name"),
    query("ma", "beginning of a name"),
    query("du", "beginning of a name"),
    query("le", "beginning of a name"),
    query("mar", "beginning of a name"),
    query("dup", "beginning of a name"),
    query("mart", "beginning of a name"),
    query("lefeb", "beginning of a name"),
    query("dupont", "name"),
    query("martin", "name"),
    query("guérin", "name"),
    query("le goff", "name in two words"),
    query("da silva", "name in two words"),
    query("marie", "first name"),
    query("jean-pierre", "first name"),
    query("martin marie", "name and first name"),
    query("marie martin", "first name and name"),
    query("dup lau", "two beginnings"),
    query("mar so pa", "three beginnings"),
    query("paris", "town"),
    query("saint", "beginning of a town"),
    query("ussel", "town"),
    query("martin lyon", "name and town"),
    query("petit marseille", "name and town"),
    query("7", "beginning of a postcode"),
    query("75", "beginning of a postcode"),
    query("19200", "postcode"),
    query("dubois 69003", "name and postcode"),
    query("06", "beginning of a telephone"),
    query("06 39 98", "beginning of a telephone"),
    query("0639981", "beginning of a telephone"),
    query("4242", "end of a telephone"),
    query("+33 6 39 98", "international telephone"),
    query("sophie.mar", "local part of an e-mail"),
    query("martin 06 39", "name and telephone"),
    query("dupomt", "misspelt name"),
    query("lefevbre", "misspelt name"),
    query("zzyzx", "nobody"),
];
