//! The cells of one row that say something of what a client holds, put together.

use chrono::NaiveDate;

use super::offers::SubscriptionCells;
use super::{ImportedHoldings, ImportedSubscription, Offers};
use crate::Error;
use crate::clients::{ClientInput, ContactType, FieldProblem};
use crate::documents::day_of;
use crate::imports::mapping::Mapping;
use crate::imports::read_client::spread;
use crate::imports::values::Flag;
use crate::imports::{ImportField, NoteCode, RejectCode, RejectReason, dates};
use crate::labels::{
    BankFault, COUNTRY_MAX, Carriage, CarriageMode, DEPOSITARY_MAX, DeliveryAddress, HOLDER_MAX, INSTRUCTION_MAX,
    LINE_MAX, MANDATE_MAX, POSTCODE_MAX, Period, PostalAddress, ROUND_MAX, SaveBankAccount, SaveCarriage,
    SaveDeliveryAddress, StoredAccount,
};
use crate::text::fold;

/// The longest text of each field, in characters; what is no text has rules of its own.
const LONGEST: [(ImportField, u32); 12] = [
    (ImportField::BankHolder, HOLDER_MAX),
    (ImportField::MandateReference, MANDATE_MAX),
    (ImportField::CarriageRound, ROUND_MAX),
    (ImportField::CarriageDepositary, DEPOSITARY_MAX),
    (ImportField::CarriageInstruction, INSTRUCTION_MAX),
    (ImportField::DeliveryAddressee, LINE_MAX),
    (ImportField::DeliveryAddress1, LINE_MAX),
    (ImportField::DeliveryAddress2, LINE_MAX),
    (ImportField::DeliveryAddress3, LINE_MAX),
    (ImportField::DeliveryPostcode, POSTCODE_MAX),
    (ImportField::DeliveryTown, LINE_MAX),
    (ImportField::DeliveryCountry, COUNTRY_MAX),
];

/// What was read of a row so far: an IBAN may stand in it, so that it is never printed.
#[derive(Default)]
pub(in crate::imports) struct HoldingCells(Vec<(ImportField, String)>);

/// The field on account of which a row is rejected, and why.
pub(super) type Fault = (ImportField, RejectCode);

/// Where what is wrong and what is remarkable goes.
struct Findings<'a> {
    mapping: &'a Mapping,
    reasons: &'a mut Vec<RejectReason>,
    note: &'a mut dyn FnMut(NoteCode),
}

impl Findings<'_> {
    fn reject(&mut self, field: ImportField, code: RejectCode, max: Option<u32>) {
        self.reasons.push(RejectReason { code, column: self.mapping.column(field), max });
    }

    fn keep<T>(&mut self, found: Result<Option<T>, Fault>) -> Option<T> {
        found.unwrap_or_else(|(field, code)| {
            self.reject(field, code, None);
            None
        })
    }
}

impl HoldingCells {
    /// Keeps one cell that is not empty, if its field is about what a client holds.
    pub(in crate::imports) fn take(&mut self, field: ImportField, value: &str) -> bool {
        if field.is_held() {
            self.0.push((field, value.to_owned()));
        }
        field.is_held()
    }

    /// What the row says.
    pub(in crate::imports) fn finish(
        mut self,
        mapping: &Mapping,
        offers: &Offers,
        client: &ClientInput,
        reasons: &mut Vec<RejectReason>,
        note: &mut dyn FnMut(NoteCode),
    ) -> ImportedHoldings {
        if self.0.is_empty() {
            return ImportedHoldings::default();
        }
        let mut findings = Findings { mapping, reasons, note };
        if self.spread_address() {
            (findings.note)(NoteCode::AddressSplit);
        }
        let before = findings.reasons.len();
        self.check_texts(&mut findings);
        if findings.reasons.len() > before {
            return ImportedHoldings::default();
        }
        let note = &mut *findings.note;
        let account = self.account(note);
        let carriage = self.carriage(note);
        let address = self.address(client, note);
        let subscription = self.subscription(offers, client.r#type, note);
        ImportedHoldings {
            account: findings.keep(account),
            carriage: findings.keep(carriage),
            address: findings.keep(address),
            subscription: findings.keep(subscription),
        }
    }

    /// Spreads an address of several lines over its fields; says whether it did.
    fn spread_address(&mut self) -> bool {
        const LINES: [ImportField; 3] =
            [ImportField::DeliveryAddress1, ImportField::DeliveryAddress2, ImportField::DeliveryAddress3];
        let [mut first, mut second, mut third] = LINES.map(|field| self.text(field).to_owned());
        let spread = spread([&mut first, &mut second, &mut third]);
        if spread {
            self.0.retain(|(field, _)| !LINES.contains(field));
            self.0.extend(LINES.into_iter().zip([first, second, third]));
        }
        spread
    }

    /// The text of a field, or empty.
    fn text(&self, field: ImportField) -> &str {
        self.0.iter().find(|(said, _)| *said == field).map_or("", |(_, text)| text)
    }

    fn any(&self, fields: &[ImportField]) -> bool {
        self.0.iter().any(|(field, _)| fields.contains(field))
    }

    fn check_texts(&self, findings: &mut Findings<'_>) {
        for (field, text) in &self.0 {
            if text.chars().any(char::is_control) {
                findings.reject(*field, RejectCode::Field(FieldProblem::ControlCharacter), None);
            }
            let longest = LONGEST.iter().find(|(of, _)| of == field).map(|(_, max)| *max);
            if longest.is_some_and(|max| text.chars().count() > max as usize) {
                findings.reject(*field, RejectCode::Field(FieldProblem::TooLong), longest);
            }
        }
    }

    /// The day of a field.
    fn day(&self, field: ImportField) -> Result<Option<NaiveDate>, Fault> {
        let text = self.text(field);
        let read = || dates::read(text).map(day_of).ok_or((field, RejectCode::DateUnreadable));
        if text.is_empty() { Ok(None) } else { read().map(Some) }
    }

    fn account(&self, note: &mut dyn FnMut(NoteCode)) -> Result<Option<StoredAccount>, Fault> {
        use ImportField as F;
        let iban = self.text(F::BankIban);
        if iban.is_empty() {
            if self.any(&[F::BankHolder, F::BankBic, F::MandateReference, F::MandateOn]) {
                note(NoteCode::DetailAlone);
            }
            return Ok(None);
        }
        let account = SaveBankAccount {
            number: 0,
            revision: 0,
            holder: self.text(F::BankHolder).to_owned(),
            iban: Some(iban.to_owned()),
            bic: self.text(F::BankBic).to_owned(),
            mandate_reference: self.text(F::MandateReference).to_owned(),
            mandate_on: self.day(F::MandateOn)?,
        };
        account.checked(None).map(Some).map_err(|error| match error {
            Error::BankAccountInvalid(BankFault::BicForm) => (F::BankBic, RejectCode::BicWrong),
            Error::BankAccountInvalid(BankFault::MandateForm | BankFault::MandateIncomplete) => {
                let said = if self.any(&[F::MandateReference]) { F::MandateReference } else { F::MandateOn };
                (said, RejectCode::MandateWrong)
            }
            Error::DayUnlikely => (F::MandateOn, RejectCode::DateUnreadable),
            _ => (F::BankIban, RejectCode::IbanWrong),
        })
    }

    fn carriage(&self, note: &mut dyn FnMut(NoteCode)) -> Result<Option<Carriage>, Fault> {
        use ImportField as F;
        let said = self.text(F::CarriageMode);
        let mode = match Flag::read(said) {
            Some(Flag::Yes) => Some(CarriageMode::Carried),
            Some(Flag::No) => None,
            // A round is walked.
            None if said.is_empty() => self.any(&[F::CarriageRound]).then_some(CarriageMode::Carried),
            _ => Some(mode_of(said).ok_or((F::CarriageMode, RejectCode::CarriageUnknown))?),
        };
        let Some(mode) = mode else {
            if self.any(&[F::CarriageRound, F::CarriageRank, F::CarriageDepositary, F::CarriageInstruction]) {
                note(NoteCode::DetailAlone);
            }
            return Ok(None);
        };
        let unfit = (F::CarriageRank, RejectCode::RankUnfit);
        let rank = self.text(F::CarriageRank);
        let carriage = SaveCarriage {
            number: 0,
            revision: 0,
            mode: Some(mode),
            round: self.text(F::CarriageRound).to_owned(),
            rank: if rank.is_empty() { None } else { Some(rank.parse().map_err(|_| unfit)?) },
            depositary: self.text(F::CarriageDepositary).to_owned(),
            instruction: self.text(F::CarriageInstruction).to_owned(),
        };
        carriage.checked().map_err(|_| unfit)
    }

    /// One that says what the record says, in whatever letters, is none of its own: it would stay when the client moves.
    fn address(&self, client: &ClientInput, note: &mut dyn FnMut(NoteCode)) -> Result<Option<DeliveryAddress>, Fault> {
        use ImportField as F;
        let text = |field| self.text(field).to_owned();
        let mut address = PostalAddress {
            addressee: text(F::DeliveryAddressee),
            address_1: text(F::DeliveryAddress1),
            address_2: text(F::DeliveryAddress2),
            address_3: text(F::DeliveryAddress3),
            postcode: text(F::DeliveryPostcode),
            town: text(F::DeliveryTown),
            country: text(F::DeliveryCountry),
        };
        if is_named(client, &address.addressee) {
            address.addressee.clear();
        }
        let own = PostalAddress::of_record(client);
        let country = if address.country.is_empty() { &own.country } else { &address.country }.clone();
        let written = PostalAddress { country, ..address.clone() };
        if address == PostalAddress::default() || folded(&written) == folded(&own) {
            return Ok(None);
        }
        let new = SaveDeliveryAddress { number: 0, id: None, revision: 0, address, period: Period::default() };
        match new.checked() {
            Ok(address) => Ok(Some(address)),
            Err(Error::AddressMissing) => {
                note(NoteCode::DetailAlone);
                Ok(None)
            }
            Err(_) => Err((F::DeliveryAddress1, RejectCode::Field(FieldProblem::TooLong))),
        }
    }

    fn subscription(
        &self,
        offers: &Offers,
        of: ContactType,
        note: &mut dyn FnMut(NoteCode),
    ) -> Result<Option<ImportedSubscription>, Fault> {
        use ImportField as F;
        let (offer, copies) = (self.text(F::SubscriptionOffer), self.text(F::SubscriptionCopies));
        if offer.is_empty() {
            if self.any(&[F::SubscriptionStart, F::SubscriptionEnd, F::SubscriptionCopies]) {
                note(NoteCode::DetailAlone);
            }
            return Ok(None);
        }
        let (starts_on, ends_on) = (self.day(F::SubscriptionStart)?, self.day(F::SubscriptionEnd)?);
        let (subscription, moved) = offers.subscription(SubscriptionCells { offer, starts_on, ends_on, copies, of })?;
        if moved {
            note(NoteCode::TermMoved);
        }
        Ok(Some(subscription))
    }
}

/// Whether words are the client's own name, in whatever order, or their company's.
fn is_named(client: &ClientInput, words: &str) -> bool {
    const CIVILITIES: [&str; 8] = ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "et"];
    let name_words = |text: &str| {
        let folded = fold(text);
        let mut words: Vec<String> =
            folded.split(' ').filter(|word| !CIVILITIES.contains(word)).map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let ClientInput { last_name, first_name, company, .. } = client;
    let full = format!("{first_name} {last_name}");
    [full.trim(), last_name, company].into_iter().any(|name| name_words(name) == name_words(words))
}

fn folded(address: &PostalAddress) -> String {
    fold(&address.on_one_line())
}

/// Whether a cell says how something is delivered.
pub(in crate::imports) fn reads_mode(cell: &str) -> bool {
    mode_of(cell).is_some()
}

/// The words of the label, and those of other programs.
fn mode_of(words: &str) -> Option<CarriageMode> {
    Some(match fold(words).as_str() {
        "porte" | "portage" | "porteur" | "par porteur" | "tournee" | "carried" | "carrier" => CarriageMode::Carried,
        "poste" | "la poste" | "postal" | "par la poste" | "par poste" | "courrier" | "posted" | "post" | "mail" => {
            CarriageMode::Posted
        }
        "retrait en boutique"
        | "retrait boutique"
        | "retrait en magasin"
        | "retrait magasin"
        | "retrait"
        | "boutique"
        | "en boutique"
        | "magasin"
        | "comptoir"
        | "sur place"
        | "collected at the shop"
        | "collected"
        | "pick up"
        | "pickup" => CarriageMode::Collected,
        _ => return None,
    })
}
