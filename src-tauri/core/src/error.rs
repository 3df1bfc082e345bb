//! What can go wrong in the core. No variant carries personal data: errors are logged, people are not.

use crate::clients::FieldIssue;
use crate::consents::Channel;
use crate::contact::Reason;
use crate::contact_rules::Rule;
use crate::labels::BankFault;
use crate::lists::ListProblem;
use crate::movements::MovementProblem;

/// The core's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Every failure of the core, one variant per thing that a person can do something about.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// At least one field blocks saving; the issues say which and why.
    #[error("{} field(s) refused", .0.len())]
    Invalid(Vec<FieldIssue>),
    /// No client has this number.
    #[error("no client {0}")]
    ClientNotFound(i64),
    /// The record was deleted, at this moment (UTC milliseconds).
    #[error("client {0} was deleted")]
    ClientRemoved(i64, i64),
    /// The record went into another one: the second number.
    #[error("client {0} went into client {1}")]
    ClientMerged(i64, i64),
    /// A record cannot go into itself.
    #[error("a record cannot go into itself")]
    MergeWithItself,
    /// No merge has this identity.
    #[error("no such merge")]
    MergeNotFound,
    /// One of the two records changed since the merge, or it was taken back already.
    #[error("the merge can no longer be taken back")]
    MergeSuperseded,
    /// What was typed to confirm is not the client's name.
    #[error("the name typed is not the client's")]
    NameDiffers,
    /// Duplicates are being looked for already.
    #[error("a search for duplicates is running")]
    DuplicatesRunning,
    /// The person stopped the search for duplicates.
    #[error("search for duplicates stopped")]
    DuplicatesCancelled,
    /// No import has this number.
    #[error("no such import")]
    ImportNotFound,
    /// The import was taken back already.
    #[error("the import was taken back already")]
    ImportUndone,
    /// What the manager answers for needs the manager code.
    #[error("the manager code is needed")]
    ManagerCodeNeeded,
    /// Not the manager code; after so many seconds it may be tried again.
    #[error("wrong manager code")]
    ManagerCodeWrong(u32),
    /// The manager code was wrong too often: so many seconds are left to wait.
    #[error("{0} second(s) to wait before the manager code may be tried again")]
    ManagerCodeWait(u32),
    /// Neither 4 to 12 digits nor a word of 4 to 40 characters.
    #[error("not fit to be a manager code")]
    ManagerCodeUnfit,
    /// The record changed after it was read: saving would overwrite somebody's work.
    #[error("client {0} changed since it was read")]
    ChangedElsewhere(i64),
    /// This session has written nothing that could be taken back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The record has changed since the edit that would be taken back.
    #[error("client {0} changed since the edit to undo")]
    UndoSuperseded(i64),
    /// A grant does not say how the agreement was obtained.
    #[error("a grant needs an agreement mode")]
    ModeMissing,
    /// The mode chosen asks for more words.
    #[error("this agreement mode needs a detail")]
    DetailMissing,
    /// No agreement mode has this identity.
    #[error("no such agreement mode")]
    ModeNotFound,
    /// Grants name the mode, so many.
    #[error("agreement mode in use by {0} decision(s)")]
    ModeInUse(i64),
    /// Without any mode nothing could be granted.
    #[error("the last agreement mode")]
    LastMode,
    /// The client cannot have answered later than now, nor before 1970.
    #[error("the day of an answer lies in the future")]
    DecisionDate,
    /// The request names no indicator, or none of that channel and purpose is asked of this client.
    #[error("no such indicator for this client")]
    IndicatorUnsuited,
    /// Several indicators have this channel and purpose.
    #[error("several indicators for this channel and purpose")]
    IndicatorAmbiguous,
    /// No indicator has this identity, or it is no longer asked.
    #[error("no such indicator")]
    IndicatorNotFound,
    /// Prospecting consumers on this channel needs their prior consent (CPCE art. L.34-5; C. conso. art. L.223-1).
    #[error("no opt-out towards consumers by {}", .0.code())]
    OptOutForbidden(Channel),
    /// A name is needed.
    #[error("a name is needed")]
    NameMissing,
    /// Longer than so many characters.
    #[error("longer than {0} characters")]
    NameTooLong(u32),
    /// Another one has this name.
    #[error("the name is taken")]
    NameTaken,
    /// No wording has this identity, or it asks for something else.
    #[error("no such wording")]
    WordingNotFound,
    /// A piece of evidence is larger than 10 MB.
    #[error("evidence too large")]
    EvidenceTooLarge,
    /// A piece of evidence is neither a PNG, JPEG or WebP picture nor a PDF.
    #[error("evidence of an unknown type")]
    EvidenceTypeUnknown,
    /// More than ten pieces of evidence for one decision.
    #[error("too many pieces of evidence")]
    EvidenceTooMany,
    /// No piece of evidence has this identity.
    #[error("no such evidence")]
    EvidenceNotFound,
    /// A template names a field that there is not; see [`crate::messages::known_fields`].
    #[error("no field {{{0}}}")]
    FieldUnknown(String),
    /// A brace of a template opens or closes nothing.
    #[error("a brace opens or closes nothing")]
    TemplateMalformed,
    /// A template's channel, context and purpose do not fit together.
    #[error("channel, context and purpose do not fit together")]
    TemplateUnsuited,
    /// No template has this identity.
    #[error("no such template")]
    TemplateNotFound,
    /// A template needs a text, and for a mail a subject.
    #[error("a text is needed")]
    TextMissing,
    /// A commercial SMS must name the shop: its template needs the field `{boutique}`.
    #[error("a commercial SMS names the shop")]
    ShopNameMissing,
    /// The template speaks of an agreement, and nobody said of which.
    #[error("which agreement the message is about")]
    IndicatorMissing,
    /// The template confirms an agreement that the client has not given.
    #[error("the agreement to be confirmed does not stand")]
    AgreementMissing,
    /// The gate says no; the first of its reasons.
    #[error("not to be written to: {}", .0.code())]
    MessageBlocked(Reason),
    /// What is said of how messages of a channel leave cannot be: the code of its first fault.
    #[error("setup of {}: {fault}", channel.code())]
    CarrierInvalid {
        /// Whose setup.
        channel: Channel,
        /// The code of the fault.
        fault: &'static str,
    },
    /// No message has this identity.
    #[error("no such message")]
    MessageNotFound,
    /// The message is on its way or has left: it can no longer be cancelled, or sent again.
    #[error("the message is on its way or has left")]
    MessageSettled,
    /// A list cannot be made as it is asked for.
    #[error("list: {} ({field})", problem.code())]
    ListInvalid {
        /// Why.
        problem: ListProblem,
        /// The code of the field that it is about, or empty.
        field: String,
        /// The condition that it is about, counted from 0, if it is about one.
        condition: Option<usize>,
    },
    /// No list has this identity.
    #[error("no such list")]
    ListNotFound,
    /// No campaign has this identity.
    #[error("no such campaign")]
    CampaignNotFound,
    /// Nobody of the list may be written to.
    #[error("nobody to write to")]
    CampaignEmpty,
    /// The campaign is over, or was stopped already, or was not.
    #[error("the campaign is over, or stands so already")]
    CampaignSettled,
    /// What is noted of a bank account cannot be.
    #[error("bank account: {}", .0.code())]
    BankAccountInvalid(BankFault),
    /// No selection code has this identity, or it is archived and given to nobody else.
    #[error("no such selection code")]
    CodeNotFound,
    /// The name of a code holds what separates codes from each other.
    #[error("not fit to name a code")]
    CodeNameUnfit,
    /// What was noted of the client is gone, or was another client's.
    #[error("no such label entry")]
    LabelNotFound,
    /// What was noted of the client changed after it was read: saving would overwrite somebody's work.
    #[error("label changed since it was read")]
    LabelChanged,
    /// A period ends before it begins, or an incident is settled before it happened.
    #[error("days in the wrong order")]
    DaysReversed,
    /// A day before 1900 or after 2199.
    #[error("a day that nobody means")]
    DayUnlikely,
    /// A place in a round is none of 1 to 99,999.
    #[error("not a place in a round")]
    RankUnfit,
    /// A delivery address needs a first line or a town.
    #[error("an address is needed")]
    AddressMissing,
    /// A note is corrected by whoever wrote it.
    #[error("the note is somebody else's")]
    NoteOfAnother,
    /// A rule of types of contact, subscriptions or accounts says no.
    #[error("refused: {}", .0.code())]
    Refused(Rule),
    /// No offer has this identity.
    #[error("no such offer")]
    OfferNotFound,
    /// No subscription has this number, or no suspension this identity.
    #[error("no such subscription")]
    SubscriptionNotFound,
    /// No invoice has this identity.
    #[error("no such invoice")]
    InvoiceNotFound,
    /// No payment has this identity.
    #[error("no such payment")]
    PaymentNotFound,
    /// No delivery has this identity.
    #[error("no such delivery")]
    DeliveryNotFound,
    /// No sponsorship has this identity.
    #[error("no such sponsorship")]
    SponsorshipNotFound,
    /// An amount is nothing, or more than a shop takes.
    #[error("not fit to be an amount")]
    AmountUnfit,
    /// No movement has this identity.
    #[error("no such movement")]
    MovementNotFound,
    /// A movement that cannot be kept as it is.
    #[error("movement refused: {}", .0.code())]
    MovementInvalid(MovementProblem),
    /// The repair was collected, which ends it.
    #[error("the repair was collected")]
    RepairEnded,
    /// A message says that a repair is ready, and none is.
    #[error("no repair is ready")]
    RepairMissing,
    /// A file or folder is missing.
    #[error("file not found")]
    FileMissing,
    /// A file is in the way; nothing is ever overwritten.
    #[error("file already exists")]
    FileExists,
    /// The file is not a shop file at all.
    #[error("not an Écrin file")]
    NotEcrin,
    /// Written by a later version of Écrin.
    #[error("file format {found}, this version reads up to {supported}")]
    FileNewer {
        /// The format or schema version found in the file.
        found: u32,
        /// The newest that this program understands.
        supported: u32,
    },
    /// The file is damaged. It has not been touched.
    #[error("file is damaged")]
    FileCorrupt,
    /// Another program holds the file.
    #[error("file in use by another program")]
    FileBusy,
    /// The file or its folder cannot be written.
    #[error("file or folder is read-only")]
    ReadOnly,
    /// The disk is full; nothing of the current operation was kept.
    #[error("disk full")]
    DiskFull,
    /// The passphrase is needed, and was not given.
    #[error("passphrase needed")]
    PassphraseNeeded,
    /// The passphrase opens no key of this file.
    #[error("wrong passphrase")]
    PassphraseWrong,
    /// The passphrase is below the CNIL's 2022 recommendation.
    #[error("passphrase too weak")]
    PassphraseWeak,
    /// A table to import holds no row of data.
    #[error("nothing to import")]
    ImportEmpty,
    /// The file is neither a readable CSV nor an XLSX workbook.
    #[error("not a table")]
    ImportNotATable,
    /// No column is mapped to a name or a company (nor to e-mails with types of contact).
    #[error("no column holds a name")]
    ImportNoNameColumn,
    /// Two columns are mapped to the same field.
    #[error("two columns for one field")]
    ImportColumnTwice,
    /// Larger than what one import may hold.
    #[error("file too large to import")]
    ImportTooLarge,
    /// No column of a table of replies is named as one of clients' numbers.
    #[error("no column holds numbers")]
    RepliesNoNumber,
    /// No column of a table of replies is named as one of texts.
    #[error("no column holds texts")]
    RepliesNoText,
    /// The person stopped the import; nothing was kept.
    #[error("import stopped")]
    ImportCancelled,
    /// An export says why it is made.
    #[error("an export needs a purpose")]
    ExportPurposeMissing,
    /// More clients than what is printed, or one sheet, can hold: at most so many.
    #[error("more than {0} clients for this format")]
    ExportTooLong(u64),
    /// Labels are for letters: a list that serves to contact people in another way makes none.
    #[error("labels for a list that is not for letters")]
    LabelsNotPostal,
    /// The sheet of labels has only so many: the first free one cannot lie beyond.
    #[error("the sheet has {0} labels")]
    LabelBeyondSheet(u8),
    /// The person stopped the export; nothing was kept.
    #[error("export stopped")]
    ExportCancelled,
    /// Another export is under way.
    #[error("an export is running")]
    ExportRunning,
    /// A newer request took this one's place.
    #[error("interrupted")]
    Interrupted,
    /// No shop file is open.
    #[error("no shop file is open")]
    NoShopOpen,
    /// Another import is under way.
    #[error("an import is running")]
    ImportRunning,
    /// The request is not one that this version understands.
    #[error("request not understood: {0}")]
    BadRequest(String),
    /// A document could not be made into a PDF: a defect of ours. What it says may be personal, so nothing more is kept.
    #[error("document could not be made")]
    Printing,
    /// Reading or writing a file failed for another reason.
    #[error("input/output: {0}")]
    Io(std::io::ErrorKind),
    /// The database failed in a way that no message of ours explains better.
    #[error("database: {0}")]
    Database(String),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        // On Windows a program may let nobody else read what it has open, as spreadsheets do (sharing and lock violations).
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            return Error::FileBusy;
        }
        match error.kind() {
            ErrorKind::NotFound => Error::FileMissing,
            ErrorKind::AlreadyExists => Error::FileExists,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
            ErrorKind::ResourceBusy => Error::FileBusy,
            other => Error::Io(other),
        }
    }
}
