//! Invoices and credit notes: numbered without gaps, never changed, and right to the cent.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::clients::{ClientNumber, ContactType};
use ecrin_core::contact_rules::Rule;
use ecrin_core::documents::Language;
use ecrin_core::invoicing::{CreditRequest, Invoice, InvoiceState, NewPayment, PaymentMode};
use ecrin_core::shop::Shop;
use ecrin_core::subscriptions::{
    Medium, NewOffer, NewSubscription, NewTariff, OfferWords, Termination, TerminationRequest,
};
use ecrin_core::windows::{Window, WindowRequest, WindowRow};
use ecrin_core::{Error, Result};
use ecrin_core_tests::TestShop;
use proptest::prelude::*;

fn offer(shop: &mut Shop, name: &str, price: i64, vat: i64) -> i64 {
    let offer = OfferWords { name: name.into(), medium: Medium::Print, beneficiaries: 0 };
    let tariff = NewTariff { price, vat, months: 12, issues: 4, effective_from: None };
    shop.create_offer(&NewOffer { offer, tariff }).unwrap().value.id
}

fn subscribe(shop: &mut Shop, recipient: ClientNumber, offer: i64, copies: i64) -> Result<()> {
    let new = NewSubscription { recipient, offer, payer: None, copies, starts_on: None };
    shop.subscribe(&new).map(drop)
}

/// The invoices and credit notes of a record, the newest first.
fn invoices(shop: &Shop, number: ClientNumber) -> Vec<Invoice> {
    let request = WindowRequest { number, sort: Window::Invoices.usual_sort(), after: None, limit: 50 };
    let rows = shop.window_page(Window::Invoices, &request).unwrap().rows;
    let id = |row: WindowRow| if let WindowRow::Invoice(row) = row { row.id } else { unreachable!("an invoice") };
    rows.into_iter().map(|row| shop.invoice(id(row)).unwrap()).collect()
}

fn credit(shop: &mut Shop, id: i64, amount: Option<i64>) -> Result<Invoice> {
    Ok(shop.credit_invoice(&CreditRequest { id, amount, reason: "Geste commercial".into() })?.value)
}

/// « DUPONT Laura » with an address, subscribed for 49 euros at 2.1 %.
fn with_invoice() -> (TestShop, Invoice) {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let laura = shop.client("DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example");
    shop.edit(laura, |client| client.address_1 = "14 rue de la Liberté".into());
    let revue = offer(shop.shop(), "Revue", 4900, 210);
    subscribe(shop.shop(), laura, revue, 1).unwrap();
    let invoice = invoices(shop.shop(), laura).remove(0);
    (shop, invoice)
}

#[test]
fn numbers_have_no_gaps_within_a_year_and_begin_anew_with_the_next() {
    let mut shop = TestShop::at("2026-12-31T11:00");
    let laura = shop.client("DUPONT Laura, 19200 USSEL");
    let lea = shop.client("REY Léa, 63000 CLERMONT-FERRAND");
    shop.edit(lea, |client| client.r#type = ContactType::Prospect);
    let (revue, cahier) = (offer(shop.shop(), "Revue", 4900, 210), offer(shop.shop(), "Cahier", 900, 2000));
    subscribe(shop.shop(), laura, revue, 1).unwrap();
    let refused = subscribe(shop.shop(), lea, revue, 1);
    assert!(matches!(refused, Err(Error::Refused(Rule::ProspectOnlyFreeTariffs))), "and takes no number");
    subscribe(shop.shop(), laura, cahier, 3).unwrap();
    let first = invoices(shop.shop(), laura).pop().unwrap();
    credit(shop.shop(), first.id, Some(100)).unwrap();
    shop.later_minutes(24 * 60);
    subscribe(shop.shop(), laura, cahier, 1).unwrap();
    let numbers: Vec<String> = invoices(shop.shop(), laura).into_iter().map(|invoice| invoice.number).rev().collect();
    assert_eq!(numbers, ["F-2026-0001", "F-2026-0002", "A-2026-0001", "F-2027-0001"]);
    shop.expect_whole();
}

#[test]
fn what_was_invoiced_stays_as_it_was() {
    let (mut shop, invoice) = with_invoice();
    assert_eq!(invoice.addressee, "Mme Laura DUPONT\n14 rue de la Liberté\n19200 USSEL");
    assert_eq!((invoice.total, invoice.vat_total, invoice.state), (4900, 101, InvoiceState::Due));
    shop.edit(1, |client| {
        client.last_name = "REY".into();
        client.address_1 = "2 quai Neuf".into();
    });
    assert_eq!(shop.shop().invoice(invoice.id).unwrap(), invoice);
}

#[test]
fn a_credit_note_takes_back_a_part_then_all_that_is_left_and_no_more() {
    let (mut shop, invoice) = with_invoice();
    let part = credit(shop.shop(), invoice.id, Some(900)).unwrap();
    assert_eq!((part.number.as_str(), part.total, part.state), ("A-2026-0001", -900, InvoiceState::Credit));
    assert_eq!((part.corrects_number.as_deref(), &part.addressee), (Some("F-2026-0001"), &invoice.addressee));
    let refused = credit(shop.shop(), invoice.id, Some(4001));
    assert!(matches!(refused, Err(Error::Refused(Rule::NothingToRefund))));
    assert!(matches!(credit(shop.shop(), invoice.id, Some(0)), Err(Error::AmountUnfit)));
    assert_eq!(shop.shop().invoice(invoice.id).unwrap().due, 4000);
    assert_eq!(credit(shop.shop(), invoice.id, None).unwrap().total, -4000);
    let after = shop.shop().invoice(invoice.id).unwrap();
    assert_eq!((after.due, after.credited, after.state), (0, 4900, InvoiceState::Credited));
    assert!(matches!(credit(shop.shop(), invoice.id, None), Err(Error::Refused(Rule::AlreadyCredited))));
    assert!(
        matches!(credit(shop.shop(), part.id, None), Err(Error::InvoiceNotFound)),
        "a credit note is not corrected"
    );
    assert_eq!(shop.shop().balance(1).unwrap().due, 0);
    shop.expect_whole();
}

#[test]
fn an_invoice_on_paper_says_all_that_it_must() {
    let (mut shop, invoice) = with_invoice();
    let paid_on = "2026-11-24".parse().unwrap();
    let payment = NewPayment {
        payer: 1,
        invoice: Some(invoice.id),
        paid_on,
        mode: PaymentMode::Card,
        amount: 1000,
        note: String::new(),
    };
    shop.shop().record_payment(&payment).unwrap();
    let pdf = shop.shop().invoice_pdf(invoice.id, Language::French).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let text = document.extract_text(&[1]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Facture F-2026-0001",
        "24/11/2026",
        "Maison d’essai",
        "Mme Laura DUPONT",
        "14 rue de la Liberté",
        "19200 USSEL",
        "Revue",
        "2,1 %",
        "47,99 €",
        "1,01 €",
        "49,00 €",
        "39,00 €",
    ] {
        assert!(text.contains(said), "{said} is not in: {text}");
    }
    let refused = shop.shop().invoice_pdf(99, Language::French);
    assert!(matches!(refused, Err(Error::InvoiceNotFound)));
}

#[test]
fn an_invoice_number_finds_its_client() {
    let (mut shop, _) = with_invoice();
    shop.client("REY Léa, 63000 CLERMONT-FERRAND");
    for typed in ["F-2026-0001", " f-2026-1"] {
        assert_eq!(shop.found(typed), ["DUPONT Laura"], "{typed}");
    }
    assert_eq!(shop.found("F-2026-0002"), Vec::<String>::new());
    shop.shop().set_inactive(1, "").unwrap();
    shop.reopen();
    let hidden = shop.search("F-2026-0001", false);
    assert_eq!((hidden.clients.len(), hidden.hidden_inactive), (0, 1));
    assert_eq!(shop.search("F-2026-0001", true).clients.len(), 1);
}

#[test]
fn an_invoice_outlives_the_record_of_whoever_it_was_made_out_to_and_is_still_found_and_printed() {
    let (mut shop, invoice) = with_invoice();
    let paper = shop.shop().invoice_pdf(invoice.id, Language::French).unwrap();
    let termination = Termination { id: invoice.lines[0].subscription.unwrap(), on: None };
    let end = TerminationRequest { termination, reason: String::new(), refund: false };
    shop.shop().terminate(&end).unwrap();
    shop.remove(1);
    let found = shop.search("f-2026-1", false);
    assert_eq!((found.total, found.hidden_inactive, found.clients.len()), (0, 0, 0));
    let kept = found.invoice.unwrap();
    assert_eq!((kept.id, kept.number.as_str(), kept.total), (invoice.id, "F-2026-0001", invoice.total));
    assert!(kept.payer_removed && kept.issued_on == invoice.issued_on);
    assert_eq!(shop.shop().invoice_pdf(kept.id, Language::French).unwrap(), paper, "not a letter of it is changed");
    assert!(shop.search("F-2026-0002", true).invoice.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn lines_and_taxes_come_to_the_total_and_so_do_credit_notes(
        sold in prop::collection::vec((1..200_000_i64, prop::sample::select(vec![0, 210, 550, 1000, 2000]), 1..40_i64, 1..9_i64), 1..8)
    ) {
        let mut shop = TestShop::at("2026-11-24T11:00");
        let laura = shop.client("DUPONT Laura, 19200 USSEL");
        for (index, (price, vat, copies, pieces)) in sold.into_iter().enumerate() {
            let of = offer(shop.shop(), &format!("Offre {index}"), price, vat);
            subscribe(shop.shop(), laura, of, copies).unwrap();
            let invoice = invoices(shop.shop(), laura).into_iter().find(|invoice| invoice.state == InvoiceState::Due).unwrap();
            prop_assert_eq!(invoice.total, price * copies);
            adds_up(&invoice);
            let (mut total, mut tax) = (0, 0);
            for piece in (1..=pieces).rev() {
                let left = invoice.total + total;
                let amount = (piece > 1).then_some(left / piece).filter(|amount| *amount > 0);
                if left == 0 { break }
                let note = credit(shop.shop(), invoice.id, amount).unwrap();
                adds_up(&note);
                total += note.total;
                tax += note.vat_total;
            }
            prop_assert_eq!((total, tax), (-invoice.total, -invoice.vat_total));
        }
        shop.expect_whole();
    }
}

#[track_caller]
fn adds_up(invoice: &Invoice) {
    assert_eq!(invoice.lines.iter().map(|line| line.total).sum::<i64>(), invoice.total);
    assert!(invoice.lines.iter().all(|line| line.total == line.quantity * line.unit_price));
    assert_eq!(invoice.vat.iter().map(|line| line.total).sum::<i64>(), invoice.total);
    assert_eq!(invoice.vat.iter().map(|line| line.tax).sum::<i64>(), invoice.vat_total);
}
