//! Invoices, credit notes and payments in the file.

mod issue;
mod payments;
mod read;
#[cfg(test)]
mod tests;
mod verify;

pub(in crate::store) use read::number_of;
