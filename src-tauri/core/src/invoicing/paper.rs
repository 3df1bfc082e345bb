//! An invoice on paper.

/// What an invoice on paper says.
#[derive(Clone, Debug)]
pub struct InvoicePaper;
