// Written from the table of commands in src-tauri/core/src/api; `cargo xtask bindings` writes it again. Do not edit.

export type Advice = "outside_advised_hours";
export type AgreementMode = { 
/**
 * Its identity.
 */
id: number, 
/**
 * `oral`, `written`, `mail`, `sms`, `letter`, `other` for those shipped, so that the window can draw them; else empty.
 */
code: string, 
/**
 * Its short name: « Écrit ».
 */
name: string, 
/**
 * What the history says: « Accord écrit ».
 */
label: string, 
/**
 * An example: « bulletin, fiche signée ».
 */
hint: string, 
/**
 * Whether a grant by it must say more.
 */
needs_detail: boolean, 
/**
 * How many grants name it.
 */
uses: number, };
export type AnswerReason = "kept" | "no_wins" | "carried" | "not_resubscribed" | "not_asked";
export type AnswerTest = { 
/**
 * Where to look (RFC 6901); empty: the whole answer, which may be no JSON.
 */
pointer: string, 
/**
 * What is there, as text: « 1 » is 1. Without it and `contains`: anything but null and nothing.
 */
equals: unknown, 
/**
 * What is in it, whatever its case.
 */
contains: string | null, };
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
export type AskedIndicator = { 
/**
 * Who was asked.
 */
client: number, 
/**
 * Which.
 */
indicator: number, 
/**
 * Its name.
 */
name: string, 
/**
 * When the request was queued, UTC milliseconds.
 */
at: number, };
export type AttestationFormat = "pdf" | "json";
export type Audience = "everyone" | "professionals" | "existing_customers";
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
export type Broken = { 
/**
 * The first decision that does not hold, or that is missing.
 */
decision: number, 
/**
 * What is wrong: `altered` (it, or what stands before it, is not what was sealed), `missing`, `evidence_altered`,
 * `evidence_missing`, `wording_altered`, `indicator_altered`, `state_differs` (what the screens show is not what was decided),
 * `unreadable`, `tail_cut` (a printed head is not in the chain).
 */
why: string, };
export type ByCoding = { 
/**
 * For the default alphabet.
 */
gsm7: unknown, 
/**
 * For everything else.
 */
ucs2: unknown, };
export type ByNature = { 
/**
 * For prospecting.
 */
commercial: unknown, 
/**
 * For everything else.
 */
other: unknown, };
export type Campaign = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The template's name when it was started.
 */
template: string, 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * What the gate is asked about.
 */
purpose: MessagePurpose, 
/**
 * Where it stands.
 */
state: CampaignState, 
/**
 * How many clients of the list were kept when it was started.
 */
kept: number, 
/**
 * How many were left out then.
 */
excluded: number, 
/**
 * Its messages so far, by where they stand.
 */
messages: CampaignCounts, 
/**
 * When it was started, UTC milliseconds.
 */
created_at: number, 
/**
 * Who started it.
 */
operator: string, 
/**
 * When it was stopped, UTC milliseconds.
 */
stopped_at: number | null, 
/**
 * It cannot go on: its list can no longer be made, since something that it names is gone. Such a campaign stops by itself.
 */
list_gone: boolean, };
export type CampaignCounts = { 
/**
 * All that were written.
 */
written: number, 
/**
 * « En attente » and « en cours ».
 */
waiting: number, 
/**
 * « Envoyé ».
 */
sent: number, 
/**
 * « Échec » and « à vérifier ».
 */
trouble: number, 
/**
 * « Bloqué ».
 */
blocked: number, 
/**
 * « Annulé ».
 */
cancelled: number, };
export type CampaignIdRequest = { 
/**
 * Which.
 */
id: number, };
export type CampaignPreview = { 
/**
 * How many would be written to.
 */
kept: number, 
/**
 * How many would not.
 */
excluded: number, 
/**
 * Why not, each client under the first of their reasons.
 */
reasons: Array<ReasonCount>, 
/**
 * Of those kept: whose number is a land line, or whose text would be too long, so that nothing could be sent.
 */
undeliverable: number, 
/**
 * For SMS: how many segments are paid for in all.
 */
segments: number | null, 
/**
 * For SMS: the longest text.
 */
longest: SmsLength | null, 
/**
 * Whose message may be shown as an example (`preview_template`).
 */
example: number | null, 
/**
 * When the first of them may leave, UTC milliseconds: an SMS of offers waits for its hours.
 */
leaves_at: number | null, };
export type CampaignRequest = { 
/**
 * To whom. What the list serves for is taken from the template, whatever it says itself.
 */
query: ListQuery, 
/**
 * What: a template of the context « Sélection clients ».
 */
template: number, };
export type CampaignState = "writing" | "sending" | "stopped" | "done";
export type Cell = { "kind": "empty" } | { "kind": "text", "value": string } | { "kind": "phone", "value": string } | { "kind": "number", "value": number } | { "kind": "day", "value": string } | { "kind": "code", "value": string };
export type ChainCheck = { 
/**
 * How many decisions hold.
 */
decisions: number, 
/**
 * The seal of the newest one, 64 hexadecimal digits.
 */
head: string, 
/**
 * The first link that does not hold.
 */
broken: Broken | null, 
/**
 * When it was checked, UTC milliseconds.
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
 * The outbox: messages were written, or stand elsewhere now.
 */
messages: boolean, 
/**
 * So much that everything should be read again.
 */
all: boolean, };
export type Channel = "sms" | "mail" | "postal" | "phone";
export type ChannelAnswer = { 
/**
 * The channel.
 */
channel: Channel, 
/**
 * Its verdicts, in the order of the purposes.
 */
verdicts: Array<VerdictReport>, };
export type CheckChainRequest = { 
/**
 * A head from a printed attestation or list, in hexadecimal, which must be in the chain.
 */
head: string | null, };
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
 * Since when the processing of their data is restricted (GDPR art. 18), UTC milliseconds.
 */
restricted_at: number | null, 
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
export type Condition = { 
/**
 * What is looked at.
 */
field: ListField, 
/**
 * How it is compared.
 */
operator: Operator, 
/**
 * With what: none for `empty` and `filled`, two for `between`, any number for `is` and `is_not`, otherwise one.
 * Days are `2016-01-31`, numbers are digits, choices are codes; texts and telephone numbers as typed.
 */
values: Array<string>, };
export type ConnectionProblem = { 
/**
 * What to change.
 */
kind: ProblemKind, 
/**
 * What the server said, or the fault of the certificate; without addresses, at most 200 characters; may be empty.
 */
detail: string, };
export type ConsentSetup = { 
/**
 * In the shop's order, archived ones last.
 */
indicators: Array<IndicatorSetup>, 
/**
 * In the order of their number keys.
 */
modes: Array<AgreementMode>, 
/**
 * By indicator, the newest first.
 */
wordings: Array<Wording>, };
export type ConsentSheet = { 
/**
 * Whose.
 */
number: number, 
/**
 * Every indicator that is not archived, in the shop's order; hidden ones included.
 */
indicators: Array<IndicatorState>, 
/**
 * « Puis-je le contacter ? », channel by channel.
 */
contact: Array<ChannelAnswer>, 
/**
 * The agreement modes, in the order of their number keys.
 */
modes: Array<AgreementMode>, 
/**
 * All wordings of these indicators, the one in force first.
 */
wordings: Array<Wording>, 
/**
 * How many decisions the client's history holds.
 */
decisions: number, };
export type ConsentState = "never_asked" | "granted" | "granted_by_default" | "refused" | "withdrawn";
export type ContactType = "client" | "tiers" | "paye_par" | "prospect" | "prescripteur" | "parrain" | "beneficiaire";
export type ContactUse = { 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
purpose: Purpose, };
export type Context = "selection" | "rights" | "repairs";
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
export type CsvEncoding = "utf8" | "windows1252";
export type DecideRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * On which channel.
 */
channel: Channel, 
/**
 * About which indicators of it; empty means the whole channel, for a refusal or a withdrawal.
 */
indicators: number[], 
/**
 * What they said.
 */
answer: Given, 
/**
 * How the agreement was obtained: a mode's label or name, or other words; ignored unless granted.
 */
mode: string, 
/**
 * More about how, or empty.
 */
detail: string, 
/**
 * When they answered, UTC milliseconds; `null` is now.
 */
at: number | null, 
/**
 * The versions shown to the client; those in force for indicators without one here.
 */
wordings: number[], 
/**
 * What shows it. A preview looks at none.
 */
evidence: Array<EvidenceInput>, 
/**
 * « Envoyer directement au client »: written with the decision, or neither is. A preview looks at none.
 */
send: NewMessage | null, };
export type DecisionPreview = { 
/**
 * What the history will say: the state of the whole channel.
 */
label: string, 
/**
 * How the agreement was obtained, in the words of the shop's list.
 */
mode: string, 
/**
 * When the client answered, UTC milliseconds.
 */
at: number, };
export type DecisionSource = "counter" | "import";
export type DuplicatePair = { 
/**
 * The older record (the smaller number).
 */
a: ClientRow, 
/**
 * The newer one.
 */
b: ClientRow, 
/**
 * How surely they are one person, 0 to 100.
 */
score: number, 
/**
 * Why: what agrees, then what speaks against.
 */
reasons: Array<DuplicateReason>, };
export type DuplicateReason = "same_email" | "same_mobile" | "same_phone" | "same_name" | "swapped_name" | "near_name" | "same_postcode" | "same_address" | "household" | "other_email" | "other_mobile";
export type DuplicatesPage = { 
/**
 * What was found; `null` until somebody searched.
 */
summary: DuplicatesSummary | null, 
/**
 * The pairs that still stand, the surest first: neither merged, deleted nor dismissed since.
 */
pairs: Array<DuplicatePair>, 
/**
 * How many there are with that score.
 */
total: number, 
/**
 * The offset of the next page, if there is one.
 */
next: number | null, };
export type DuplicatesRequest = { 
/**
 * Pairs to skip.
 */
offset: number, 
/**
 * At most so many, 1 to 200.
 */
limit: number, 
/**
 * Only pairs with at least this score, 0 to 100.
 */
minimum: number, };
export type DuplicatesSummary = { 
/**
 * How many pairs.
 */
pairs: number, 
/**
 * How many of them are probably households.
 */
households: number, 
/**
 * How many clients were compared.
 */
clients: number, 
/**
 * When it was made, UTC milliseconds.
 */
at: number, 
/**
 * How long it took, in milliseconds.
 */
elapsed_ms: number, 
/**
 * Whether there were more than are kept; the surest are.
 */
cut_off: boolean, };
export type Empty = Record<symbol, never>;
export type ErrorCode = "invalid" | "client_not_found" | "client_removed" | "client_merged" | "merge_with_itself" | "merge_not_found" | "merge_superseded" | "name_differs" | "duplicates_running" | "duplicates_cancelled" | "import_not_found" | "import_undone" | "manager_code_needed" | "manager_code_wrong" | "manager_code_wait" | "manager_code_unfit" | "changed_elsewhere" | "nothing_to_undo" | "undo_superseded" | "no_shop_open" | "file_missing" | "file_exists" | "file_not_ecrin" | "file_newer" | "file_corrupt" | "file_busy" | "file_read_only" | "disk_full" | "file_unreadable" | "passphrase_needed" | "passphrase_wrong" | "passphrase_weak" | "mode_missing" | "detail_missing" | "mode_not_found" | "mode_in_use" | "last_mode" | "decision_date" | "indicator_unsuited" | "indicator_ambiguous" | "indicator_not_found" | "opt_out_forbidden" | "name_missing" | "name_too_long" | "name_taken" | "wording_not_found" | "evidence_too_large" | "evidence_type_unknown" | "evidence_too_many" | "evidence_not_found" | "field_unknown" | "template_malformed" | "template_unsuited" | "template_not_found" | "text_missing" | "shop_name_missing" | "indicator_missing" | "agreement_missing" | "message_blocked" | "message_not_found" | "message_settled" | "carrier_invalid" | "list_invalid" | "list_not_found" | "campaign_not_found" | "campaign_empty" | "campaign_settled" | "import_empty" | "import_not_a_table" | "import_no_name_column" | "import_too_large" | "import_cancelled" | "import_column_twice" | "import_running" | "replies_no_number" | "replies_no_text" | "export_purpose_missing" | "export_too_long" | "labels_not_postal" | "label_beyond_sheet" | "export_cancelled" | "export_running" | "superseded" | "internal";
export type EvidenceContent = { 
/**
 * What it is.
 */
info: EvidenceInfo, 
/**
 * The file in Base64.
 */
base64: string, };
export type EvidenceFile = { 
/**
 * Its name without a folder.
 */
name: string, 
/**
 * Told by its content.
 */
media_type: MediaType, 
/**
 * Bytes.
 */
size: number, };
export type EvidenceFileRequest = { 
/**
 * Where it is.
 */
path: string, };
export type EvidenceInfo = { 
/**
 * Its identity.
 */
id: number, 
/**
 * The decision that it shows.
 */
decision: number, 
/**
 * Its file's name, or empty for a signature.
 */
name: string, 
/**
 * What it is.
 */
media_type: MediaType, 
/**
 * Bytes.
 */
size: number, 
/**
 * The SHA-256 of its content, 64 hexadecimal digits.
 */
sha256: string, };
export type EvidenceInput = { "kind": "file", 
/**
 * Where it is.
 */
path: string, } | { "kind": "signature", 
/**
 * A PNG picture in Base64.
 */
base64: string, };
export type EvidenceRequest = { 
/**
 * Which.
 */
id: number, };
export type ExcludedLine = { 
/**
 * Who.
 */
line: ListLine, 
/**
 * Everything against; the first is the one under which they are counted.
 */
reasons: Array<Reason>, };
export type ExcludedPage = { 
/**
 * In the order of the list.
 */
lines: Array<ExcludedLine>, 
/**
 * Where the next page begins, if there may be one.
 */
next: string | null, };
export type ExportEntry = { 
/**
 * Its number.
 */
id: number, 
/**
 * When, UTC milliseconds.
 */
at: number, 
/**
 * Who was at the counter.
 */
operator: string, 
/**
 * Why.
 */
purpose: string, 
/**
 * Whom it was given to, or empty.
 */
recipient: string, 
/**
 * What it served for; `null`: it may not be used for prospecting.
 */
contact: ContactUse | null, 
/**
 * As what.
 */
format: ExportFormat, 
/**
 * The name of the file, without its folder.
 */
file_name: string, 
/**
 * The list, if this version can read it; its columns are those that were written.
 */
query: ListQuery | null, 
/**
 * The filter in words, in the language asked for.
 */
filter: string, 
/**
 * The columns in words, in the language asked for.
 */
columns: Array<string>, 
/**
 * How many clients were in it.
 */
kept: number, 
/**
 * How many the guard left out.
 */
excluded: number, 
/**
 * SHA-256 of the file, 64 hexadecimal digits.
 */
sha256: string, };
export type ExportExcludedRequest = { 
/**
 * The list.
 */
query: ListQuery, 
/**
 * In which language headings and reasons are.
 */
language: Language, 
/**
 * Why: needed, at most 200 characters.
 */
purpose: string, 
/**
 * Whom it is given to, or empty; at most 200 characters.
 */
recipient: string, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type ExportForm = { "format": "csv", 
/**
 * Which characters it can hold.
 */
encoding: CsvEncoding, } | { "format": "xlsx" } | { "format": "pdf" } | { "format": "labels", 
/**
 * Which sheet.
 */
sheet: LabelSheet, 
/**
 * The first label that is free, from 1, row by row.
 */
start: number, } | { "format": "vcard" } | { "format": "jsonl" };
export type ExportFormat = "csv" | "xlsx" | "pdf" | "labels" | "vcard" | "jsonl";
export type ExportListRequest = { 
/**
 * Which clients, in what order, with which columns, what for.
 */
query: ListQuery, 
/**
 * As what.
 */
form: ExportForm, 
/**
 * In which language headings and words are.
 */
language: Language, 
/**
 * Why: needed, at most 200 characters.
 */
purpose: string, 
/**
 * Whom it is given to, or empty; at most 200 characters.
 */
recipient: string, 
/**
 * What the list is called, for what is printed, or empty.
 */
title: string, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type ExportPage = { 
/**
 * Its lines.
 */
exports: Array<ExportEntry>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are older ones.
 */
next: number | null, };
export type ExportReport = { 
/**
 * Its number in the register.
 */
export: number, 
/**
 * Where the file is; another name than the one wanted if that was taken meanwhile.
 */
path: string, 
/**
 * How many clients are in it.
 */
kept: number, 
/**
 * How many the guard left out, each under the first of their reasons.
 */
excluded: Array<ReasonCount>, 
/**
 * SHA-256 of the file, 64 hexadecimal digits.
 */
sha256: string, 
/**
 * Characters that the encoding lacks, each with how often it was replaced with « ? »; the most frequent first.
 */
replaced: Array<ReplacedCharacter>, };
export type ExportsOfClient = { 
/**
 * All of them, the newest first.
 */
exports: Array<ExportEntry>, 
/**
 * Those to clean: they served to contact people in a way and for a purpose to which this client says no since; or they served no contact,
 * and hold the coordinates of a channel on which this client said no since. All of them once the data are no longer to be used at all
 * (GDPR art. 18). Whoever holds a copy must take them out.
 */
to_clean: number[], };
export type ExportsOfClientRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * In which language filters and columns are said.
 */
language: Language, };
export type ExportsRequest = { 
/**
 * What the previous page gave as `next`; `null` for the newest.
 */
before: number | null, 
/**
 * At most so many, 1 to 500.
 */
limit: number, 
/**
 * In which language filters and columns are said.
 */
language: Language, };
export type FailedBecause = "no_carrier" | "unreachable" | "timed_out" | "dropped" | "certificate" | "credentials" | "setup" | "later" | "address_refused" | "refused" | "not_understood" | "land_line" | "text" | "unwritable" | "interrupted" | "given_up";
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
export type FieldKind = "text" | "phone" | "number" | "day" | "choice";
export type FieldProblem = "required" | "too_long" | "email_malformed" | "control_character" | "phone_unreadable" | "postcode_unusual";
export type FileRequest = { 
/**
 * Where it is.
 */
path: string, };
export type ForcingCharacter = { 
/**
 * The character.
 */
character: string, 
/**
 * How often it stands in the text.
 */
count: number, 
/**
 * What the default alphabet could say instead (« e » for « ê »); empty for what nobody would miss, `None` where there is nothing.
 */
instead: string | null, };
export type GatewayField = { 
/**
 * Its name in braces.
 */
code: string, 
/**
 * Kept in the credential store.
 */
secret: boolean, };
export type GatewayPart = "address" | "parameters" | "answer" | "refusals" | "clock" | "stop";
export type GatewayPreset = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name; empty for the generic one.
 */
name: string, 
/**
 * Where its documentation is.
 */
documentation: string, 
/**
 * When that was read, `AAAA-MM-JJ`.
 */
read_on: string, 
/**
 * What was found there.
 */
verified: string, 
/**
 * What was not, and is to be tried before it is relied on.
 */
unverified: string, 
/**
 * The same by what it is about, for the window to word.
 */
unverified_parts: Array<GatewayPart>, 
/**
 * What it needs to know of the shop.
 */
fields: Array<GatewayField>, 
/**
 * Whether it adds the mention of STOP to prospecting itself, so that the text must not bear one.
 */
adds_stop: boolean, 
/**
 * What it adds, as far as its length counts; empty where it adds nothing.
 */
added_stop: string, 
/**
 * When it takes prospecting, where that is less than the rules allow.
 */
hours?: SmsHours, 
/**
 * How it is asked.
 */
request: HttpRequest, };
export type Given = "granted" | "refused" | "withdrawn";
export type Ground = "consent" | "not_opposed" | "objection" | "no_consent";
export type HistoryColumn = "label" | "mode" | "at" | "decision";
export type HistoryFormat = "csv" | "pdf";
export type HistoryPage = { 
/**
 * The rows.
 */
rows: Array<HistoryRow>, 
/**
 * How many there are in all.
 */
total: number, };
export type HistoryRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Sorted by.
 */
column: HistoryColumn, 
/**
 * Last first.
 */
descending: boolean, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * At most so many, 1 to 500.
 */
limit: number, };
export type HistoryRow = { 
/**
 * Its number in the chain.
 */
decision: number, 
/**
 * The record that it was recorded on, if that one went into the client's later.
 */
merged_from?: number, 
/**
 * « Type de communication client »: the state of the whole channel after the decision, as it was sealed.
 */
label: string, 
/**
 * The channel.
 */
channel: Channel, 
/**
 * What the client answered.
 */
answer: Given, 
/**
 * The names of the indicators that the answer was about.
 */
covers: Array<string>, 
/**
 * « Type d'accord »: empty unless the client agreed.
 */
mode: string, 
/**
 * More about how.
 */
detail: string, 
/**
 * « Date de l'accord »: when the client answered, UTC milliseconds.
 */
at: number, 
/**
 * When it was recorded, UTC milliseconds.
 */
recorded_at: number, 
/**
 * Who recorded it.
 */
operator: string, 
/**
 * Whether somebody recorded it here, or a file said so.
 */
source: DecisionSource, 
/**
 * An agreement of a file, « sans preuve ».
 */
unproven: boolean, 
/**
 * The sentences shown to the client.
 */
wordings: Array<Wording>, 
/**
 * What shows it.
 */
evidence: Array<EvidenceInfo>, 
/**
 * Its SHA-256, 64 hexadecimal digits.
 */
seal: string, };
export type HttpContent = "json" | "form";
export type HttpGateway = { 
/**
 * The code of the preset that it follows.
 */
preset: string, 
/**
 * What the preset asks for and is no secret, by its code.
 */
fields: { [key in string]: string }, 
/**
 * How it is asked, where that differs from the preset.
 */
own: HttpRequest | null, 
/**
 * The certificate (PEM) of the authority that vouches for it, in place of the system's authorities; empty: the system's.
 */
root_certificate: string, };
export type HttpHeader = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value, with names in braces.
 */
value: string, };
export type HttpMethod = "get" | "post" | "put";
export type HttpRequest = { 
/**
 * Its page, encrypted.
 */
url: string, 
/**
 * GET has no body.
 */
method: HttpMethod, 
/**
 * Beside those that every request has.
 */
headers: Array<HttpHeader>, 
/**
 * How the body is written.
 */
content: HttpContent, 
/**
 * The body: a tree of JSON; for a form, an object of texts.
 */
body: unknown, 
/**
 * What `{nature}` is.
 */
nature: ByNature, 
/**
 * What `{codage}` is.
 */
coding: ByCoding, 
/**
 * How it is signed.
 */
signature: Signature, 
/**
 * Whether it takes an SMS with a `{reference}` that it knows for the same one, so that it may be asked again without doubling it.
 */
refuses_repetition?: boolean, 
/**
 * What holds of an answer (2xx) that says that the SMS was taken: all of it. Empty: the status is enough.
 */
success: Array<AnswerTest>, 
/**
 * What holds of an answer (2xx or 4xx) that says that it was not, the first first.
 */
refusals: Array<Refusal>, 
/**
 * Where the answer has the name of the SMS (RFC 6901); empty: nowhere.
 */
receipt: string, 
/**
 * Where the answer has the gateway's words on a failure; empty: nowhere.
 */
said: string, };
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
export type ImportConsents = { 
/**
 * Agreements, « sans preuve ».
 */
granted: number, 
/**
 * Refusals.
 */
refused: number, 
/**
 * Agreements recorded as refusals, since whoever is reached at the same address had said no.
 */
not_resubscribed: number, };
export type ImportEntry = { 
/**
 * Its number.
 */
id: number, 
/**
 * When, UTC milliseconds.
 */
at: number, 
/**
 * By whom.
 */
operator: string, 
/**
 * The file's name, without its folder.
 */
file_name: string, 
/**
 * How many clients it brought.
 */
imported: number, 
/**
 * How many rows it refused.
 */
rejected: number, 
/**
 * When it was taken back, UTC milliseconds.
 */
undone_at: number | null, };
export type ImportField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional" | "inactive" | "inactive_reason" | "updated_at" | "sms_technical" | "sms_commercial" | "mail_technical" | "mail_commercial" | "postal" | "phone_commercial" | "newsletter" | "partners_sms" | "partners_mail" | "partners_postal" | "partners_phone" | "agreement_mode" | "agreement_date";
export type ImportFormat = "csv" | "xlsx";
export type ImportIdRequest = { 
/**
 * Which.
 */
id: number, };
export type ImportNote = { 
/**
 * See [`super::NoteCode`].
 */
code: string, 
/**
 * How many rows it is about; columns with `columns_ignored` and `refusal_columns`, agreements with `not_resubscribed`,
 * answers with `question_not_asked`.
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
 * What the imported rows say of consents.
 */
consents: ImportConsents, 
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
export type Indicator = { 
/**
 * Its identity.
 */
id: number, 
/**
 * A short code that never changes, such as `SMS-COM`: wordings are numbered after it, seals name it.
 */
code: string, 
/**
 * Its name, such as « Envoi de SMS commerciaux ».
 */
name: string, 
/**
 * Its channel.
 */
channel: Channel, 
/**
 * Its purpose.
 */
purpose: Purpose, 
/**
 * What holds by default.
 */
kind: Kind, 
/**
 * Whom it is for.
 */
audience: Audience, 
/**
 * Whether records show it.
 */
visible: boolean, 
/**
 * Since when it is no longer asked, UTC milliseconds.
 */
archived_at: number | null, };
export type IndicatorRequest = { 
/**
 * Which.
 */
id: number, };
export type IndicatorSetup = { 
/**
 * The indicator.
 */
indicator: Indicator, 
/**
 * Whether decisions name it: deleting it archives it.
 */
has_history: boolean, };
export type IndicatorState = { 
/**
 * Which.
 */
indicator: number, 
/**
 * Its code, such as `SMS-COM`.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its channel.
 */
channel: Channel, 
/**
 * Its purpose.
 */
purpose: Purpose, 
/**
 * What holds by default.
 */
kind: Kind, 
/**
 * Whom it is for.
 */
audience: Audience, 
/**
 * Whether it concerns this client at all: a question for professionals does not concern a private person.
 */
suits: boolean, 
/**
 * Whether records show it.
 */
visible: boolean, 
/**
 * Where the client stands.
 */
state: ConsentState, 
/**
 * Since when, UTC milliseconds: the day of the answer.
 */
since: number | null, 
/**
 * How the agreement was obtained; empty unless granted.
 */
mode: string, 
/**
 * The decision on which it rests.
 */
decision: number | null, 
/**
 * Granted by an imported file, « sans preuve ».
 */
unproven: boolean, 
/**
 * « Demandé le … »: when a message last asked for it, UTC milliseconds; ends with the answer.
 */
asked_at: number | null, };
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
file_name: string | null, 
/**
 * The record that was changed, if that one went into this one later.
 */
merged_from?: number, };
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
export type KeptItem = { 
/**
 * What.
 */
what: KeptThing, 
/**
 * How many.
 */
count: number, 
/**
 * Why.
 */
reason: KeptReason, 
/**
 * For how many years, if a text says so.
 */
years: number | null, };
export type KeptReason = "proof" | "recipients" | "accountability";
export type KeptThing = "decisions" | "evidence" | "messages_sent" | "exports" | "journal_entries";
export type Kind = "opt_in" | "opt_out" | "newsletter";
export type LabelSheet = "3x8" | "2x7";
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
export type ListCount = { 
/**
 * Those who satisfy the conditions, `kept` and `excluded` together.
 */
matching: number, 
/**
 * Those whom the guard keeps; where the list serves no contact, all who match but those whose data are restricted.
 */
kept: number, 
/**
 * Those left out.
 */
excluded: number, 
/**
 * Those left out, each under the first of their reasons, in the order in which reasons are told.
 */
reasons: Array<ReasonCount>, 
/**
 * The inactive who satisfy the conditions and are hidden; 0 when they are shown.
 */
hidden_inactive: number, };
export type ListField = { "of": "number" } | { "of": "record", "field": ClientField } | { "of": "created_at" } | { "of": "updated_at" } | { "of": "inactive_at" } | { "of": "inactive_reason" } | { "of": "restricted_at" } | { "of": "import_file" } | { "of": "consent", "field": number } | { "of": "consent_mode", "field": number } | { "of": "consent_date", "field": number } | { "of": "contact_consent" } | { "of": "contact_mode" } | { "of": "contact_date" };
export type ListFieldInfo = { 
/**
 * Which.
 */
field: ListField, 
/**
 * How it is compared and shown.
 */
kind: FieldKind, 
/**
 * The comparisons that its conditions may make; none where it can only be a column.
 */
operators: Array<Operator>, 
/**
 * Whether a list may be in its order.
 */
sorts: boolean, 
/**
 * The codes that it may have, for a choice.
 */
choices: Array<string>, 
/**
 * The indicator's name, for what is about one.
 */
indicator: string | null, };
export type ListLine = { 
/**
 * Whose.
 */
client: number, 
/**
 * In the order of [`super::ListQuery::columns`].
 */
cells: Array<Cell>, };
export type ListPage = { 
/**
 * In the order of the list.
 */
lines: Array<ListLine>, 
/**
 * Where the next page begins, if there may be one.
 */
next: string | null, };
export type ListPageRequest = { 
/**
 * The list.
 */
query: ListQuery, 
/**
 * Where the page begins: the `next` of the page before, `null` for the first.
 */
cursor: string | null, 
/**
 * At most so many lines, 1 to 500.
 */
limit: number, };
export type ListQuery = { 
/**
 * What a client must satisfy.
 */
conditions: Array<Condition>, 
/**
 * Whether one condition is enough; otherwise all must hold.
 */
any: boolean, 
/**
 * Whether inactive clients figure too.
 */
include_inactive: boolean, 
/**
 * What the list serves for, if it is to contact people: the guard then leaves out those who may not be.
 */
contact: ContactUse | null, 
/**
 * What is shown and exported, in order; never empty.
 */
columns: Array<ListField>, 
/**
 * The order of the lines; ties are broken by the client's number.
 */
sort: ListSort, };
export type ListSort = { 
/**
 * By what.
 */
by: ListField, 
/**
 * From the last to the first.
 */
descending: boolean, };
export type MailFault = "sender" | "reply_to" | "unsubscribe" | "folder" | "host" | "port" | "root_certificate";
export type MailSetup = { 
/**
 * The name that the reader sees; may be empty.
 */
sender_name: string, 
/**
 * The address that the mails come from.
 */
sender_address: string, 
/**
 * Where answers go; empty: to the sender.
 */
reply_to: string, 
/**
 * Where the « STOP » of a mailbox's own button goes; empty: where answers go.
 */
unsubscribe: string, 
/**
 * Folder or server.
 */
way: MailWay, };
export type MailSetupRequest = { 
/**
 * Whose mails they are, and which way they go.
 */
setup: MailSetup, 
/**
 * For the credential store; `null` leaves the one that is there.
 */
password: string | null, };
export type MailWay = { "kind": "folder", 
/**
 * An existing folder, or one to be made in an existing folder.
 */
path: string, } | { "kind": "smtp" } & SmtpServer;
export type ManagerCodeRequest = { 
/**
 * As typed.
 */
code: string, };
export type ManagerState = { 
/**
 * Whether the file has one; without, nothing asks for it.
 */
set: boolean, 
/**
 * Until when it holds, UTC milliseconds; `null` while it has to be given (or there is none).
 */
unlocked_until: number | null, 
/**
 * How many seconds there are to wait before it can be tried again; 0: at once.
 */
wait: number, };
export type MatchReason = "same_phone" | "same_email" | "near_name";
export type MayContactRequest = { 
/**
 * Whom.
 */
number: number, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * When, UTC milliseconds; `null` is now.
 */
at: number | null, };
export type MediaType = "png" | "jpeg" | "webp" | "pdf" | "text";
export type MergeDone = { 
/**
 * Its identity, by which it is taken back.
 */
id: number, 
/**
 * The record that stayed, as it is now.
 */
record: ClientRecord, 
/**
 * The answers that either had given, with what holds now.
 */
answers: Array<MergedAnswer>, };
export type MergeEntry = { 
/**
 * The merge.
 */
id: number, 
/**
 * The number of the record that went.
 */
merged: number, 
/**
 * The name it bore.
 */
name: string, 
/**
 * When, UTC milliseconds.
 */
at: number, 
/**
 * Who did it.
 */
operator: string, 
/**
 * Whether it can be taken back: nothing changed on either record since.
 */
reversible: boolean, };
export type MergeField = { 
/**
 * Its name, without braces.
 */
name: string, 
/**
 * Whether it says something only where the message is about an indicator.
 */
about_agreement: boolean, };
export type MergeIdRequest = { 
/**
 * Which.
 */
id: number, };
export type MergePreview = { 
/**
 * The record that stays.
 */
kept: ClientRecord, 
/**
 * The record that goes into it.
 */
merged: ClientRecord, 
/**
 * Field by field, in the order of the record.
 */
fields: Array<MergedField>, 
/**
 * The answers that either gave, in the shop's order.
 */
answers: Array<MergedAnswer>, 
/**
 * How many decisions the united history will show.
 */
decisions: number, 
/**
 * How many messages it will show.
 */
messages: number, 
/**
 * How many messages to the record that goes wait in the outbox: they are judged again before they leave.
 */
pending_messages: number, 
/**
 * Whether the use of the data will be restricted (GDPR art. 18), because it is for either of them.
 */
restricted: boolean, };
export type MergePreviewRequest = { 
/**
 * The record that stays.
 */
kept: number, 
/**
 * The record that goes into it.
 */
merged: number, 
/**
 * The fields whose value is taken from it, as chosen so far: what is asked of a professional depends on it.
 */
take_merged: Array<ClientField>, };
export type MergeRequest = { 
/**
 * The record that stays.
 */
kept: number, 
/**
 * Its revision, as it was read.
 */
kept_revision: number, 
/**
 * The record that goes into it.
 */
merged: number, 
/**
 * Its revision, as it was read.
 */
merged_revision: number, 
/**
 * The fields whose value is taken from the record that goes.
 */
take_merged: Array<ClientField>, };
export type MergedAnswer = { 
/**
 * The indicator.
 */
indicator: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its channel.
 */
channel: Channel, 
/**
 * Its purpose.
 */
purpose: Purpose, 
/**
 * Where the record that stays stands.
 */
kept: ConsentState, 
/**
 * Where the other one stands.
 */
merged: ConsentState, 
/**
 * What will hold.
 */
after: ConsentState, 
/**
 * Whether what will hold is an agreement « sans preuve ».
 */
unproven: boolean, 
/**
 * Why.
 */
reason: AnswerReason, };
export type MergedField = { 
/**
 * Which.
 */
field: ClientField, 
/**
 * What the record that stays says: text, or a code for the type of contact and `true` / `false`.
 */
kept: string, 
/**
 * What the other one says.
 */
merged: string, 
/**
 * Whether they differ; otherwise there is nothing to choose.
 */
differs: boolean, 
/**
 * Whether the other one's value is proposed, because the record that stays has none.
 */
take_merged: boolean, };
export type Message = { 
/**
 * Its identity.
 */
id: number, 
/**
 * To whom.
 */
client: number, 
/**
 * The client's name, as the search shows it.
 */
client_name: string, 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * What it belongs to.
 */
context: Context, 
/**
 * What the gate was asked about.
 */
purpose: MessagePurpose, 
/**
 * The template's name when it was queued.
 */
template: string, 
/**
 * An e-mail address, or a telephone number in national form.
 */
address: string, 
/**
 * The subject of a mail; empty for an SMS.
 */
subject: string, 
/**
 * The text as it is sent, the mention of STOP included.
 */
body: string, 
/**
 * Where it stands.
 */
state: MessageState, 
/**
 * With `blocked`: what the gate said.
 */
blocked_by: Reason | null, 
/**
 * With `failed`, `unsure`, or `pending` after an attempt: why.
 */
failed_because: FailedBecause | null, 
/**
 * What a server said, without addresses; at most 200 characters.
 */
detail: string, 
/**
 * How often a server was asked to take it; counted before it is asked.
 */
attempts: number, 
/**
 * When it was queued, UTC milliseconds.
 */
queued_at: number, 
/**
 * While pending: when it may next be tried, UTC milliseconds.
 */
due_at: number, 
/**
 * When a server took it, UTC milliseconds.
 */
sent_at: number | null, 
/**
 * Who queued it.
 */
operator: string, };
export type MessageColumn = "date" | "client" | "state";
export type MessageIdRequest = { 
/**
 * Which.
 */
id: number, };
export type MessagePage = { 
/**
 * In the order asked for.
 */
messages: Array<Message>, 
/**
 * Where the next page begins.
 */
next: number | null, 
/**
 * How many there are, by context and state, of the client or of all.
 */
counts: OutboxCounts, };
export type MessagePurpose = "rights" | "technical" | "commercial";
export type MessageRequest = { 
/**
 * Those of one client; else of all.
 */
number: number | null, 
/**
 * Of one channel.
 */
channel: Channel | null, 
/**
 * Of one context.
 */
context: Context | null, 
/**
 * Only those that have left (`true`) or have not (`false`), whatever kept them.
 */
sent: boolean | null, 
/**
 * In one state.
 */
state: MessageState | null, 
/**
 * In which order.
 */
sort: MessageSort, 
/**
 * Those that follow this one in that order, from the last page's `next`.
 */
after: number | null, 
/**
 * At most 500.
 */
limit: number, };
export type MessageSetup = { 
/**
 * How mails leave.
 */
mail: MailSetup, 
/**
 * Whether the credential store has a password for them.
 */
mail_password: boolean, 
/**
 * How SMS leave.
 */
sms: SmsSetup, 
/**
 * Which of the gateway's secrets the credential store has, by their codes.
 */
sms_secrets: Array<string>, 
/**
 * The gateways that Écrin knows; the generic one is the last.
 */
gateways: Array<GatewayPreset>, 
/**
 * All that the rules allow of hours for prospecting by SMS: `sms.hours` lie within.
 */
legal_sms_hours: SmsHours, };
export type MessageSort = { 
/**
 * By what.
 */
column: MessageColumn, 
/**
 * The last first.
 */
descending: boolean, };
export type MessageState = "pending" | "sending" | "unsure" | "sent" | "failed" | "blocked" | "cancelled";
export type MessageVerdict = { 
/**
 * Yes, at once.
 */
allowed: boolean, 
/**
 * Yes, but not at this hour: when it will leave, UTC milliseconds.
 */
waits_until: number | null, 
/**
 * Everything against; empty exactly when allowed, `outside_hours` alone when it waits.
 */
reasons: Array<Reason>, 
/**
 * The rule that applies.
 */
rule: RuleCode, 
/**
 * The text that the rule comes from.
 */
source: string, 
/**
 * When that was read, as an ISO 8601 date.
 */
read_on: string, 
/**
 * The text that the hours come from, where hours apply.
 */
hours_source: string | null, 
/**
 * Rests on an imported agreement, « sans preuve ».
 */
unproven: boolean, };
export type ModeRequest = { 
/**
 * Which.
 */
id: number, };
export type NameRequest = { 
/**
 * As typed.
 */
name: string, };
export type NewCampaign = { 
/**
 * Its name, 1 to 60 characters.
 */
name: string, 
/**
 * To whom. What the list serves for is taken from the template, whatever it says itself.
 */
query: ListQuery, 
/**
 * What: a template of the context « Sélection clients ».
 */
template: number, };
export type NewIndicator = { 
/**
 * Its name, at most 60 characters.
 */
name: string, 
/**
 * Its channel.
 */
channel: Channel, 
/**
 * Its purpose.
 */
purpose: Purpose, 
/**
 * What holds by default.
 */
kind: Kind, 
/**
 * Whom it is for.
 */
audience: Audience, };
export type NewMessage = { 
/**
 * To whom.
 */
number: number, 
/**
 * The template.
 */
template: number, 
/**
 * Another context than the template's.
 */
context: Context | null, 
/**
 * The indicator that it is about: what a request asks for, what a confirmation confirms.
 */
indicator: number | null, };
export type NewMode = { 
/**
 * Its short name, at most 60 characters.
 */
name: string, 
/**
 * What the history says, at most 60 characters.
 */
label: string, 
/**
 * An example, or empty.
 */
hint: string, };
export type NewSavedList = { 
/**
 * The list that it replaces; `null` for a new one.
 */
id: number | null, 
/**
 * Its name, 1 to 60 characters.
 */
name: string, 
/**
 * The list.
 */
query: ListQuery, };
export type NewTemplate = { 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * Its name, at most 60 characters, of which no other one on its channel has it.
 */
name: string, 
/**
 * The context of its messages.
 */
context: Context, 
/**
 * What the gate is asked about.
 */
purpose: MessagePurpose, 
/**
 * Whether it asks for an agreement, which is then « demandé le … ».
 */
asks: boolean, 
/**
 * The subject of a mail, at most 150 characters, with merge fields; empty for an SMS.
 */
subject: string, 
/**
 * The text, with merge fields such as `{nom}`; at most 1,530 characters for an SMS (ten segments), 20,000 for a mail, in which an empty
 * line begins a paragraph.
 */
body: string, };
export type NewWordingRequest = { 
/**
 * What it asks for.
 */
indicator: number, 
/**
 * The sentence, at most 1,000 characters.
 */
text: string, 
/**
 * Since when it is shown, UTC milliseconds.
 */
effective_from: number, };
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
export type Operation = "create_shop" | "add_operator" | "create_client" | "save_client" | "set_inactive" | "set_active" | "restrict" | "unrestrict" | "decide" | "set_up_consents" | "set_up_shop" | "set_up_messages" | "queue_message" | "cancel_message" | "retry_message" | "deliver" | "save_list" | "remove_list" | "start_campaign" | "write_campaign" | "stop_campaign" | "resume_campaign" | "undo" | "import" | "import_replies" | "demonstrate" | "back_up" | "merge" | "undo_merge" | "remove_client" | "undo_import" | "dismiss_duplicates" | "set_manager_code" | "enter_manager_code" | "export" | "open_client";
export type Operator = "is" | "is_not" | "begins" | "contains" | "from" | "until" | "between" | "empty" | "filled";
export type OrderRequest = { 
/**
 * Identities, the first first; those left out stay behind.
 */
ids: number[], };
export type OutboxCounts = { 
/**
 * « Tous ».
 */
all: number, 
/**
 * « Sélection clients ATTENTE »: those that have not left, whatever kept them.
 */
selection_waiting: number, 
/**
 * « Sélection clients »: those that have left.
 */
selection: number, 
/**
 * « Demande RGPD ».
 */
rights: number, 
/**
 * « Relances SAV Clients ».
 */
repairs: number, 
/**
 * « En attente » and « en cours ».
 */
waiting: number, 
/**
 * « Échec », « à vérifier ».
 */
trouble: number, 
/**
 * « Bloqué ».
 */
blocked: number, };
export type PairRequest = { 
/**
 * One.
 */
a: number, 
/**
 * The other.
 */
b: number, };
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
export type PreviewTemplateRequest = { 
/**
 * On whom.
 */
number: number, 
/**
 * The text, saved or not; its name may be empty.
 */
template: NewTemplate, 
/**
 * The indicator that the message is about; an example where one is needed and none is given.
 */
indicator: number | null, 
/**
 * How the client is agreeing right now, for a confirmation of what is not recorded yet.
 */
mode?: string, };
export type ProbableClient = { 
/**
 * The existing record, inactive ones included.
 */
client: ClientRow, 
/**
 * Why, the strongest reason first.
 */
reasons: Array<MatchReason>, };
export type ProblemKind = "setup" | "folder" | "host" | "port" | "silent" | "dropped" | "not_a_mail_server" | "certificate" | "no_encryption" | "password" | "unprotected" | "sender" | "turned_away";
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
total: number, } | { "task": "duplicates", 
/**
 * `reading` or `comparing`.
 */
phase: string, 
/**
 * Clients so far.
 */
done: number, 
/**
 * Clients in all.
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
total: number, } | { "task": "export", 
/**
 * Clients gone through so far, those left out included.
 */
done: number, 
/**
 * Clients in all, 0 while unknown.
 */
total: number, };
export type Purpose = "technical" | "commercial" | "newsletter" | "b2b" | "partners";
export type QueueCounts = { 
/**
 * « En attente » and « en cours ».
 */
waiting: number, 
/**
 * « Échec », « à vérifier ».
 */
trouble: number, 
/**
 * « Bloqué ».
 */
blocked: number, };
export type Reason = "never_asked" | "refused" | "withdrawn" | "no_indicator" | "not_professional" | "no_purchase" | "restricted" | "inactive" | "no_address" | "outside_hours";
export type ReasonCount = { 
/**
 * The first of their reasons.
 */
reason: Reason, 
/**
 * How many.
 */
clients: number, };
export type RecentFile = { path: string, file_name: string, shop_name: string, 
/**
 * UTC milliseconds.
 */
opened_at: number, clients: number, 
/**
 * No longer there (moved, or on a disk that is not plugged in).
 */
missing: boolean, demonstration: boolean, };
export type Refusal = { 
/**
 * What it says no to.
 */
because: RefusedPart, 
/**
 * Where to look (RFC 6901); empty: the whole answer, which may be no JSON.
 */
pointer: string, 
/**
 * What is there, as text: « 1 » is 1. Without it and `contains`: anything but null and nothing.
 */
equals: unknown, 
/**
 * What is in it, whatever its case.
 */
contains: string | null, };
export type RefusedPart = "address" | "message" | "credentials" | "later";
export type Removal = "deleted" | "archived";
export type RemovalPreview = { 
/**
 * The record, as it is.
 */
record: ClientRecord, 
/**
 * The name that must be typed to confirm; case, accents and hyphens do not count.
 */
name: string, 
/**
 * The numbers of the records that went into it, which are removed with it.
 */
merged: number[], 
/**
 * What stays; nothing of what there is none.
 */
kept: Array<KeptItem>, 
/**
 * How many messages wait in the outbox: they are cancelled.
 */
pending_messages: number, 
/**
 * Whether a no stands, which a later import of the same person will not know of.
 */
forgets_a_no: boolean, };
export type RemoveRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read.
 */
revision: number, 
/**
 * The name, typed to confirm.
 */
name: string, };
export type RemovedIndicator = { 
/**
 * Deleted, or archived because decisions name it.
 */
removal: Removal, 
/**
 * What Administration shows now.
 */
setup: ConsentSetup, };
export type RenameIndicatorRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * At most 60 characters.
 */
name: string, };
export type RenameModeRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * The words.
 */
mode: NewMode, };
export type ReplacedCharacter = { 
/**
 * The character.
 */
character: string, 
/**
 * How often it was replaced.
 */
count: number, 
/**
 * The number of the first client in whose line it was; 0 for a heading.
 */
client: number, };
export type RepliesReport = { 
/**
 * The name of the file, without its folder.
 */
file_name: string, 
/**
 * Replies in the table.
 */
replies: number, 
/**
 * Those that were shown or written before: nothing was done again, and `shown` does not hold them.
 */
known: number, 
/**
 * STOPs whose withdrawal was written now.
 */
stopped: number, 
/**
 * Clients whose withdrawal was written now.
 */
clients: number, 
/**
 * Messages that were waiting for these clients by SMS: each will be asked about again when it is due, and blocked if it may not leave.
 */
waiting: number, 
/**
 * Harmless replies.
 */
others: number, 
/**
 * What a person should see, in the order of the table: everything but `known` and `others`; at most 2,000.
 */
shown: Array<ShownReply>, 
/**
 * Rows that are no replies; at most 2,000.
 */
unread: Array<UnreadReply>, 
/**
 * Replies and rows that found no place in `shown` and `unread`. Those to read or to record are not taken for seen.
 */
beyond: number, };
export type ReplyAnswer = "yes" | "no";
export type ReplyClient = { 
/**
 * Their number.
 */
number: number, 
/**
 * Their name, as the search shows it.
 */
name: string, 
/**
 * An agreement on this channel that is newer than the STOP was withdrawn with the others, to be asked for again if the client wishes.
 */
newer_agreement: boolean, };
export type ReplyMeaning = "stop" | "doubtful" | "harmless";
export type ReplyOutcome = "stopped" | "stopped_before" | "to_record" | "to_read" | "unknown";
export type ResetManagerCodeRequest = { 
/**
 * The file's passphrase.
 */
passphrase: string, 
/**
 * As in [`SetManagerCodeRequest::code`].
 */
code: string | null, };
export type RestrictRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * On or off.
 */
restricted: boolean, };
export type RuleCode = "service_message" | "electronic_consent" | "electronic_customer" | "electronic_trade" | "post" | "phone_shop_choice" | "phone_consent" | "phone_contract" | "phone_trade" | "rights_information";
export type SaveAttestationRequest = { 
/**
 * Of whom.
 */
number: number, 
/**
 * As what.
 */
format: AttestationFormat, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type SaveDailyListRequest = { 
/**
 * Which day, as an ISO 8601 date, by the shop's computer.
 */
day: string, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type SaveEvidenceRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type SaveExportRegisterRequest = { 
/**
 * In which language.
 */
language: Language, 
/**
 * Where, a .csv or a .pdf; nothing is overwritten.
 */
path: string, };
export type SaveHistoryRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Sorted by.
 */
column: HistoryColumn, 
/**
 * Last first.
 */
descending: boolean, 
/**
 * As what.
 */
format: HistoryFormat, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type SaveRecordSheetRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
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
export type SaveTemplateRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * What it becomes; its channel stays.
 */
template: NewTemplate, };
export type SavedFile = { 
/**
 * Where it is.
 */
path: string, };
export type SavedList = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Its name, 1 to 60 characters, which no other list has.
 */
name: string, 
/**
 * The list.
 */
query: ListQuery, 
/**
 * UTC milliseconds.
 */
created_at: number, 
/**
 * When it was last saved, UTC milliseconds.
 */
updated_at: number, 
/**
 * Who saved it last.
 */
operator: string, };
export type SavedListRequest = { 
/**
 * Which.
 */
id: number, };
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
export type Security = "tls" | "starttls" | "none";
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
export type SetManagerCodeRequest = { 
/**
 * The code until now; `null` where there is none.
 */
current: string | null, 
/**
 * The code from now on: 4 to 12 digits, or a word of 4 to 40 characters; `null` removes it.
 */
code: string | null, };
export type Settings = { 
/**
 * The interface's language.
 */
language: Language | null, 
/**
 * The interface's colours.
 */
theme: Theme | null, };
export type ShopIdentity = { 
/**
 * « Nom de la boutique », at most 100 characters.
 */
name: string, 
/**
 * Its postal address, in lines; at most 400 characters.
 */
address: string, 
/**
 * Whom to ask about one's rights: an e-mail, a telephone number, a person; at most 400 characters.
 */
rights_contact: string, 
/**
 * Where clients read how their data are used; at most 400 characters.
 */
privacy_notice: string, };
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
export type ShowIndicatorRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * Shown or hidden.
 */
visible: boolean, };
export type ShownReply = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * Who wrote, in national form.
 */
number: string, 
/**
 * What they wrote; at most 1,000 characters.
 */
text: string, 
/**
 * When it was received, UTC milliseconds; null where the table does not say so readably.
 */
at: number | null, 
/**
 * What it says.
 */
meaning: ReplyMeaning, 
/**
 * What was done with it.
 */
outcome: ReplyOutcome, 
/**
 * Whose number it is; several where they share it, none where nobody has it.
 */
clients: Array<ReplyClient>, 
/**
 * With `to_record` and `to_read`: what the client was asked, and has not answered; the newest request first.
 */
asked: Array<AskedIndicator>, 
/**
 * With `to_record`: what they seem to answer.
 */
answer: ReplyAnswer | null, 
/**
 * An earlier import showed it too.
 */
again: boolean, };
export type Signature = "none" | "ovh";
export type SmsEncoding = "gsm7" | "ucs2";
export type SmsFault = "sender" | "hours" | "folder" | "address" | "preset" | "field" | "url" | "unencrypted" | "placeholder" | "body" | "root_certificate";
export type SmsHours = { 
/**
 * The minute of the day at which they begin; from 480 (8:00) on.
 */
from: number, 
/**
 * The minute of the day at which they end, not included; at most 1,290 (21:30).
 */
to: number, };
export type SmsLength = { 
/**
 * How it is coded.
 */
encoding: SmsEncoding, 
/**
 * Characters, as Unicode counts them.
 */
characters: number, 
/**
 * Septets, or units of UCS-2; what is left empty at the end of a segment is not counted.
 */
units: number, 
/**
 * Segments, each of which is paid for; 0 of an empty text.
 */
segments: number, 
/**
 * Septets or units that fit in before another segment is needed.
 */
left: number, 
/**
 * What forces UCS-2, in the order of the text; empty with GSM 7 bit.
 */
forcing: Array<ForcingCharacter>, };
export type SmsSetup = { 
/**
 * The name that the reader sees, three to eleven letters and digits; empty: the gateway's number.
 */
sender: string, 
/**
 * How to object, at the end of prospecting: « STOP au 36180 ». Its number is the gateway's (Charte Business Messaging 2026).
 */
stop_text: string, 
/**
 * When prospecting may leave, Monday to Saturday but public holidays: within the hours that the rules allow.
 */
hours: SmsHours, 
/**
 * Which way they go.
 */
way: SmsWay, };
export type SmsSetupRequest = { 
/**
 * Whose SMS they are, and which way they go.
 */
setup: SmsSetup, 
/**
 * For the credential store, by their codes; those left out stay as they are.
 */
secrets: { [key in string]: string }, };
export type SmsWay = { "kind": "none" } | { "kind": "notebook", 
/**
 * An existing folder, or one to be made in an existing folder.
 */
folder: string, } | { "kind": "mail_gateway", 
/**
 * The address, with `{numero}` (+33639981234), `{numero_sans_plus}` or `{numero_national}`.
 */
address: string, } | { "kind": "http" } & HttpGateway;
export type SmtpServer = { 
/**
 * Its name, which its certificate must bear.
 */
host: string, 
/**
 * Usually 465 with [`Security::Tls`], 587 with [`Security::Starttls`].
 */
port: number, 
/**
 * Whether and when the connection is encrypted.
 */
security: Security, 
/**
 * The user name; empty: the server asks for none.
 */
user: string, 
/**
 * The certificate (PEM) of the authority that vouches for the shop's own server, which is then trusted in place of the system's
 * authorities; empty: the system's.
 */
root_certificate: string, };
export type Template = { 
/**
 * Its identity.
 */
id: number, 
/**
 * The one that the agreement dialog proposes on its channel.
 */
rgpd_default: boolean, 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * Its name, at most 60 characters, of which no other one on its channel has it.
 */
name: string, 
/**
 * The context of its messages.
 */
context: Context, 
/**
 * What the gate is asked about.
 */
purpose: MessagePurpose, 
/**
 * Whether it asks for an agreement, which is then « demandé le … ».
 */
asks: boolean, 
/**
 * The subject of a mail, at most 150 characters, with merge fields; empty for an SMS.
 */
subject: string, 
/**
 * The text, with merge fields such as `{nom}`; at most 1,530 characters for an SMS (ten segments), 20,000 for a mail, in which an empty
 * line begins a paragraph.
 */
body: string, };
export type TemplatePreview = { 
/**
 * An e-mail address, or a telephone number in national form; empty where there is none.
 */
address: string, 
/**
 * The subject of a mail; empty for an SMS.
 */
subject: string, 
/**
 * The text, the mention of STOP included unless the gateway adds its own.
 */
body: string, 
/**
 * What the gateway adds by itself, as far as its length counts; empty where it adds nothing.
 */
added: string, 
/**
 * How long an SMS is, with what the gateway adds.
 */
count: SmsLength | null, 
/**
 * What the gate says now.
 */
verdict: MessageVerdict, };
export type TemplateRequest = { 
/**
 * Which.
 */
id: number, };
export type Theme = "light" | "dark";
export type TouchedBy = "edit" | "decision" | "message" | "merge";
export type TouchedClient = { 
/**
 * Their number.
 */
number: number, 
/**
 * Their line in lists; `null` for a record that went into another one.
 */
client: ClientRow | null, 
/**
 * Why.
 */
touched_by: TouchedBy, };
export type UndoImportReport = { 
/**
 * The import.
 */
import: ImportEntry, 
/**
 * Clients that leave no trace.
 */
deleted: number, 
/**
 * Clients of whom only what must be shown later stays (the decisions that the file brought).
 */
blanked: number, 
/**
 * Clients who stay because somebody touched them since.
 */
kept: number, 
/**
 * The first of those who stay, at most 200.
 */
touched: Array<TouchedClient>, };
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
export type UnprovenClient = { number: number, civility: string, last_name: string, first_name: string, company: string, town: string, 
/**
 * Inactive clients are on the list too: they may come back.
 */
inactive: boolean, 
/**
 * What they agreed to, at least one, in the shop's order.
 */
consents: Array<UnprovenConsent>, };
export type UnprovenConsent = { 
/**
 * To what.
 */
indicator: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its channel.
 */
channel: Channel, 
/**
 * When the client agreed, as the file says, UTC milliseconds.
 */
at: number, 
/**
 * How, as the file says.
 */
mode: string, 
/**
 * The name of the imported file, without its folder.
 */
file_name: string, };
export type UnprovenPage = { 
/**
 * The clients.
 */
rows: Array<UnprovenClient>, 
/**
 * `after` for the next page; `null` at the end.
 */
next: number | null, 
/**
 * How many clients there are in all.
 */
total: number, };
export type UnprovenRequest = { 
/**
 * Those after this client; `null` begins the list.
 */
after: number | null, 
/**
 * At most so many clients, 1 to 200.
 */
limit: number, };
export type UnreadReply = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * What stands where the number should; at most 40 characters.
 */
number: string, 
/**
 * What stands where the text should; at most 1,000 characters.
 */
text: string, 
/**
 * What that says: a STOP among these must be dealt with by hand. A broken row is never harmless.
 */
meaning: ReplyMeaning, };
export type VerdictReport = { 
/**
 * The channel asked about.
 */
channel: Channel, 
/**
 * The purpose asked about.
 */
purpose: Purpose, 
/**
 * Yes or no.
 */
allowed: boolean, 
/**
 * Where the client stands.
 */
ground: Ground, 
/**
 * Everything against; empty exactly when allowed.
 */
reasons: Array<Reason>, 
/**
 * The rule that applies.
 */
rule: RuleCode, 
/**
 * The text that the rule comes from.
 */
source: string, 
/**
 * When that was read, as an ISO 8601 date.
 */
read_on: string, 
/**
 * The text that the hours come from, where hours apply.
 */
hours_source: string | null, 
/**
 * What is not forbidden, but not advised either.
 */
advice: Advice | null, 
/**
 * The decision on which it rests.
 */
decision: number | null, 
/**
 * When the client answered, UTC milliseconds.
 */
since: number | null, 
/**
 * How the agreement was obtained; empty unless it rests on one.
 */
mode: string, 
/**
 * Rests on an imported agreement, « sans preuve ».
 */
unproven: boolean, };
export type VerifyReport = { 
/**
 * Whether all is well, the chain of decisions included.
 */
integrity: 'ok' | 'broken', 
/**
 * How many clients the file has.
 */
clients: number, 
/**
 * What is wrong, in words for a support call.
 */
problems: Array<string>, 
/**
 * How many decisions of the chain hold; `null` where the file is too damaged to read them.
 */
decisions: number | null, 
/**
 * The seal of the newest one, 64 hexadecimal digits; `null` as above.
 */
head: string | null, 
/**
 * The first decision that does not hold.
 */
broken: Broken | null, };
export type Wording = { 
/**
 * Its identity.
 */
id: number, 
/**
 * What it asks for.
 */
indicator: number, 
/**
 * Its name: the indicator's code and a version, such as `SMS-COM-2`.
 */
name: string, 
/**
 * The sentence.
 */
text: string, 
/**
 * Since when it is shown, UTC milliseconds (midnight of that day where the shop is).
 */
effective_from: number, 
/**
 * How many grants it was shown for.
 */
uses: number, };

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
  consents: [ClientRequest, ConsentSheet]
  channel_answers: [ClientRequest, Array<ChannelAnswer>]
  preview_decision: [DecideRequest, DecisionPreview]
  decide: [DecideRequest, ConsentSheet]
  history: [HistoryRequest, HistoryPage]
  unproven_consents: [UnprovenRequest, UnprovenPage]
  may_contact: [MayContactRequest, VerdictReport]
  look_at_evidence: [EvidenceFileRequest, EvidenceFile]
  evidence: [EvidenceRequest, EvidenceContent]
  save_evidence: [SaveEvidenceRequest, Empty]
  set_restricted: [RestrictRequest, ClientRecord]
  check_chain: [CheckChainRequest, ChainCheck]
  save_attestation: [SaveAttestationRequest, SavedFile]
  save_history: [SaveHistoryRequest, SavedFile]
  save_daily_list: [SaveDailyListRequest, SavedFile]
  shop_identity: [Empty, ShopIdentity]
  set_shop_identity: [ShopIdentity, ShopIdentity]
  consent_setup: [Empty, ConsentSetup]
  create_indicator: [NewIndicator, ConsentSetup]
  rename_indicator: [RenameIndicatorRequest, ConsentSetup]
  show_indicator: [ShowIndicatorRequest, ConsentSetup]
  order_indicators: [OrderRequest, ConsentSetup]
  remove_indicator: [IndicatorRequest, RemovedIndicator]
  create_mode: [NewMode, ConsentSetup]
  rename_mode: [RenameModeRequest, ConsentSetup]
  order_modes: [OrderRequest, ConsentSetup]
  remove_mode: [ModeRequest, ConsentSetup]
  create_wording: [NewWordingRequest, ConsentSetup]
  templates: [Empty, Array<Template>]
  create_template: [NewTemplate, Template]
  save_template: [SaveTemplateRequest, Template]
  remove_template: [TemplateRequest, Empty]
  order_templates: [OrderRequest, Array<Template>]
  set_rgpd_default: [TemplateRequest, Empty]
  merge_fields: [Empty, Array<MergeField>]
  preview_template: [PreviewTemplateRequest, TemplatePreview]
  messages: [MessageRequest, MessagePage]
  message: [MessageIdRequest, Message]
  queue_message: [NewMessage, Message]
  cancel_message: [MessageIdRequest, Message]
  retry_message: [MessageIdRequest, Message]
  import_replies: [FileRequest, RepliesReport]
  outbox_counts: [Empty, QueueCounts]
  message_setup: [Empty, MessageSetup]
  set_mail_setup: [MailSetupRequest, MessageSetup]
  set_sms_setup: [SmsSetupRequest, MessageSetup]
  test_mail_setup: [MailSetupRequest, ConnectionProblem | null]
  manager: [Empty, ManagerState]
  unlock_manager: [ManagerCodeRequest, ManagerState]
  lock_manager: [Empty, ManagerState]
  set_manager_code: [SetManagerCodeRequest, ManagerState]
  reset_manager_code: [ResetManagerCodeRequest, ManagerState]
  find_duplicates: [Empty, DuplicatesSummary]
  duplicates_page: [DuplicatesRequest, DuplicatesPage]
  dismiss_duplicates: [PairRequest, Empty]
  cancel_duplicates: [Empty, Empty]
  merge_preview: [MergePreviewRequest, MergePreview]
  merge_clients: [MergeRequest, MergeDone]
  merges: [ClientRequest, Array<MergeEntry>]
  undo_merge: [MergeIdRequest, ClientRecord]
  removal_preview: [ClientRequest, RemovalPreview]
  remove_client: [RemoveRequest, Empty]
  imports: [Empty, Array<ImportEntry>]
  undo_import_preview: [ImportIdRequest, UndoImportReport]
  undo_import: [ImportIdRequest, UndoImportReport]
  campaign_preview: [CampaignRequest, CampaignPreview]
  start_campaign: [NewCampaign, Campaign]
  campaigns: [Empty, Array<Campaign>]
  stop_campaign: [CampaignIdRequest, Campaign]
  resume_campaign: [CampaignIdRequest, Campaign]
  list_fields: [Empty, Array<ListFieldInfo>]
  list_page: [ListPageRequest, ListPage]
  list_count: [ListQuery, ListCount]
  list_excluded: [ListPageRequest, ExcludedPage]
  saved_lists: [Empty, Array<SavedList>]
  save_list: [NewSavedList, SavedList]
  remove_list: [SavedListRequest, Empty]
  export_list: [ExportListRequest, ExportReport]
  export_excluded: [ExportExcludedRequest, ExportReport]
  cancel_export: [Empty, Empty]
  exports: [ExportsRequest, ExportPage]
  exports_of_client: [ExportsOfClientRequest, ExportsOfClient]
  save_export_register: [SaveExportRegisterRequest, SavedFile]
  save_record_sheet: [SaveRecordSheetRequest, SavedFile]
  preview_import: [PreviewRequest, ImportPreview]
  run_import: [ImportRequest, ImportReport]
  cancel_import: [Empty, Empty]
}
