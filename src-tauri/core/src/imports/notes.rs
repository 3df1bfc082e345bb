//! Counting what is remarkable about a file without rejecting anything.

use super::ImportNote;

/// Lines kept with each note.
const LINES: usize = 100;

/// What may be remarked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteCode {
    /// The file holds two encodings; these lines are in the older one.
    MixedEncoding,
    /// A character was already lost when the file was written (U+FFFD).
    DamagedCharacter,
    /// Lines above the header that hold something.
    LinesBeforeHeader,
    /// Rows without any value, not counted as rows.
    BlankRow,
    /// Rows with fewer cells than there are columns; the missing ones are empty.
    ShortRow,
    /// White space around a value was left out.
    Trimmed,
    /// Kept as typed: no number could be read in it.
    PhoneUnreadable,
    /// Kept as it is: not the five digits of a French postcode.
    PostcodeUnusual,
    /// An address of several lines was spread over the address fields.
    AddressSplit,
    /// A reason to be inactive, of a client who is not: it was left out.
    ReasonWithoutInactive,
    /// Agreements of the file that were recorded as refusals: whoever is reached at the same address had said no. The count
    /// is that of agreements.
    NotResubscribed,
    /// An answer dated after the import: it was given the import's own date.
    AnswerInFuture,
    /// A way or a date of agreeing, of a client who answered nothing: it was left out.
    ModeWithoutAgreement,
    /// An answer to a question that the shop does not ask (of this client): it was left out.
    QuestionNotAsked,
    /// A detail without what it belongs to (a BIC without an IBAN, copies of no offer): it was left out.
    DetailAlone,
    /// The file's days are none on which a term of the tariff begins and ends: it ends on the day said, or as soon after it as a term does.
    TermMoved,
    /// A subscription that goes on, of somebody who is probably there already: two copies might go to one person.
    SubscriberTwice,
    /// A subscription that goes on, of an inactive client: what is due is planned all the same.
    SubscriberInactive,
    /// Columns in which « oui » is a no, such as « Stop SMS »; the count is that of columns.
    RefusalColumns,
    /// Columns that are not imported; the count is that of columns.
    ColumnsIgnored,
}

impl NoteCode {
    /// All notes, in the order in which they are reported.
    pub const ALL: [NoteCode; 20] = [
        NoteCode::MixedEncoding,
        NoteCode::DamagedCharacter,
        NoteCode::LinesBeforeHeader,
        NoteCode::BlankRow,
        NoteCode::ShortRow,
        NoteCode::Trimmed,
        NoteCode::PhoneUnreadable,
        NoteCode::PostcodeUnusual,
        NoteCode::AddressSplit,
        NoteCode::ReasonWithoutInactive,
        NoteCode::NotResubscribed,
        NoteCode::AnswerInFuture,
        NoteCode::ModeWithoutAgreement,
        NoteCode::QuestionNotAsked,
        NoteCode::DetailAlone,
        NoteCode::TermMoved,
        NoteCode::SubscriberTwice,
        NoteCode::SubscriberInactive,
        NoteCode::RefusalColumns,
        NoteCode::ColumnsIgnored,
    ];

    /// The stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            NoteCode::MixedEncoding => "mixed_encoding",
            NoteCode::DamagedCharacter => "damaged_character",
            NoteCode::LinesBeforeHeader => "lines_before_header",
            NoteCode::BlankRow => "blank_row",
            NoteCode::ShortRow => "short_row",
            NoteCode::Trimmed => "trimmed",
            NoteCode::PhoneUnreadable => "phone_unreadable",
            NoteCode::PostcodeUnusual => "postcode_unusual",
            NoteCode::AddressSplit => "address_split",
            NoteCode::ReasonWithoutInactive => "reason_without_inactive",
            NoteCode::NotResubscribed => "not_resubscribed",
            NoteCode::AnswerInFuture => "answer_in_future",
            NoteCode::ModeWithoutAgreement => "mode_without_agreement",
            NoteCode::QuestionNotAsked => "question_not_asked",
            NoteCode::DetailAlone => "detail_alone",
            NoteCode::TermMoved => "term_moved",
            NoteCode::SubscriberTwice => "subscriber_twice",
            NoteCode::SubscriberInactive => "subscriber_inactive",
            NoteCode::RefusalColumns => "refusal_columns",
            NoteCode::ColumnsIgnored => "columns_ignored",
        }
    }
}

/// How often each note was made, and where first.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    counts: [u64; NoteCode::ALL.len()],
    lines: [Vec<u64>; NoteCode::ALL.len()],
}

impl Notes {
    /// Remarks something about a line.
    pub(super) fn add(&mut self, code: NoteCode, line: u64) {
        let index = code as usize;
        self.counts[index] += 1;
        if self.lines[index].len() < LINES {
            self.lines[index].push(line);
        }
    }

    /// Remarks several things of one kind about a line.
    pub(super) fn add_times(&mut self, code: NoteCode, line: u64, times: u64) {
        if times > 0 {
            self.add(code, line);
            self.add_count(code, times - 1);
        }
    }

    /// Remarks something about the whole file.
    pub(super) fn add_count(&mut self, code: NoteCode, count: u64) {
        self.counts[code as usize] += count;
    }

    /// Adds what another part of the import remarked.
    pub(super) fn merge(&mut self, other: Notes) {
        for (index, (count, mut lines)) in other.counts.into_iter().zip(other.lines).enumerate() {
            self.counts[index] += count;
            self.lines[index].append(&mut lines);
            self.lines[index].sort_unstable();
            self.lines[index].truncate(LINES);
        }
    }

    /// What was remarked.
    pub(super) fn list(&self) -> Vec<ImportNote> {
        let made = NoteCode::ALL.into_iter().filter(|&code| self.counts[code as usize] > 0);
        made.map(|code| ImportNote {
            code: code.code().to_owned(),
            count: self.counts[code as usize],
            lines: self.lines[code as usize].clone(),
        })
        .collect()
    }
}
