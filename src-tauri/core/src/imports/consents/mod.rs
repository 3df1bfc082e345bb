//! The consents of a file: which questions its columns answer, what its cells say, and what of it is recorded.
//!
//! An agreement of a file is recorded « sans preuve »: how it was obtained is hearsay. A « non » never becomes a yes, an empty
//! cell is no answer, and an import resubscribes nobody: see [`Refusals`](refusals::Refusals).

pub(super) mod names;
pub(super) mod recording;
mod refusals;
mod row;
pub(super) mod said;

pub(super) use refusals::Reached;
pub(super) use row::ConsentCells;
pub use said::Way;

use super::ImportField;
use crate::consents::{Channel, Purpose};

/// A question that a column may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are those of ImportField")]
pub enum Question {
    SmsTechnical,
    SmsCommercial,
    MailTechnical,
    MailCommercial,
    Postal,
    PhoneCommercial,
    Newsletter,
    PartnersSms,
    PartnersMail,
    PartnersPostal,
    PartnersPhone,
}

impl Question {
    /// All questions.
    pub const ALL: [Question; 11] = [
        Question::SmsTechnical,
        Question::SmsCommercial,
        Question::MailTechnical,
        Question::MailCommercial,
        Question::Postal,
        Question::PhoneCommercial,
        Question::Newsletter,
        Question::PartnersSms,
        Question::PartnersMail,
        Question::PartnersPostal,
        Question::PartnersPhone,
    ];

    /// The question that a field answers, if it answers one.
    pub fn of(field: ImportField) -> Option<Question> {
        Self::ALL.into_iter().find(|question| question.field() == field)
    }

    /// The question about this channel and purpose, if files answer it.
    pub fn about(channel: Channel, purpose: Purpose) -> Option<Question> {
        Self::ALL.into_iter().find(|question| (question.channel(), question.purpose()) == (channel, purpose))
    }

    /// The field that answers it.
    pub const fn field(self) -> ImportField {
        match self {
            Question::SmsTechnical => ImportField::SmsTechnical,
            Question::SmsCommercial => ImportField::SmsCommercial,
            Question::MailTechnical => ImportField::MailTechnical,
            Question::MailCommercial => ImportField::MailCommercial,
            Question::Postal => ImportField::Postal,
            Question::PhoneCommercial => ImportField::PhoneCommercial,
            Question::Newsletter => ImportField::Newsletter,
            Question::PartnersSms => ImportField::PartnersSms,
            Question::PartnersMail => ImportField::PartnersMail,
            Question::PartnersPostal => ImportField::PartnersPostal,
            Question::PartnersPhone => ImportField::PartnersPhone,
        }
    }

    /// The channel that it is about.
    pub const fn channel(self) -> Channel {
        match self {
            Question::SmsTechnical | Question::SmsCommercial | Question::PartnersSms => Channel::Sms,
            Question::MailTechnical | Question::MailCommercial | Question::Newsletter | Question::PartnersMail => {
                Channel::Mail
            }
            Question::Postal | Question::PartnersPostal => Channel::Postal,
            Question::PhoneCommercial | Question::PartnersPhone => Channel::Phone,
        }
    }

    /// What it asks to contact people for.
    pub const fn purpose(self) -> Purpose {
        match self {
            Question::SmsTechnical | Question::MailTechnical => Purpose::Technical,
            Question::SmsCommercial | Question::MailCommercial | Question::Postal | Question::PhoneCommercial => {
                Purpose::Commercial
            }
            Question::Newsletter => Purpose::Newsletter,
            Question::PartnersSms | Question::PartnersMail | Question::PartnersPostal | Question::PartnersPhone => {
                Purpose::Partners
            }
        }
    }
}

/// Some of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct QuestionSet(u16);

impl QuestionSet {
    /// One question, or none.
    pub fn of(question: Option<Question>) -> QuestionSet {
        QuestionSet(question.map_or(0, |question| 1 << question as u16))
    }

    /// The questions about a channel.
    pub const fn of_channel(channel: Channel) -> QuestionSet {
        let mut bits = 0;
        let mut index = 0;
        while index < Question::ALL.len() {
            if Question::ALL[index].channel() as u8 == channel as u8 {
                bits |= 1 << index;
            }
            index += 1;
        }
        QuestionSet(bits)
    }

    /// Whether a question is among them.
    pub const fn contains(self, question: Question) -> bool {
        self.0 & (1 << question as u16) != 0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub const fn count(self) -> u64 {
        self.0.count_ones() as u64
    }

    /// Those of either.
    #[must_use]
    pub const fn or(self, other: QuestionSet) -> QuestionSet {
        QuestionSet(self.0 | other.0)
    }

    /// Those of both.
    #[must_use]
    pub const fn and(self, other: QuestionSet) -> QuestionSet {
        QuestionSet(self.0 & other.0)
    }

    /// Those of the first alone.
    #[must_use]
    pub const fn without(self, other: QuestionSet) -> QuestionSet {
        QuestionSet(self.0 & !other.0)
    }
}

/// What a row says of consents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedConsents {
    /// The questions answered by a yes.
    pub yes: QuestionSet,
    /// The questions answered by a no.
    pub no: QuestionSet,
    /// How the client agreed, where the cell itself says it (« accord écrit »).
    pub ways: Vec<(Question, Way)>,
    /// How the client agreed, in the words of the file; may be empty.
    pub mode: String,
    /// When the client answered, in UTC milliseconds, not after the import; `None` if the file does not say.
    pub at: Option<i64>,
}

impl ImportedConsents {
    /// Whether the row answers anything.
    pub const fn is_empty(&self) -> bool {
        self.yes.or(self.no).is_empty()
    }
}
