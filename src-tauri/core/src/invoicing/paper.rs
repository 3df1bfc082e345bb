//! An invoice on paper, with what it must say (CGI ann. II art. 242 nonies A): who sells and who pays, number, day, what, how many, for how
//! much, the tax of each rate, the total. A shop's registration number and its number for the tax stand in its address, if it writes them
//! there; what the file does not know is left out.

use super::{Invoice, InvoiceKind};
use crate::Result;
use crate::documents::{Language, fact};
use crate::money::{Cents, in_words, rate_in_words};
use crate::print::{self, Block, Column, Document, Table};
use crate::shop::ShopIdentity;

/// What an invoice on paper says.
#[derive(Clone, Debug)]
pub struct InvoicePaper {
    /// The invoice or credit note.
    pub invoice: Invoice,
    /// Who sells.
    pub shop: ShopIdentity,
    /// When it was printed, UTC milliseconds.
    pub at: i64,
}

impl InvoicePaper {
    /// As a PDF.
    ///
    /// # Errors
    /// `Printing`.
    pub fn pdf(&self, language: Language) -> Result<Vec<u8>> {
        print::render(&self.document(language))
    }

    fn document(&self, language: Language) -> Document {
        let invoice = &self.invoice;
        let name = match invoice.kind {
            InvoiceKind::Invoice => language.pick("Facture", "Invoice"),
            InvoiceKind::Credit => language.pick("Avoir", "Credit note"),
        };
        let title = format!("{name} {}", invoice.number);
        let mut facts = vec![
            fact(language.pick("Date", "Date"), invoice.issued_on.format("%d/%m/%Y").to_string()),
            fact(language.pick("N° client", "Client no."), invoice.payer.to_string()),
        ];
        if let Some(corrected) = &invoice.corrects_number {
            facts.push(fact(language.pick("Corrige la facture", "Corrects invoice"), corrected.clone()));
        }
        let seller = [self.shop.name.as_str(), self.shop.address.as_str()];
        let seller = seller.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        facts.push(fact(language.pick("Vendeur", "Seller"), seller));
        facts.push(fact(language.pick("Client", "Client"), invoice.addressee.clone()));
        Document {
            title: title.clone(),
            author: self.shop.name.clone(),
            language: language.of_print(),
            created_at: self.at,
            footer: Some(self.shop.address.replace('\n', ", ")).filter(|address| !address.is_empty()),
            blocks: vec![
                Block::Title(title),
                Block::Facts(facts),
                Block::Table(self.lines(language)),
                Block::KeepTogether(vec![Block::Table(self.vat(language)), Block::Facts(self.totals(language))]),
            ],
        }
    }

    fn lines(&self, language: Language) -> Table {
        let rows = self.invoice.lines.iter().map(|line| {
            vec![
                line.label.clone(),
                line.quantity.to_string(),
                in_words(line.unit_price, language),
                rate_in_words(line.vat, language),
                in_words(line.total, language),
            ]
        });
        Table {
            columns: vec![
                Column::new(language.pick("Désignation", "Description"), 4.0),
                Column::new(language.pick("Quantité", "Quantity"), 1.0).right(),
                Column::new(language.pick("Prix TTC", "Price incl. VAT"), 1.4).right(),
                Column::new(language.pick("TVA", "VAT"), 0.8).right(),
                Column::new(language.pick("Total TTC", "Total incl. VAT"), 1.4).right(),
            ],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn vat(&self, language: Language) -> Table {
        let rows = self.invoice.vat.iter().map(|line| {
            let amounts = [line.total - line.tax, line.tax, line.total].map(|amount| in_words(amount, language));
            std::iter::once(rate_in_words(line.rate, language)).chain(amounts).collect()
        });
        Table {
            columns: vec![
                Column::new(language.pick("Taux de TVA", "VAT rate"), 1.0),
                Column::new(language.pick("Hors taxe", "Before VAT"), 1.0).right(),
                Column::new(language.pick("TVA", "VAT"), 1.0).right(),
                Column::new(language.pick("TTC", "Incl. VAT"), 1.0).right(),
            ],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn totals(&self, language: Language) -> Vec<print::Fact> {
        let invoice = &self.invoice;
        let said = |label: &str, amount: Cents| fact(label, in_words(amount, language));
        let mut facts = vec![
            said(language.pick("Total hors taxe", "Total before VAT"), invoice.total - invoice.vat_total),
            said(language.pick("Total de la TVA", "Total VAT"), invoice.vat_total),
            said(language.pick("Total TTC", "Total incl. VAT"), invoice.total),
        ];
        if invoice.paid != 0 {
            facts.push(said(language.pick("Déjà réglé", "Paid already"), invoice.paid));
        }
        if invoice.credited != 0 {
            facts.push(said(language.pick("Avoirs", "Credit notes"), -invoice.credited));
        }
        if invoice.kind == InvoiceKind::Invoice {
            facts.push(said(language.pick("Reste à régler", "Still to be paid"), invoice.due.max(0)));
        }
        facts
    }
}
