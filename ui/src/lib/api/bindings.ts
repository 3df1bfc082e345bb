// Written from the table of commands in src-tauri/core/src/api; `cargo xtask bindings` writes it again. Do not edit.

export type ApiError = { 
/**
 * What the window branches on and words.
 */
code: ErrorCode, 
/**
 * What the sentence needs, by name.
 */
params: Record<string, string>, 
/**
 * With `invalid`: which fields, and why.
 */
fields: Array<FieldIssue>, };
export type BackUpRequest = { 
/**
 * An existing folder.
 */
folder: string, };
export type BackUpResult = { 
/**
 * Where it is.
 */
path: string, 
/**
 * UTC milliseconds.
 */
at: number, };
export type Changes = { 
/**
 * These records.
 */
clients: number[], 
/**
 * The shop's own facts (its operators, its last backup …).
 */
shop: boolean, 
/**
 * So much that everything should be read again.
 */
all: boolean, };
export type CheckRequest = { 
/**
 * The fields.
 */
client: ClientInput, 
/**
 * The record being edited, `null` for a new one.
 */
number: number | null, };
export type ClientCheck = { 
/**
 * Field by field.
 */
issues: Array<FieldIssue>, 
/**
 * Probable existing records.
 */
probable: Array<ProbableClient>, };
export type ClientField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional";
export type ClientInput = { civility: string, last_name: string, first_name: string, company: string, address_1: string, address_2: string, address_3: string, postcode: string, town: string, country: string, email: string, phone: string, mobile: string, 
/**
 * Where the client comes from; several are separated by commas.
 */
origins: string, type: ContactType, 
/**
 * « Professionnel » rather than « Particulier ».
 */
professional: boolean, };
export type ClientRecord = { 
/**
 * The client's number.
 */
number: number, 
/**
 * Grows with every change; saving must name the one that was read.
 */
revision: number, 
/**
 * What can be edited; phones in national form, or as typed when unreadable.
 */
client: ClientInput, 
/**
 * Whether the telephone is a number (or empty), rather than text kept as typed.
 */
phone_readable: boolean, 
/**
 * The same for the mobile.
 */
mobile_readable: boolean, 
/**
 * UTC milliseconds.
 */
created_at: number, 
/**
 * « Dernière MAJ de la fiche », UTC milliseconds.
 */
updated_at: number, 
/**
 * Since when and why the client is hidden from searches.
 */
inactive: Inactive | null, 
/**
 * The import that brought the record, if one did.
 */
imported: Imported | null, };
export type ClientRequest = { 
/**
 * The client's number.
 */
number: number, };
export type ClientRow = { number: number, civility: string, last_name: string, first_name: string, company: string, postcode: string, town: string, phone: string, mobile: string, email: string, type: ContactType, professional: boolean, inactive: boolean, 
/**
 * When the record was last opened at this counter, UTC milliseconds, if it was recently.
 */
opened_at: number | null, };
export type ContactType = "client" | "tiers" | "paye_par" | "prospect" | "prescripteur" | "parrain" | "beneficiaire";
export type CreateRequest = { 
/**
 * The fields.
 */
client: ClientInput, };
export type CreateShopRequest = { 
/**
 * « Nom de la boutique ».
 */
shop_name: string, 
/**
 * Where; the folder is made if it is missing.
 */
path: string, 
/**
 * Opens the file.
 */
passphrase: string, 
/**
 * Whether the system keeps the key, so that opening asks nothing here.
 */
remember: boolean, };
export type Empty = Record<symbol, never>;
export type ErrorCode = "invalid" | "client_not_found" | "changed_elsewhere" | "nothing_to_undo" | "undo_superseded" | "no_shop_open" | "file_missing" | "file_exists" | "file_not_ecrin" | "file_newer" | "file_corrupt" | "file_busy" | "file_read_only" | "disk_full" | "file_unreadable" | "passphrase_needed" | "passphrase_wrong" | "passphrase_weak" | "import_empty" | "import_not_a_table" | "import_no_name_column" | "import_too_large" | "import_cancelled" | "import_column_twice" | "import_running" | "superseded" | "internal";
export type FieldIssue = { 
/**
 * Where.
 */
field: ClientField, 
/**
 * What.
 */
problem: FieldProblem, 
/**
 * Whether the record cannot be saved; otherwise it is a remark.
 */
blocking: boolean, 
/**
 * The longest allowed value in characters, with [`FieldProblem::TooLong`].
 */
max: number | null, };
export type FieldProblem = "required" | "too_long" | "email_malformed" | "control_character" | "phone_unreadable" | "postcode_unusual";
export type FileRequest = { 
/**
 * Where it is.
 */
path: string, };
export type ImportColumn = { 
/**
 * Its position, from 0.
 */
index: number, 
/**
 * Its name in the file, empty where there is none.
 */
header: string, 
/**
 * Its first different values, at most five, cut at 80 characters.
 */
samples: Array<string>, 
/**
 * The field that it seems to hold. `None`: not imported, unless the person maps it.
 */
field: ImportField | null, };
export type ImportField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional" | "inactive" | "inactive_reason" | "updated_at";
export type ImportFormat = "csv" | "xlsx";
export type ImportNote = { 
/**
 * See [`super::NoteCode`].
 */
code: string, 
/**
 * How many rows (columns, with `columns_ignored`) it is about.
 */
count: number, 
/**
 * The first hundred of their lines in the file, from 1.
 */
lines: number[], };
export type ImportOptions = { 
/**
 * A WHATWG encoding label (`UTF-8`, `windows-1252`, `macintosh` …), or `IBM850`.
 */
encoding: string | null, 
/**
 * One ASCII character; `\t` for a tabulation.
 */
separator: string | null, 
/**
 * Whether the first row holds the names of the columns.
 */
has_header: boolean | null, 
/**
 * The name of the sheet, of a workbook.
 */
sheet: string | null, };
export type ImportPreview = { 
/**
 * Where the file is.
 */
path: string, 
/**
 * The last part of the path.
 */
file_name: string, 
/**
 * Told by its content, not by its name.
 */
format: ImportFormat, 
/**
 * Of separated text.
 */
encoding: string | null, 
/**
 * Of separated text: one character.
 */
separator: string | null, 
/**
 * Whether a row holds the names of the columns.
 */
has_header: boolean, 
/**
 * The sheet that was read, of a workbook.
 */
sheet: string | null, 
/**
 * All its sheets.
 */
sheets: Array<string>, 
/**
 * All columns, those that are not imported included.
 */
columns: Array<ImportColumn>, 
/**
 * Rows of data, without the header and without blank rows.
 */
rows: number, 
/**
 * The cells of the first twenty rows, cut at 200 characters.
 */
sample: Array<Array<string>>, 
/**
 * What is remarkable about the file as a whole. Remarks about values need a mapping: see a dry run.
 */
notes: Array<ImportNote>, };
export type ImportReasonCount = { 
/**
 * See [`super::RejectCode`].
 */
code: string, 
/**
 * Rows.
 */
count: number, };
export type ImportReport = { 
/**
 * Rows of data in the file, blank rows not counted.
 */
rows: number, 
/**
 * Written (with a dry run: that would be).
 */
imported: number, 
/**
 * Kept out, with the reason of each in the file of rejects.
 */
rejected: number, 
/**
 * Imported, though another record of the file or the shop has the same e-mail, number, or name and postcode.
 */
duplicates_suspected: number, 
/**
 * The file of rejects, if one was written.
 */
rejects_path: string | null, 
/**
 * The person stopped it: nothing was kept, and every count is 0.
 */
cancelled: boolean, 
/**
 * Milliseconds.
 */
elapsed_ms: number, 
/**
 * The most frequent first.
 */
reasons: Array<ImportReasonCount>, 
/**
 * Remarks that rejected nothing.
 */
notes: Array<ImportNote>, };
export type ImportRequest = { 
/**
 * Where the file is.
 */
path: string, 
/**
 * As they were for the preview.
 */
options: ImportOptions, 
/**
 * One entry a column; `None` is not imported.
 */
mapping: Array<ImportField | null>, 
/**
 * Goes through everything and writes nothing in the shop.
 */
dry_run: boolean, 
/**
 * Where rejected rows go; `None` is beside the source. A dry run writes them only where a path is given.
 */
rejects_path: string | null, };
export type Imported = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * The name of the imported file, without its folder.
 */
file_name: string, };
export type Inactive = { 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * Why, or empty.
 */
reason: string, };
export type InactiveRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * On or off.
 */
inactive: boolean, 
/**
 * Why, or empty.
 */
reason: string, };
export type JournalChange = { 
/**
 * A field's code, or `inactive`, `inactive_reason`.
 */
field: string, 
/**
 * What stood there.
 */
old: string, 
/**
 * What stands there now.
 */
new: string, };
export type JournalEntry = { 
/**
 * Grows with time.
 */
id: number, 
/**
 * UTC milliseconds.
 */
at: number, 
/**
 * The name chosen in the status bar.
 */
operator: string, 
/**
 * What was done.
 */
operation: Operation, 
/**
 * Field by field.
 */
changes: Array<JournalChange>, 
/**
 * With an import, the name of its file.
 */
file_name: string | null, };
export type JournalPage = { 
/**
 * Newest first.
 */
entries: Array<JournalEntry>, 
/**
 * What to ask for next, if there are older ones.
 */
next: number | null, };
export type JournalRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Entries older than this one; `null` for the newest.
 */
before: number | null, 
/**
 * At most so many.
 */
limit: number, };
export type Language = "fr" | "en";
export type Launch = { 
/**
 * Where it is.
 */
path: string, 
/**
 * By its name.
 */
kind: LaunchKind, };
export type LaunchKind = "shop" | "table";
export type LimitRequest = { 
/**
 * At most so many.
 */
limit: number, };
export type MatchReason = "same_phone" | "same_email" | "near_name";
export type NameRequest = { 
/**
 * As typed.
 */
name: string, };
export type OpenShopRequest = { 
/**
 * Where it is.
 */
path: string, 
/**
 * `null` tries the key that the system keeps.
 */
passphrase: string | null, 
/**
 * As for creation.
 */
remember: boolean, };
export type Operation = "create_shop" | "add_operator" | "create_client" | "save_client" | "set_inactive" | "set_active" | "undo" | "import" | "demonstrate" | "back_up" | "open_client";
export type PassphraseRating = { 
/**
 * `null`: it is strong enough.
 */
weakness: PassphraseWeakness | null, };
export type PassphraseRequest = { 
/**
 * As typed so far.
 */
passphrase: string, };
export type PassphraseWeakness = "too_short" | "too_simple";
export type PostcodeRequest = { 
/**
 * As typed.
 */
postcode: string, };
export type PreviewRequest = { 
/**
 * Where it is.
 */
path: string, 
/**
 * How to read it.
 */
options: ImportOptions, };
export type ProbableClient = { 
/**
 * The existing record, inactive ones included.
 */
client: ClientRow, 
/**
 * Why, the strongest reason first.
 */
reasons: Array<MatchReason>, };
export type Progress = { "task": "import", 
/**
 * What it is doing.
 */
phase: string, 
/**
 * Rows so far.
 */
done: number, 
/**
 * Rows in all, 0 while unknown.
 */
total: number, } | { "task": "demonstration", 
/**
 * Always `writing`.
 */
phase: string, 
/**
 * Clients so far.
 */
done: number, 
/**
 * Clients in all.
 */
total: number, };
export type RecentFile = { path: string, file_name: string, shop_name: string, 
/**
 * UTC milliseconds.
 */
opened_at: number, clients: number, 
/**
 * No longer there (moved, or on a disk that is not plugged in).
 */
missing: boolean, demonstration: boolean, };
export type SaveRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read.
 */
revision: number, 
/**
 * The fields.
 */
client: ClientInput, };
export type SearchRequest = { 
/**
 * As typed: names, company, town, postcode, digits of a telephone, e-mail, client number, in any order.
 */
text: string, 
/**
 * « Afficher les inactifs ».
 */
include_inactive: boolean, 
/**
 * How many lines to return, 1 to 200.
 */
limit: number, };
export type SearchResults = { 
/**
 * How many clients match, or [`COUNTED`] when more do.
 */
total: number, 
/**
 * Whether `total` is all of them.
 */
total_exact: boolean, 
/**
 * How many inactive clients match and are hidden, or [`COUNTED`] when more are.
 */
hidden_inactive: number, 
/**
 * Whether `hidden_inactive` is all of them.
 */
hidden_exact: boolean, 
/**
 * When nothing matched: the names that were looked for instead.
 */
near: Array<string>, 
/**
 * Names that begin with the text before other matches; within each, those opened last, then by name.
 */
clients: Array<ClientRow>, };
export type SessionInfo = { 
/**
 * The open file, after a reload of the window.
 */
shop: ShopInfo | null, 
/**
 * The files opened lately, the last first.
 */
recent_files: Array<RecentFile>, 
/**
 * What the person chose.
 */
settings: Settings, 
/**
 * The program's version.
 */
version: string, 
/**
 * Where a new file goes unless the person says otherwise.
 */
default_folder: string, 
/**
 * What the program was asked to open, told once.
 */
launch: Launch | null, 
/**
 * Whether the system can keep the key, so that opening asks nothing.
 */
credential_store: boolean, 
/**
 * The system's language, French if it is neither.
 */
system_language: Language, };
export type Settings = { 
/**
 * The interface's language.
 */
language: Language | null, 
/**
 * The interface's colours.
 */
theme: Theme | null, };
export type ShopInfo = { path: string, file_name: string, shop_name: string, 
/**
 * Fictional clients, public passphrase: every screen says so.
 */
demonstration: boolean, clients: number, inactive: number, 
/**
 * The last change, UTC milliseconds.
 */
saved_at: number | null, 
/**
 * UTC milliseconds.
 */
backed_up_at: number | null, 
/**
 * Whoever is at the counter.
 */
operator: string, };
export type Theme = "light" | "dark";
export type UndoState = { 
/**
 * Whose record.
 */
number: number, 
/**
 * Which change.
 */
operation: Operation, 
/**
 * The client's name, to say it.
 */
name: string, };
export type VerifyReport = { 
/**
 * Whether all is well.
 */
integrity: 'ok' | 'broken', 
/**
 * How many clients the file has.
 */
clients: number, 
/**
 * What is wrong, in words for a support call.
 */
problems: Array<string>, };

/** Every command: its request and its answer. */
export interface Commands {
  session: [Empty, SessionInfo]
  save_settings: [Settings, Settings]
  forget_file: [FileRequest, Empty]
  rate_passphrase: [PassphraseRequest, PassphraseRating]
  create_shop: [CreateShopRequest, ShopInfo]
  open_shop: [OpenShopRequest, ShopInfo]
  open_demonstration: [Empty, ShopInfo]
  close_shop: [Empty, Empty]
  shop_info: [Empty, ShopInfo]
  back_up: [BackUpRequest, BackUpResult]
  verify: [Empty, VerifyReport]
  operators: [Empty, Array<string>]
  choose_operator: [NameRequest, ShopInfo]
  search_clients: [SearchRequest, SearchResults]
  recent_clients: [LimitRequest, Array<ClientRow>]
  client: [ClientRequest, ClientRecord]
  open_client: [ClientRequest, ClientRecord]
  check_client: [CheckRequest, ClientCheck]
  create_client: [CreateRequest, ClientRecord]
  save_client: [SaveRequest, ClientRecord]
  set_inactive: [InactiveRequest, ClientRecord]
  undo_state: [Empty, UndoState | null]
  undo: [Empty, ClientRecord]
  journal: [JournalRequest, JournalPage]
  towns_of_postcode: [PostcodeRequest, Array<string>]
  origins: [Empty, Array<string>]
  preview_import: [PreviewRequest, ImportPreview]
  run_import: [ImportRequest, ImportReport]
  cancel_import: [Empty, Empty]
}
