//! Lists over the clients: conditions as SQL, pages by key, counts, and the guard along the way.
//!
//! Values are always bound, never written into a statement. Texts are compared folded by a function of ours ([`add_functions`]), which no
//! index or trigger names, so that the file needs nothing but SQLite. A walk through a list never holds more of it than a page:
//!
//! - The order of an index is walked as it is, and what the conditions refuse is passed over: quick where they refuse little.
//! - Where conditions leave few clients, an index (that of the search's words, of days, of answers, the pieces of texts) says among whom they
//!   are, and only those are looked at: quick where conditions refuse nearly everybody.
//! - An order without an index, and the few whom a condition leaves that no index knows, are found by looking at every client once for each
//!   [`walk::Batch`] of lines.

mod candidates;
mod conditions;
mod count;
mod cursor;
mod fields;
mod functions;
mod held;
mod pages;
mod plan;
mod saved;
mod sql;
#[cfg(test)]
mod tests;
mod walk;

pub(super) use functions::add_functions;
