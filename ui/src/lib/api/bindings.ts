// Written from the table of commands in src-tauri/core/src/api; `cargo xtask bindings` writes it again. Do not edit.

export type AddTariffRequest = { 
/**
 * Of which offer.
 */
offer: number, 
/**
 * What it costs, and from which day on: not before the version before.
 */
tariff: NewTariff, };
export type AddressOfDay = { 
/**
 * Which delivery address; `null` where it is the record's own.
 */
id: number | null, 
/**
 * Where.
 */
address: PostalAddress, };
export type AddressOfDayRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * When; `null` for today.
 */
day: string | null, };
export type AddressesFace = { 
/**
 * How many delivery addresses there are.
 */
count: number, 
/**
 * Their first four towns, each once, that of today first.
 */
towns: Array<string>, 
/**
 * The town of today's deliveries, be it the record's own.
 */
current_town: string, };
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
export type Balance = { 
/**
 * How many invoices, credit notes not among them.
 */
invoices: number, 
/**
 * What they were invoiced, credit notes taken off, cents.
 */
invoiced: number, 
/**
 * What they paid, what went back taken off, cents.
 */
paid: number, 
/**
 * « Solde dû », cents; below zero: it stands to their credit.
 */
due: number, };
export type BankAccount = { 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * Whose account it is, or empty.
 */
holder: string, 
/**
 * `FR76 •••• •••• 4417`.
 */
iban: string, 
/**
 * The bank, or empty.
 */
bic: string, 
/**
 * « Référence unique de mandat », or empty.
 */
mandate_reference: string, 
/**
 * When the mandate was signed.
 */
mandate_on: string | null, };
export type BankAccountRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read.
 */
revision: number, };
export type BankCheck = { 
/**
 * With the IBAN.
 */
iban: BankFault | null, 
/**
 * With the BIC.
 */
bic: BankFault | null, };
export type BankFace = { 
/**
 * What is owed to the shop, in cents; negative where the shop owes; `null` where the file knows no invoices.
 */
balance: number | null, 
/**
 * The last four characters of the IBAN; `null` without one.
 */
iban_end: string | null, 
/**
 * Whether a SEPA mandate is noted.
 */
mandate: boolean, };
export type BankFault = "iban_form" | "iban_country" | "iban_length" | "iban_check_digits" | "bic_form" | "iban_missing" | "mandate_incomplete" | "mandate_form";
export type BankPanel = { 
/**
 * `null` without one.
 */
account: BankAccount | null, 
/**
 * What is owed to the shop, in cents; negative where the shop owes; `null` where the file knows no invoices.
 */
balance: number | null, };
export type Beneficiary = { 
/**
 * Who.
 */
client: Party, 
/**
 * By which address they use it.
 */
email: string, 
/**
 * Since when.
 */
since: string, };
export type BeneficiaryRequest = { 
/**
 * Of which subscription.
 */
subscription: number, 
/**
 * Who.
 */
client: number, };
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
export type Carriage = { 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * How.
 */
mode: CarriageMode, 
/**
 * « Tournée », at most 40 characters, or empty.
 */
round: string, 
/**
 * « Ordre »: the place in the round, from 1; `null` where there is none.
 */
rank: number | null, 
/**
 * « Dépositaire », at most 100 characters, or empty.
 */
depositary: string, 
/**
 * « Consigne », at most 200 characters, or empty.
 */
instruction: string, };
export type CarriageFace = { 
/**
 * How.
 */
mode: CarriageMode, 
/**
 * The round, or empty.
 */
round: string, 
/**
 * The place in it.
 */
rank: number | null, 
/**
 * The depositary, or empty.
 */
depositary: string, };
export type CarriageMode = "carried" | "posted" | "collected";
export type CarriagePanel = { 
/**
 * `null` where nobody said how.
 */
carriage: Carriage | null, };
export type Cell = { "kind": "empty" } | { "kind": "text", "value": string } | { "kind": "phone", "value": string } | { "kind": "number", "value": number } | { "kind": "amount", "value": number } | { "kind": "day", "value": string } | { "kind": "code", "value": string };
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
export type ChangeTypeRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read.
 */
revision: number, 
/**
 * Which type.
 */
to: ContactType, };
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
export type CheckBankAccount = { 
/**
 * As typed.
 */
iban: string, 
/**
 * As typed.
 */
bic: string, };
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
export type ClientCode = { 
/**
 * Which.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is given to nobody else any more.
 */
archived: boolean, };
export type ClientCodes = { 
/**
 * In the shop's order.
 */
codes: Array<ClientCode>, 
/**
 * All that are not archived, in the shop's order.
 */
known: Array<ClientCode>, };
export type ClientField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional";
export type ClientGlance = { 
/**
 * Whose; that of the record that it went into, if it did.
 */
number: number, 
/**
 * « Dernier contact du client »: the last day on which they were there.
 */
last_contact_on: string | null, 
/**
 * « À faire »: of what is not done, what is due first.
 */
to_do: ToDo | null, 
/**
 * « Derniers échanges »: the newest first, at most three.
 */
exchanges: Array<Exchange>, };
export type ClientInput = { civility: string, last_name: string, first_name: string, company: string, address_1: string, address_2: string, address_3: string, postcode: string, town: string, country: string, email: string, phone: string, mobile: string, 
/**
 * Where the client comes from; several are separated by commas.
 */
origins: string, type: ContactType, 
/**
 * « Professionnel » rather than « Particulier ».
 */
professional: boolean, };
export type ClientManagement = { 
/**
 * « Client depuis », as the record says it; of whoever is no client yet, when the record was made. YYYY-MM-DD.
 */
since: string, 
/**
 * What was invoiced; `null` where the file knows no invoices.
 */
invoices: InvoiceFigures | null, 
/**
 * The manager's note.
 */
note: ManagerNote, };
export type ClientNote = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * When it was written, UTC milliseconds.
 */
at: number, 
/**
 * When it was corrected last, UTC milliseconds.
 */
corrected_at: number | null, 
/**
 * Who wrote it.
 */
operator: string, 
/**
 * At most 2,000 characters.
 */
text: string, };
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
imported: Imported | null, 
/**
 * « Client depuis »: the record's first day, or that of an older purchase, repair or deposit. Nothing for a prospect without any.
 */
client_since: string | null, 
/**
 * « Dernier contact du client »: the last day on which they bought, brought, left, collected or paid something, if there is one.
 */
last_contact_on: string | null, 
/**
 * « À revoir au plus tard »: three years after (CNIL, délibération 2016-264, art. 5).
 */
review_by: string | null, };
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
export type CodesFace = { 
/**
 * The first six names, in the shop's order.
 */
first: Array<string>, 
/**
 * How many there are.
 */
count: number, };
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
export type ConsentsFace = { 
/**
 * How many agreements stand.
 */
granted: number, 
/**
 * How many decisions are sealed.
 */
sealed: number, };
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
export type CreateMovementRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * What.
 */
movement: MovementInput, };
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
export type CreditRequest = { 
/**
 * The invoice.
 */
id: number, 
/**
 * How much of it, cents, tax included; `null`: all that is left.
 */
amount: number | null, 
/**
 * Why; stands on the credit note.
 */
reason: string, };
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
export type DeliveriesPage = { 
/**
 * In the order asked for.
 */
rows: Array<DeliveryRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, 
/**
 * The rule by which no row is added to somebody of this type of contact.
 */
barred: Rule | null, };
export type Delivery = { 
/**
 * Its identity.
 */
id: number, 
/**
 * The subscription that it is for.
 */
subscription: number | null, 
/**
 * To whom; another number than then if the record went into another one.
 */
recipient: number, 
/**
 * When, YYYY-MM-DD.
 */
due_on: string, 
/**
 * « N° 12 », or what was handed over.
 */
content: string, 
/**
 * How many.
 */
copies: number, 
/**
 * What became of it.
 */
state: DeliveryState, 
/**
 * Where it went, one line a line; for a planned one, where it would go. Empty if it was handed over.
 */
address: string, 
/**
 * The town of it.
 */
town: string, 
/**
 * What was noted.
 */
note: string, };
export type DeliveryAddress = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * Where.
 */
address: PostalAddress, 
/**
 * When.
 */
period: Period, };
export type DeliveryAddresses = { 
/**
 * The newest start first, those without a start last.
 */
addresses: Array<DeliveryAddress>, 
/**
 * The one of today; `null` where it is the record's own.
 */
current: number | null, 
/**
 * The record's own.
 */
own: PostalAddress, };
export type DeliveryIdRequest = { 
/**
 * Which.
 */
id: number, };
export type DeliveryRow = { 
/**
 * The delivery.
 */
id: number, 
/**
 * The subscription that it is for.
 */
subscription: number | null, 
/**
 * YYYY-MM-DD.
 */
due_on: string, 
/**
 * « N° 12 », or what was handed over.
 */
content: string, 
/**
 * How many.
 */
copies: number, 
/**
 * What became of it.
 */
state: DeliveryState, 
/**
 * Where it went; for a planned one, where it would go. Empty if it was handed over.
 */
town: string, 
/**
 * How it was handed over, or what else was noted.
 */
note: string, };
export type DeliveryState = "planned" | "delivered" | "handed_over" | "returned" | "missed" | "cancelled";
export type DueFollowUp = { 
/**
 * Which.
 */
id: number, 
/**
 * Whose record to open.
 */
client: number, 
/**
 * Their name.
 */
client_name: string, 
/**
 * What is to be done.
 */
what: string, 
/**
 * By when.
 */
due_on: string, };
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
export type EndSuspensionRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * The first day on which delivery goes on; `null` for today. A suspension that begins no sooner goes altogether.
 */
on: string | null, };
export type ErrorCode = "invalid" | "client_not_found" | "client_removed" | "client_merged" | "merge_with_itself" | "merge_not_found" | "merge_superseded" | "name_differs" | "duplicates_running" | "duplicates_cancelled" | "import_not_found" | "import_undone" | "manager_code_needed" | "manager_code_wrong" | "manager_code_wait" | "manager_code_unfit" | "changed_elsewhere" | "nothing_to_undo" | "undo_superseded" | "no_shop_open" | "file_missing" | "file_exists" | "file_not_ecrin" | "file_newer" | "file_corrupt" | "file_busy" | "file_read_only" | "disk_full" | "file_unreadable" | "passphrase_needed" | "passphrase_wrong" | "passphrase_weak" | "mode_missing" | "detail_missing" | "mode_not_found" | "mode_in_use" | "last_mode" | "decision_date" | "indicator_unsuited" | "indicator_ambiguous" | "indicator_not_found" | "opt_out_forbidden" | "name_missing" | "name_too_long" | "name_taken" | "wording_not_found" | "evidence_too_large" | "evidence_type_unknown" | "evidence_too_many" | "evidence_not_found" | "field_unknown" | "template_malformed" | "template_unsuited" | "template_not_found" | "text_missing" | "shop_name_missing" | "indicator_missing" | "agreement_missing" | "message_blocked" | "message_not_found" | "message_settled" | "carrier_invalid" | "list_invalid" | "list_not_found" | "campaign_not_found" | "campaign_empty" | "campaign_settled" | "bank_account_invalid" | "code_not_found" | "code_name_unfit" | "label_not_found" | "label_changed" | "days_reversed" | "day_unlikely" | "rank_unfit" | "address_missing" | "note_of_another" | "refused" | "offer_not_found" | "subscription_not_found" | "invoice_not_found" | "payment_not_found" | "delivery_not_found" | "sponsorship_not_found" | "amount_unfit" | "movement_not_found" | "movement_invalid" | "repair_ended" | "repair_missing" | "import_empty" | "import_not_a_table" | "import_no_name_column" | "import_too_large" | "import_cancelled" | "import_column_twice" | "import_running" | "replies_no_number" | "replies_no_text" | "export_purpose_missing" | "export_too_long" | "labels_not_postal" | "label_beyond_sheet" | "export_cancelled" | "export_running" | "superseded" | "internal";
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
export type Exchange = { 
/**
 * When, UTC milliseconds; noon where only the day is known.
 */
at: number, 
/**
 * What.
 */
what: Exchanged, };
export type Exchanged = { "kind": "movement", 
/**
 * `bought`, `received`, `held`; `returned`, `given_back` once it was collected.
 */
state: MovementState, 
/**
 * The thing.
 */
what: string, } | { "kind": "consent", 
/**
 * The answer.
 */
answer: Given, 
/**
 * « Accord écrit »; empty unless the client agreed.
 */
mode: string, 
/**
 * What the history says: « Envoi de SMS commerciaux ».
 */
label: string, } | { "kind": "invoice", 
/**
 * « F-2018-0318 ».
 */
number: string, 
/**
 * Whether it is a credit note.
 */
credit: boolean, 
/**
 * Tax included; below zero for a credit note.
 */
total: number, } | { "kind": "message", 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * The name of its template.
 */
template: string, };
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
 * The table of a record, if it was one.
 */
table: ExportedTable | null, 
/**
 * The filter, or which table of which record, in words of the language asked for.
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
export type ExportTableRequest = { 
/**
 * Which, of whom, in what order.
 */
table: ExportedTable, 
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
 * Where; nothing is overwritten.
 */
path: string, };
export type ExportedMovements = { 
/**
 * Of whom.
 */
number: number, 
/**
 * Only these; `null` for all.
 */
kind: MovementKind | null, 
/**
 * In which order.
 */
sort: MovementSort, };
export type ExportedTable = ExportedWindow | ExportedMovements;
export type ExportedWindow = { 
/**
 * Which.
 */
window: Window, 
/**
 * Of whom.
 */
number: number, 
/**
 * In which order.
 */
sort: WindowSort, };
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
export type FieldKind = "text" | "phone" | "number" | "amount" | "day" | "choice";
export type FieldProblem = "required" | "too_long" | "email_malformed" | "control_character" | "phone_unreadable" | "postcode_unusual";
export type FileRequest = { 
/**
 * Where it is.
 */
path: string, };
export type FollowUp = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * « Rappeler, bracelet »: at most 200 characters.
 */
what: string, 
/**
 * By when.
 */
due_on: string, 
/**
 * When it was done; `null` while it is not.
 */
done_on: string | null, 
/**
 * Who noted it first.
 */
operator: string, };
export type FollowUpsDue = { 
/**
 * The last day that counts.
 */
until: string, 
/**
 * How many.
 */
count: number, 
/**
 * The first, by day.
 */
rows: Array<DueFollowUp>, };
export type FollowUpsDueRequest = { 
/**
 * The last day that counts; `null` for today.
 */
until: string | null, 
/**
 * At most so many rows, up to 200.
 */
limit: number, };
export type FollowUpsFace = { 
/**
 * How many are to be done.
 */
open: number, 
/**
 * How many of them are late.
 */
overdue: number, 
/**
 * The next one; empty where there is none.
 */
what: string, 
/**
 * By when.
 */
due_on: string | null, };
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
export type FoundInvoice = { 
/**
 * Its identity.
 */
id: number, 
/**
 * « F-2026-0012 ».
 */
number: string, 
/**
 * The day on which it was issued.
 */
issued_on: string, 
/**
 * In cents, tax included; negative for a credit note.
 */
total: number, 
/**
 * The record of whoever it was made out to is deleted.
 */
payer_removed: boolean, };
export type FoundSubscription = { 
/**
 * Its number.
 */
id: number, 
/**
 * Who receives it, then who pays for it, under the numbers of their records today.
 */
clients: number[], };
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
export type GiveRewardRequest = { 
/**
 * For which sponsorship.
 */
id: number, 
/**
 * What: needed, at most 80 characters.
 */
reward: string, 
/**
 * When, YYYY-MM-DD, not after today.
 */
on: string, };
export type Given = "granted" | "refused" | "withdrawn";
export type Ground = "consent" | "not_opposed" | "objection" | "no_consent";
export type HeldField = "subscription_number" | "subscription_offer" | "subscription_start" | "subscription_end" | "subscription_copies" | "balance_due" | "carriage_mode" | "carriage_round" | "carriage_rank" | "carriage_depositary" | "carriage_instruction" | "last_delivery" | "last_movement";
export type HeldThing = "received" | "paid" | "invoice" | "delivery" | "used" | "sponsored";
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
export type ImportField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional" | "selection_codes" | "inactive" | "inactive_reason" | "updated_at" | "sms_technical" | "sms_commercial" | "mail_technical" | "mail_commercial" | "postal" | "phone_commercial" | "newsletter" | "partners_sms" | "partners_mail" | "partners_postal" | "partners_phone" | "agreement_mode" | "agreement_date" | "bank_holder" | "bank_iban" | "bank_bic" | "mandate_reference" | "mandate_on" | "carriage_mode" | "carriage_round" | "carriage_rank" | "carriage_depositary" | "carriage_instruction" | "delivery_addressee" | "delivery_address_1" | "delivery_address_2" | "delivery_address_3" | "delivery_postcode" | "delivery_town" | "delivery_country" | "subscription_offer" | "subscription_start" | "subscription_end" | "subscription_copies";
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
export type Incident = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Grows with every change.
 */
revision: number, 
/**
 * What kind.
 */
kind: IncidentKind, 
/**
 * When it happened.
 */
on: string, 
/**
 * What happened, at most 2,000 characters, or empty.
 */
note: string, 
/**
 * When it was settled; `null` while it is open.
 */
closed_on: string | null, 
/**
 * Who noted it first.
 */
operator: string, };
export type IncidentKind = "unpaid" | "mail_returned" | "complaint" | "issue_not_received" | "other";
export type IncidentsFace = { 
/**
 * How many are open.
 */
open: number, 
/**
 * How many there were in all.
 */
total: number, 
/**
 * What kind the newest was, an open one before others.
 */
kind: IncidentKind | null, 
/**
 * When it happened.
 */
on: string | null, };
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
export type Invoice = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Which of the two.
 */
kind: InvoiceKind, 
/**
 * « F-2026-0001 ».
 */
number: string, 
/**
 * Who was invoiced; another number than then if the record went into another one.
 */
payer: number, 
/**
 * The day of issue, YYYY-MM-DD.
 */
issued_on: string, 
/**
 * The invoice that a credit note corrects.
 */
corrects: number | null, 
/**
 * Its number.
 */
corrects_number: string | null, 
/**
 * The name and address of that day, one line a line.
 */
addressee: string, 
/**
 * What was invoiced.
 */
lines: Array<InvoiceLine>, 
/**
 * The tax, a rate each.
 */
vat: Array<VatLine>, 
/**
 * Tax included, cents; a credit note's is below zero.
 */
total: number, 
/**
 * Cents.
 */
vat_total: number, 
/**
 * What was paid of it, cents.
 */
paid: number, 
/**
 * What credit notes took back of it, cents.
 */
credited: number, 
/**
 * What is still to be paid, cents; below zero if more was paid.
 */
due: number, 
/**
 * Where it stands.
 */
state: InvoiceState, 
/**
 * Who issued it.
 */
operator: string, };
export type InvoiceDue = { 
/**
 * Its identity.
 */
id: number, 
/**
 * « F-2026-0001 ».
 */
number: string, 
/**
 * Who is to pay.
 */
payer: number, 
/**
 * Their name; of a record that was deleted, that on the invoice.
 */
payer_name: string, 
/**
 * Whether that record is there no more.
 */
payer_removed: boolean, 
/**
 * The day of issue, YYYY-MM-DD.
 */
issued_on: string, 
/**
 * Tax included, cents.
 */
total: number, 
/**
 * What is still to be paid, cents.
 */
due: number, };
export type InvoiceFigures = { 
/**
 * How many invoices.
 */
count: number, 
/**
 * Their sum less credit notes, in cents.
 */
sum: number, };
export type InvoiceIdRequest = { 
/**
 * Which.
 */
id: number, };
export type InvoiceKind = "invoice" | "credit";
export type InvoiceLine = { 
/**
 * The subscription that it is for.
 */
subscription: number | null, 
/**
 * What it is, in words of that day.
 */
label: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * For one, tax included, cents.
 */
unit_price: number, 
/**
 * Hundredths of a per cent.
 */
vat: number, 
/**
 * Tax included, cents.
 */
total: number, };
export type InvoiceRow = { 
/**
 * The invoice or credit note.
 */
id: number, 
/**
 * Which of the two.
 */
kind: InvoiceKind, 
/**
 * « F-2026-0001 ».
 */
number: string, 
/**
 * YYYY-MM-DD.
 */
issued_on: string, 
/**
 * Tax included, cents; a credit note's is below zero.
 */
total: number, 
/**
 * What is still to be paid, cents; below zero if more was paid.
 */
due: number, 
/**
 * Where it stands.
 */
state: InvoiceState, };
export type InvoiceState = "due" | "partly_paid" | "paid" | "credited" | "credit";
export type InvoicesDue = { 
/**
 * The oldest first.
 */
invoices: Array<InvoiceDue>, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, };
export type InvoicesDueRequest = { 
/**
 * Issued at least so many days ago.
 */
older_than_days: number, 
/**
 * What the page before gave as `next`; `null` for the oldest.
 */
after: number | null, 
/**
 * At most so many, 1 to 200.
 */
limit: number, };
export type InvoicesPage = { 
/**
 * In the order asked for.
 */
rows: Array<InvoiceRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, 
/**
 * The rule by which no row is added to somebody of this type of contact.
 */
barred: Rule | null, };
export type JournalChange = { 
/**
 * A field's code; in a record's journal always one of [`JournalField`].
 */
field: JournalField, 
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
export type JournalField = "civility" | "last_name" | "first_name" | "company" | "address_1" | "address_2" | "address_3" | "postcode" | "town" | "country" | "email" | "phone" | "mobile" | "origins" | "type" | "professional" | "inactive" | "inactive_reason" | "restricted" | "consents" | "merged" | "merged_into" | "message" | "selection_codes" | "bank_holder" | "bank_iban" | "bank_bic" | "mandate_reference" | "mandate_on" | "incident_kind" | "incident_on" | "incident_note" | "incident_closed_on" | "follow_up_what" | "follow_up_due_on" | "follow_up_done_on" | "carriage_mode" | "carriage_round" | "carriage_rank" | "carriage_depositary" | "carriage_instruction" | "delivery_address" | "delivery_from" | "delivery_until" | "manager_note" | "note" | "subscription" | "starts_on" | "ends_on" | "recipient" | "payer" | "copies" | "renews" | "terminated_on" | "suspension" | "beneficiary" | "beneficiary_of" | "refund" | "invoice" | "credit_note" | "amount" | "payment_mode" | "paid_on" | "reason" | "delivery" | "sponsored" | "sponsor" | "reward" | "rewarded_on" | "movement" | "movement_kind" | "movement_state" | "movement_day" | "movement_amount" | "movement_estimate" | "movement_in_workshop_on" | "movement_ready_on" | "movement_returned_on" | "movement_note";
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
export type KeptReason = "proof" | "accounting" | "recipients" | "accountability";
export type KeptThing = "decisions" | "evidence" | "messages_sent" | "subscriptions" | "invoices" | "payments" | "exports" | "amounts" | "journal_entries";
export type Kind = "opt_in" | "opt_out" | "newsletter";
export type Label = "codes" | "bank" | "incidents" | "follow_ups" | "carriage" | "addresses" | "deliveries" | "management" | "notes" | "consents";
export type LabelFaces = { 
/**
 * « Codes de sélection ».
 */
codes: CodesFace, 
/**
 * « Informations bancaires et financières ».
 */
bank: BankFace, 
/**
 * « Incidents ».
 */
incidents: IncidentsFace, 
/**
 * « Actions ».
 */
follow_ups: FollowUpsFace, 
/**
 * « Infos portage »; `null` where nobody said how.
 */
carriage: CarriageFace | null, 
/**
 * « Adresses de livraison ».
 */
addresses: AddressesFace, 
/**
 * « Historique de livraison »; `null` where nothing was delivered.
 */
delivery: LastDelivery | null, 
/**
 * « Gestion clients ».
 */
management: ManagementFace, 
/**
 * « CRM ».
 */
notes: NotesFace, 
/**
 * « RGPD ».
 */
consents: ConsentsFace, };
export type LabelRowRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which.
 */
id: number, 
/**
 * The revision that was read.
 */
revision: number, };
export type LabelSheet = "3x8" | "2x7";
export type Language = "fr" | "en";
export type LastDelivery = { 
/**
 * When.
 */
on: string, 
/**
 * How it ended.
 */
state: DeliveryState, };
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
export type Link = { 
/**
 * What links them.
 */
kind: LinkKind, 
/**
 * The other one.
 */
other: Party, 
/**
 * For what: the offer, or the reward given, or empty.
 */
what: string, 
/**
 * The newest subscription that it is about, if it is about one.
 */
subscription: number | null, 
/**
 * Since when.
 */
since: string, };
export type LinkKind = "pays_for" | "paid_by" | "sponsored" | "sponsor" | "beneficiary" | "subscriber";
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
export type ListField = { "of": "number" } | { "of": "record", "field": ClientField } | { "of": "created_at" } | { "of": "updated_at" } | { "of": "inactive_at" } | { "of": "inactive_reason" } | { "of": "restricted_at" } | { "of": "import_file" } | { "of": "selection_codes" } | { "of": "held", "field": HeldField } | { "of": "consent", "field": number } | { "of": "consent_mode", "field": number } | { "of": "consent_date", "field": number } | { "of": "contact_consent" } | { "of": "contact_mode" } | { "of": "contact_date" };
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
 * The channels by which it reaches people: the file of a list for another channel does not hold it. None for what reaches nobody.
 */
channels: Array<Channel>, 
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
export type ManagementFace = { 
/**
 * See [`super::ClientManagement::since`].
 */
since: string, 
/**
 * What was invoiced; `null` where the file knows no invoices.
 */
invoices: InvoiceFigures | null, 
/**
 * The first words of the manager's note, or empty.
 */
note: string, };
export type ManagerCodeRequest = { 
/**
 * As typed.
 */
code: string, };
export type ManagerNote = { 
/**
 * Grows with every change; 0 where there is none.
 */
revision: number, 
/**
 * At most 2,000 characters; empty where there is none.
 */
text: string, 
/**
 * Who wrote it last.
 */
operator: string, 
/**
 * When, UTC milliseconds; `null` where there is none.
 */
updated_at: number | null, };
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
export type MarkDeliveriesRequest = { 
/**
 * These; may be empty with `until`.
 */
ids: number[], 
/**
 * All that are planned up to this day, YYYY-MM-DD, not after today, of all clients; `null`: only `ids`.
 */
until: string | null, 
/**
 * `delivered`, `handed_over`, `returned` or `missed`.
 */
state: DeliveryState, 
/**
 * How, or why; at most 200 characters, may be empty.
 */
note: string, };
export type MarkedDeliveries = { 
/**
 * So many.
 */
marked: number, };
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
export type Medium = "print" | "digital" | "both";
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
about_agreement: boolean, 
/**
 * Whether it says something only where the message is about a repair that is ready.
 */
about_repair: boolean, };
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
 * What both hold, which the record that stays will show.
 */
holdings: MergedHoldings, 
/**
 * Whether the use of the data will be restricted (GDPR art. 18), because it is for either of them.
 */
restricted: boolean, 
/**
 * The rule by which they cannot become one, as chosen so far: what both hold does not fit the type or the e-mail that stays, or one
 * brought the other.
 */
refused: Rule | null, };
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
export type MergedHoldings = { 
/**
 * Subscriptions that they receive or pay for.
 */
subscriptions: number, 
/**
 * Invoices and credit notes.
 */
invoices: number, 
/**
 * Purchases, repairs and deposits.
 */
movements: number, };
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
export type MoveRepairRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * The revision that was read.
 */
revision: number, 
/**
 * Where it goes.
 */
state: MovementState, 
/**
 * Since when; `null` for today.
 */
on: string | null, };
export type Movement = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Whose; for a record that went into another one, still its own number.
 */
client: number, 
/**
 * Grows with every change; a change names the one that was read.
 */
revision: number, 
/**
 * Where it stands.
 */
state: MovementState, 
/**
 * With a repair: that the client was told that it is ready.
 */
reminded: Reminded | null, 
/**
 * What it is; it stays what it was.
 */
kind: MovementKind, 
/**
 * What was bought, is repaired, was left or paid for; at most 120 characters. Empty once the client's record was deleted.
 */
what: string, 
/**
 * Bought, received, left or paid on.
 */
day: string, 
/**
 * In cents: the price, or what was paid in advance. A purchase has one.
 */
amount: number | null, 
/**
 * In cents: what a repair was said to cost.
 */
estimate: number | null, 
/**
 * At most 1,000 characters.
 */
note: string, 
/**
 * A repair: in the workshop since.
 */
in_workshop_on: string | null, 
/**
 * A repair: ready since.
 */
ready_on: string | null, 
/**
 * A repair that was collected, a deposit that was given back.
 */
returned_on: string | null, };
export type MovementAfter = { 
/**
 * The last row's identity.
 */
id: number, 
/**
 * Its day.
 */
day: string, 
/**
 * Its state, and so its kind.
 */
state: MovementState, };
export type MovementColumn = "day" | "kind" | "state";
export type MovementCounts = { 
/**
 * Purchases.
 */
purchases: number, 
/**
 * Repairs.
 */
repairs: number, 
/**
 * Deposits.
 */
deposits: number, 
/**
 * Repairs that wait to be collected.
 */
ready: number, };
export type MovementInput = { 
/**
 * What it is; it stays what it was.
 */
kind: MovementKind, 
/**
 * What was bought, is repaired, was left or paid for; at most 120 characters. Empty once the client's record was deleted.
 */
what: string, 
/**
 * Bought, received, left or paid on.
 */
day: string, 
/**
 * In cents: the price, or what was paid in advance. A purchase has one.
 */
amount: number | null, 
/**
 * In cents: what a repair was said to cost.
 */
estimate: number | null, 
/**
 * At most 1,000 characters.
 */
note: string, 
/**
 * A repair: in the workshop since.
 */
in_workshop_on: string | null, 
/**
 * A repair: ready since.
 */
ready_on: string | null, 
/**
 * A repair that was collected, a deposit that was given back.
 */
returned_on: string | null, };
export type MovementKind = "purchase" | "repair" | "deposit";
export type MovementPage = { 
/**
 * In the order asked for.
 */
movements: Array<Movement>, 
/**
 * What to ask for next, if others follow.
 */
next: MovementAfter | null, 
/**
 * How many the client has.
 */
counts: MovementCounts, };
export type MovementProblem = "what_missing" | "what_too_long" | "note_too_long" | "amount_missing" | "amount_unfit" | "day_ahead" | "days_unordered" | "unsuited";
export type MovementRequest = { 
/**
 * Whose, with those of the records that went into it.
 */
number: number, 
/**
 * Only these; `null` for all.
 */
kind: MovementKind | null, 
/**
 * The order.
 */
sort: MovementSort, 
/**
 * What the page before gave as `next`; `null` for the first.
 */
after: MovementAfter | null, 
/**
 * At most so many.
 */
limit: number, };
export type MovementSort = { 
/**
 * By what.
 */
column: MovementColumn, 
/**
 * From the last to the first.
 */
descending: boolean, };
export type MovementState = "received" | "in_workshop" | "ready" | "returned" | "held" | "given_back" | "bought";
export type NameRequest = { 
/**
 * As typed.
 */
name: string, };
export type NewBeneficiary = { 
/**
 * Of which subscription.
 */
subscription: number, 
/**
 * A record that there is; `null` for a new one.
 */
client: number | null, 
/**
 * Last name of the new record, or empty.
 */
last_name: string, 
/**
 * First name of the new record, or empty.
 */
first_name: string, 
/**
 * E-mail of the new record.
 */
email: string, };
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
export type NewDelivery = { 
/**
 * To whom.
 */
recipient: number, 
/**
 * When, YYYY-MM-DD.
 */
due_on: string, 
/**
 * What: needed, at most 80 characters.
 */
content: string, 
/**
 * How many, from 1.
 */
copies: number, 
/**
 * `planned`, `delivered` or `handed_over`.
 */
state: DeliveryState, 
/**
 * At most 200 characters; may be empty.
 */
note: string, };
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
export type NewOffer = { 
/**
 * What it is.
 */
offer: OfferWords, 
/**
 * What it costs.
 */
tariff: NewTariff, };
export type NewPayment = { 
/**
 * Who pays. An invoice is paid under the number that it tells, also if that record was deleted.
 */
payer: number, 
/**
 * For which of their invoices; `null`: for none, it stands to their credit.
 */
invoice: number | null, 
/**
 * When, YYYY-MM-DD, not after today.
 */
paid_on: string, 
/**
 * How.
 */
mode: PaymentMode, 
/**
 * Cents, above zero, also for a refund. What is more than is due stands to their credit; without an invoice, no more goes back than that.
 */
amount: number, 
/**
 * At most 200 characters; may be empty. Not kept for a record that was deleted.
 */
note: string, };
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
export type NewSponsorship = { 
/**
 * « Parrain »: who brought them.
 */
sponsor: number, 
/**
 * « Filleul »: who was brought.
 */
sponsored: number, };
export type NewSubscription = { 
/**
 * To whom it goes.
 */
recipient: number, 
/**
 * What.
 */
offer: number, 
/**
 * Who pays; `null` for the recipient if they pay, else the payer of their last subscription.
 */
payer: number | null, 
/**
 * 1 to 10,000.
 */
copies: number, 
/**
 * The first day; `null` for today.
 */
starts_on: string | null, };
export type NewTariff = { 
/**
 * For one copy and one term, in cents, tax included; at most a million euros.
 */
price: number, 
/**
 * In hundredths of a per cent; see [`OfferList::vat_rates`].
 */
vat: number, 
/**
 * 1 to 120.
 */
months: number, 
/**
 * 0 to 1,000.
 */
issues: number, 
/**
 * The first day on which it is sold; `null` for today.
 */
effective_from: string | null, };
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
export type NotePage = { 
/**
 * The newest first.
 */
notes: Array<ClientNote>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are older ones.
 */
next: number | null, };
export type NotesFace = { 
/**
 * How many notes there are.
 */
count: number, 
/**
 * When the newest was written, UTC milliseconds.
 */
at: number | null, 
/**
 * Its first words, or empty.
 */
text: string, };
export type NotesRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Notes older than this one; `null` for the newest.
 */
before: number | null, 
/**
 * At most so many, up to 200.
 */
limit: number, };
export type Obstacle = { 
/**
 * The rule that says no.
 */
rule: Rule, 
/**
 * What they hold.
 */
thing: HeldThing, 
/**
 * Its identity: the subscription's, the invoice's, the delivery's, or the sponsorship's.
 */
id: number, 
/**
 * What it is called: the offer, « F-2026-0001 », what was delivered, or who was brought.
 */
name: string, 
/**
 * The other one it has to do with: who pays, who receives.
 */
other: Party | null, 
/**
 * Since when.
 */
from: string, 
/**
 * Until when, for a subscription.
 */
until: string | null, 
/**
 * Whether it can be taken away; what was subscribed to, invoiced, handed over or rewarded stays for good.
 */
removable: boolean, };
export type Offer = { 
/**
 * Its identity.
 */
id: number, 
/**
 * What it is called, and what it gives.
 */
offer: OfferWords, 
/**
 * No longer sold; those who have it keep it.
 */
archived: boolean, 
/**
 * How many subscriptions have taken it.
 */
subscriptions: number, 
/**
 * Every version, the newest first.
 */
tariffs: Array<Tariff>, 
/**
 * The one of today, if any has begun.
 */
current: Tariff | null, };
export type OfferList = { 
/**
 * Archived ones last.
 */
offers: Array<Offer>, 
/**
 * The rates of tax to choose from.
 */
vat_rates: Array<VatRate>, };
export type OfferWords = { 
/**
 * At most 80 characters; unlike that of every other offer.
 */
name: string, 
/**
 * How it is read. Kept once somebody subscribed.
 */
medium: Medium, 
/**
 * How many people may use its digital part by their e-mail, beside whoever receives it: at most 1,000, none on paper.
 */
beneficiaries: number, };
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
export type Operation = "create_shop" | "add_operator" | "create_client" | "save_client" | "set_inactive" | "set_active" | "restrict" | "unrestrict" | "decide" | "set_up_consents" | "set_up_shop" | "set_up_messages" | "queue_message" | "cancel_message" | "retry_message" | "deliver" | "save_list" | "remove_list" | "start_campaign" | "write_campaign" | "stop_campaign" | "resume_campaign" | "credit_invoice" | "record_payment" | "reverse_payment" | "change_deliveries" | "change_sponsorships" | "add_movement" | "save_movement" | "move_repair" | "remove_movement" | "remind_repairs" | "undo" | "import" | "import_replies" | "demonstrate" | "back_up" | "merge" | "undo_merge" | "remove_client" | "undo_import" | "dismiss_duplicates" | "set_manager_code" | "enter_manager_code" | "set_up_codes" | "arrange_panels" | "set_codes" | "save_bank_account" | "reveal_bank_account" | "save_incident" | "save_follow_up" | "save_carriage" | "save_delivery_address" | "save_manager_note" | "save_note" | "set_up_offers" | "subscribe" | "renew" | "suspend" | "end_suspension" | "terminate" | "add_beneficiary" | "remove_beneficiary" | "change_type" | "export" | "open_client";
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
export type PanelLayout = { 
/**
 * All ten.
 */
labels: Array<PlacedLabel>, 
/**
 * All five.
 */
windows: Array<PlacedWindow>, };
export type Party = { 
/**
 * The client's number.
 */
number: number, 
/**
 * « DUPONT Laura », the company, or the e-mail; empty for a record that was deleted.
 */
name: string, 
/**
 * What they are to the shop.
 */
type: ContactType, };
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
export type Payment = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Who paid; another number than then if the record went into another one.
 */
payer: number, 
/**
 * For which invoice.
 */
invoice: number | null, 
/**
 * When, YYYY-MM-DD.
 */
paid_on: string, 
/**
 * How.
 */
mode: PaymentMode, 
/**
 * Cents; below zero where it went back.
 */
amount: number, 
/**
 * What was noted.
 */
note: string, 
/**
 * The payment that it takes back.
 */
reverses: number | null, 
/**
 * The payment that takes it back.
 */
reversed_by: number | null, 
/**
 * Who recorded it.
 */
operator: string, };
export type PaymentIdRequest = { 
/**
 * Which.
 */
id: number, };
export type PaymentMode = "card" | "cheque" | "cash" | "transfer" | "direct_debit" | "voucher" | "refund";
export type PaymentRow = { 
/**
 * The payment.
 */
id: number, 
/**
 * YYYY-MM-DD.
 */
paid_on: string, 
/**
 * How.
 */
mode: PaymentMode, 
/**
 * For which invoice.
 */
invoice: number | null, 
/**
 * « F-2026-0001 », or empty.
 */
invoice_number: string, 
/**
 * Cents; below zero where it went back.
 */
amount: number, 
/**
 * What was noted.
 */
note: string, 
/**
 * Whether it takes another one back.
 */
reverses: boolean, 
/**
 * Whether it was taken back.
 */
reversed: boolean, };
export type PaymentsPage = { 
/**
 * In the order asked for.
 */
rows: Array<PaymentRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, 
/**
 * The rule by which no row is added to somebody of this type of contact.
 */
barred: Rule | null, };
export type Period = { 
/**
 * The first day; `null` for always.
 */
from: string | null, 
/**
 * The last day; `null` for ever.
 */
until: string | null, };
export type PlacedLabel = { 
/**
 * Which.
 */
label: Label, 
/**
 * Whether it is shown.
 */
shown: boolean, };
export type PlacedWindow = { 
/**
 * Which.
 */
window: Window, 
/**
 * Whether it is shown.
 */
shown: boolean, };
export type PostalAddress = { 
/**
 * Whom it is addressed to, where that is not the client; at most 100 characters, or empty.
 */
addressee: string, 
/**
 * Three lines of at most 100 characters.
 */
address_1: string, 
/**
 * See `address_1`.
 */
address_2: string, 
/**
 * See `address_1`.
 */
address_3: string, 
/**
 * At most 20 characters.
 */
postcode: string, 
/**
 * At most 100 characters.
 */
town: string, 
/**
 * At most 60 characters.
 */
country: string, };
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
export type Reminded = { 
/**
 * When the message was written, UTC milliseconds.
 */
at: number, 
/**
 * Which message.
 */
message: number, 
/**
 * Where that message stands.
 */
state: MessageState, };
export type ReminderObstacle = { 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * What the gate says.
 */
blocked_by: Reason | null, 
/**
 * Why it could not arrive.
 */
failed_because: FailedBecause | null, };
export type ReminderWay = { 
/**
 * SMS or mail.
 */
channel: Channel, 
/**
 * An e-mail address, or a telephone number in national form.
 */
address: string, 
/**
 * The subject of a mail; empty for an SMS.
 */
subject: string, 
/**
 * The text.
 */
body: string, };
export type RemindersRequest = { 
/**
 * Ready since at least so many days.
 */
days: number, 
/**
 * Also those who were reminded, at least so many days ago; `null` for those who were not.
 */
again_after: number | null, 
/**
 * This repair alone, however long it has been ready and whoever was told of it; `null` for all.
 */
repair: number | null, 
/**
 * The template of an SMS; the first that speaks of what is ready where none is given.
 */
sms_template: number | null, 
/**
 * The template of a mail, in the same way.
 */
mail_template: number | null, };
export type RemindersSent = { 
/**
 * By SMS.
 */
sms: number, 
/**
 * By mail.
 */
mail: number, 
/**
 * Neither way, or no longer ready.
 */
left_out: number, };
export type Removal = "deleted" | "archived";
export type RemovalPreview = { 
/**
 * The record, as it is.
 */
record: ClientRecord, 
/**
 * What must be typed to confirm: the name, else the e-mail address, else the number. Case, accents and hyphens do not count, unless it
 * is made of nothing else.
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
 * What they still owe, in cents; below zero, what stands to their credit. The debt outlives the record: its invoices say whose it is, and can
 * be paid.
 */
owed: number, 
/**
 * How many things are still in the shop: repairs that were not collected, deposits that were not given back. The record is the only one
 * that says whose they are.
 */
held_things: number, 
/**
 * Whether a no stands, which a later import of the same person will not know of.
 */
forgets_a_no: boolean, };
export type RemoveMovementRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * The revision that was read.
 */
revision: number, };
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
 * What was typed to confirm, see [`RemovalPreview::name`].
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
export type RemovedSelectionCode = { 
/**
 * Deleted, or archived because clients have it.
 */
removal: Removal, 
/**
 * All codes.
 */
codes: Array<SelectionCode>, };
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
export type RenameSelectionCodeRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * At most 40 characters.
 */
name: string, };
export type RenewalEnd = { 
/**
 * The renewal, as it is.
 */
subscription: Subscription, 
/**
 * How many deliveries are cancelled.
 */
deliveries: number, 
/**
 * What is given back by a credit note, in cents: all that was invoiced for it and not credited yet.
 */
refund: number, };
export type RenewalEnded = { 
/**
 * The renewal, as it is now.
 */
subscription: Subscription, 
/**
 * The number of its credit note, if one was written.
 */
credit_note: string | null, 
/**
 * What is given back by it, in cents.
 */
refund: number, };
export type RenewalKey = { 
/**
 * The last day of the subscription.
 */
ends_on: string, 
/**
 * The subscription.
 */
id: number, };
export type RenewalLine = { 
/**
 * Which.
 */
id: number, 
/**
 * To whom it goes.
 */
recipient: Party, 
/**
 * Who pays; `null` for a free one.
 */
payer: Party | null, 
/**
 * Of what.
 */
offer: number, 
/**
 * What that is called.
 */
offer_name: string, 
/**
 * How many copies.
 */
copies: number, 
/**
 * The last day.
 */
ends_on: string, 
/**
 * What a further term would cost in all, in cents, at the tariff of the day it begins.
 */
total: number | null, 
/**
 * Why it would be refused, if it would.
 */
refused: Rule | null, };
export type RenewalPage = { 
/**
 * The lines.
 */
lines: Array<RenewalLine>, 
/**
 * What to ask for next, if there are more.
 */
next: RenewalKey | null, };
export type RenewalsRequest = { 
/**
 * From this day on; `null` for today.
 */
from: string | null, 
/**
 * Up to this day.
 */
until: string, 
/**
 * Those behind this one; `null` for the first.
 */
after: RenewalKey | null, 
/**
 * At most so many, up to 200.
 */
limit: number, };
export type RepairReminder = { 
/**
 * Which repair.
 */
id: number, 
/**
 * Whose.
 */
client: number, 
/**
 * The client's name, as the search shows it.
 */
client_name: string, 
/**
 * What is ready.
 */
what: string, 
/**
 * Since when.
 */
ready_on: string, 
/**
 * For how many days.
 */
days: number, 
/**
 * That the client was told before.
 */
reminded: Reminded | null, 
/**
 * How it goes; `null` where it cannot.
 */
way: ReminderWay | null, 
/**
 * What stands against the ways that were tried before.
 */
obstacles: Array<ReminderObstacle>, };
export type RepairReminders = { 
/**
 * At most 500.
 */
repairs: Array<RepairReminder>, 
/**
 * How many there are.
 */
total: number, 
/**
 * The template that an SMS would have; `null` where the shop has none.
 */
sms_template: number | null, 
/**
 * The template that a mail would have.
 */
mail_template: number | null, };
export type RepairsDue = { 
/**
 * Ready.
 */
ready: number, 
/**
 * Of them, those whose client should be told: ready since seven days, and not told yet.
 */
due: number, };
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
export type RevealedAccount = { 
/**
 * In groups of four: `FR76 3000 6000 0112 3456 7890 189`.
 */
iban: string, };
export type Rule = "prospect_only_free_tariffs" | "prospect_never_invoiced" | "tiers_never_benefits" | "paye_par_never_invoiced" | "prescripteur_only_recommends" | "prescripteur_not_rewarded" | "beneficiaire_uses_anothers" | "no_sponsor" | "payer_needed" | "beneficiary_needs_email" | "already_beneficiary" | "offer_not_digital" | "too_many_beneficiaries" | "offer_archived" | "offer_in_use" | "tariff_unfit" | "tariff_too_early" | "copies_unfit" | "no_tariff_yet" | "already_terminated" | "subscription_running" | "subscription_over" | "already_renewed" | "days_unfit" | "already_delivered" | "already_credited" | "already_reversed" | "nothing_to_refund" | "payment_given_back" | "day_in_future" | "not_subscribed_yet" | "sponsored_already" | "rewarded_already";
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
export type SaveBankAccount = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read; 0 where there was none.
 */
revision: number, 
/**
 * At most 70 characters, or empty.
 */
holder: string, 
/**
 * As typed; `null` keeps the one that is there.
 */
iban: string | null, 
/**
 * As typed, or empty.
 */
bic: string, 
/**
 * At most 35 characters, or empty.
 */
mandate_reference: string, 
/**
 * When the mandate was signed.
 */
mandate_on: string | null, };
export type SaveCarriage = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read; 0 where there was none.
 */
revision: number, 
/**
 * How; `null` forgets it and all the rest.
 */
mode: CarriageMode | null, 
/**
 * « Tournée », at most 40 characters, or empty.
 */
round: string, 
/**
 * « Ordre », from 1 to 99,999.
 */
rank: number | null, 
/**
 * « Dépositaire », at most 100 characters, or empty.
 */
depositary: string, 
/**
 * « Consigne », at most 200 characters, or empty.
 */
instruction: string, };
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
export type SaveDeliveryAddress = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which; `null` for a new one.
 */
id: number | null, 
/**
 * The revision that was read; 0 for a new one.
 */
revision: number, 
/**
 * Where: a first line or a town at least.
 */
address: PostalAddress, 
/**
 * When.
 */
period: Period, };
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
export type SaveFollowUp = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which; `null` for a new one.
 */
id: number | null, 
/**
 * The revision that was read; 0 for a new one.
 */
revision: number, 
/**
 * At most 200 characters.
 */
what: string, 
/**
 * By when.
 */
due_on: string, 
/**
 * When it was done; `null` while it is not.
 */
done_on: string | null, };
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
export type SaveIncident = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which; `null` for a new one.
 */
id: number | null, 
/**
 * The revision that was read; 0 for a new one.
 */
revision: number, 
/**
 * What kind.
 */
kind: IncidentKind, 
/**
 * When it happened.
 */
on: string, 
/**
 * What happened, at most 2,000 characters, or empty.
 */
note: string, 
/**
 * When it was settled, not before it happened; `null` while it is open.
 */
closed_on: string | null, };
export type SaveInvoiceRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
export type SaveManagerNote = { 
/**
 * Whose.
 */
number: number, 
/**
 * The revision that was read; 0 where there was none.
 */
revision: number, 
/**
 * At most 2,000 characters; empty removes it.
 */
text: string, };
export type SaveMovementRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * The revision that was read.
 */
revision: number, 
/**
 * What it becomes.
 */
movement: MovementInput, };
export type SaveNote = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which; `null` for a new one.
 */
id: number | null, 
/**
 * The revision that was read; 0 for a new one.
 */
revision: number, 
/**
 * At most 2,000 characters.
 */
text: string, };
export type SaveOfferRequest = { 
/**
 * Which.
 */
id: number, 
/**
 * What it is called, and what it gives.
 */
offer: OfferWords, 
/**
 * Whether it is no longer sold.
 */
archived: boolean, };
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
export type SaveTablePdfRequest = { 
/**
 * Which, of whom, in what order.
 */
table: ExportedTable, 
/**
 * In which language.
 */
language: Language, 
/**
 * Where; nothing is overwritten.
 */
path: string, };
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
export type SearchFilter = { 
/**
 * Of this type only.
 */
type: ContactType | null, 
/**
 * Of this town only, compared folded; empty for all.
 */
town: string, };
export type SearchRequest = { 
/**
 * As typed: names, company, town, postcode, digits of a telephone, e-mail, client number, in any order;
 * or the number of an invoice or of a subscription.
 */
text: string, 
/**
 * « Afficher les inactifs ».
 */
include_inactive: boolean, 
/**
 * Who else is left out, of the lines as of every count.
 */
filter: SearchFilter, 
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
 * The subscription whose number was typed, if there is one.
 */
subscription: FoundSubscription | null, 
/**
 * The invoice or credit note whose number was typed, if there is one.
 */
invoice: FoundInvoice | null, 
/**
 * The client with this number, those of the subscription with it, names that begin with the text, other matches; within each,
 * those opened last, then by name.
 */
clients: Array<ClientRow>, };
export type SearchTowns = { 
/**
 * Each once, as one of its clients writes it.
 */
towns: Array<string>, 
/**
 * Whether there are more.
 */
more: boolean, };
export type SearchTownsRequest = { 
/**
 * The search whose answer is to be narrowed. Its own town is passed over.
 */
search: SearchRequest, 
/**
 * What the towns begin with, as typed; empty for all.
 */
beginning: string, };
export type Security = "tls" | "starttls" | "none";
export type SelectionCode = { 
/**
 * Its identity.
 */
id: number, 
/**
 * « Montres ».
 */
name: string, 
/**
 * How many clients have it.
 */
uses: number, 
/**
 * Since when it is given to nobody else, UTC milliseconds.
 */
archived_at: number | null, };
export type SelectionCodeRequest = { 
/**
 * Which.
 */
id: number, };
export type SendReminders = { 
/**
 * Of these repairs, at most 500.
 */
repairs: number[], 
/**
 * As in [`RemindersRequest`].
 */
sms_template: number | null, 
/**
 * As in [`RemindersRequest`].
 */
mail_template: number | null, };
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
export type SetClientCodes = { 
/**
 * Whose.
 */
number: number, 
/**
 * All of them. An archived one may only stay.
 */
codes: number[], };
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
export type Sponsorship = { 
/**
 * Its identity.
 */
id: number, 
/**
 * « Parrain ».
 */
sponsor: number, 
/**
 * « Filleul ».
 */
sponsored: number, 
/**
 * Since when, YYYY-MM-DD.
 */
on_day: string, 
/**
 * The subscription that the reward was given for.
 */
subscription: number | null, 
/**
 * What was given, or empty.
 */
reward: string, 
/**
 * When it was given, YYYY-MM-DD.
 */
rewarded_on: string | null, };
export type SponsorshipIdRequest = { 
/**
 * Which.
 */
id: number, };
export type SponsorshipRole = "sponsor" | "sponsored";
export type SponsorshipRow = { 
/**
 * The sponsorship.
 */
id: number, 
/**
 * What the other one is.
 */
role: SponsorshipRole, 
/**
 * The other one.
 */
other: Party, 
/**
 * YYYY-MM-DD.
 */
on_day: string, 
/**
 * What the sponsor got, or empty.
 */
reward: string, 
/**
 * When they got it, YYYY-MM-DD.
 */
rewarded_on: string | null, 
/**
 * Whether the one who was brought has subscribed to something that costs, so that a reward may be given.
 */
may_reward: boolean, };
export type SponsorshipsPage = { 
/**
 * In the order asked for.
 */
rows: Array<SponsorshipRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, 
/**
 * The rule by which no row is added to somebody of this type of contact.
 */
barred: Rule | null, };
export type Subscription = { 
/**
 * Its number.
 */
id: number, 
/**
 * To whom it goes.
 */
recipient: Party, 
/**
 * Who pays; `null` for a free one.
 */
payer: Party | null, 
/**
 * Of what.
 */
offer: number, 
/**
 * What that is called today.
 */
offer_name: string, 
/**
 * How it is read.
 */
medium: Medium, 
/**
 * The version of the tariff that it was sold at.
 */
tariff: Tariff, 
/**
 * How many copies.
 */
copies: number, 
/**
 * The first day.
 */
starts_on: string, 
/**
 * The last day, suspensions included.
 */
ends_on: string, 
/**
 * How it stands today.
 */
state: SubscriptionState, 
/**
 * The one that it goes on from.
 */
renews: number | null, 
/**
 * The one that goes on from it.
 */
renewed_by: number | null, 
/**
 * « Résiliation »: the last day on which it was served.
 */
terminated_on: string | null, 
/**
 * Why, or empty.
 */
reason: string, 
/**
 * The days on which nothing is delivered, the first first.
 */
suspensions: Array<Suspension>, 
/**
 * Who uses its digital part.
 */
beneficiaries: Array<Beneficiary>, 
/**
 * How many may.
 */
places: number, };
export type SubscriptionPreview = { 
/**
 * To whom it would go.
 */
recipient: Party, 
/**
 * What the offer is called.
 */
offer_name: string, 
/**
 * The tariff of the first day, if there is one.
 */
tariff: Tariff | null, 
/**
 * How many copies.
 */
copies: number, 
/**
 * The first day.
 */
starts_on: string, 
/**
 * The last day, if there is a tariff.
 */
ends_on: string | null, 
/**
 * For one copy, in cents.
 */
price: number, 
/**
 * In all, in cents.
 */
total: number, 
/**
 * Who would pay; `null` for a free tariff, or where nobody is known who may.
 */
payer: Party | null, 
/**
 * Who is known to pay for them, the proposed one first. Anybody else whose type pays may be chosen too.
 */
payers: Array<Party>, 
/**
 * Where the first issue would go, one line a line; empty where nothing is delivered.
 */
address: Array<string>, 
/**
 * Why it would be refused, if it would.
 */
refused: Rule | null, 
/**
 * A subscription to the same offer that they have on the first day.
 */
running: number | null, };
export type SubscriptionRequest = { 
/**
 * Which.
 */
id: number, };
export type SubscriptionRow = { 
/**
 * The subscription.
 */
id: number, 
/**
 * « Formule ».
 */
offer_name: string, 
/**
 * YYYY-MM-DD.
 */
starts_on: string, 
/**
 * The last day, YYYY-MM-DD.
 */
ends_on: string, 
/**
 * How it stands today.
 */
state: SubscriptionState, 
/**
 * How many copies.
 */
copies: number, 
/**
 * Who receives it, if it is somebody else.
 */
recipient: Party | null, 
/**
 * Who pays for it, if it is somebody else.
 */
payer: Party | null, };
export type SubscriptionState = "running" | "upcoming" | "suspended" | "ended" | "terminated";
export type SubscriptionsPage = { 
/**
 * In the order asked for.
 */
rows: Array<SubscriptionRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * What to ask for next, if there are more.
 */
next: number | null, 
/**
 * The rule by which no row is added to somebody of this type of contact.
 */
barred: Rule | null, };
export type SuspendRequest = { 
/**
 * Of which subscription.
 */
id: number, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, };
export type Suspension = { 
/**
 * Its identity.
 */
id: number, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, };
export type Tariff = { 
/**
 * Its identity.
 */
id: number, 
/**
 * Which version of the offer's tariff.
 */
version: number, 
/**
 * For one copy and one term, in cents, tax included; 0 is free.
 */
price: number, 
/**
 * In hundredths of a per cent.
 */
vat: number, 
/**
 * How long a term is.
 */
months: number, 
/**
 * How many issues it has; 0 where nothing is delivered.
 */
issues: number, 
/**
 * The first day on which it is sold.
 */
effective_from: string, };
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
export type Termination = { 
/**
 * Which subscription.
 */
id: number, 
/**
 * The last day on which it is served; `null` for today.
 */
on: string | null, };
export type TerminationDone = { 
/**
 * The subscription, as it is now.
 */
subscription: Subscription, 
/**
 * The number of the credit note, « A-2026-0001 », if one was written.
 */
credit_note: string | null, 
/**
 * What is given back by it, in cents.
 */
refund: number, 
/**
 * The renewals that ended with it, the next one first.
 */
renewals: Array<RenewalEnded>, };
export type TerminationPreview = { 
/**
 * The subscription, as it is.
 */
subscription: Subscription, 
/**
 * The last day on which it would be served.
 */
on: string, 
/**
 * How many issues (or months, where nothing is delivered) will not be served.
 */
left: number, 
/**
 * Of how many.
 */
of: number, 
/**
 * Whether those are issues rather than months.
 */
issues: boolean, 
/**
 * What was invoiced for it and not credited yet, in cents.
 */
invoiced: number, 
/**
 * What would be given back, in cents, by a credit note; 0 where nothing is.
 */
refund: number, 
/**
 * What goes on from it and ends with it, the next one first.
 */
renewals: Array<RenewalEnd>, 
/**
 * Why it would be refused, if it would.
 */
refused: Rule | null, };
export type TerminationRequest = { 
/**
 * Why, at most 200 characters, or empty.
 */
reason: string, 
/**
 * Whether what was not delivered is given back. What renewals were invoiced always is.
 */
refund: boolean, 
/**
 * Which subscription.
 */
id: number, 
/**
 * The last day on which it is served; `null` for today.
 */
on: string | null, };
export type Theme = "light" | "dark";
export type ToDo = { 
/**
 * What.
 */
what: string, 
/**
 * When.
 */
due_on: string, };
export type TouchedBy = "edit" | "decision" | "message" | "subscription" | "movement" | "merge";
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
export type TypeChangePreview = { 
/**
 * Whose.
 */
number: number, 
/**
 * The type that they have.
 */
from: ContactType, 
/**
 * The type that they would have.
 */
to: ContactType, 
/**
 * The first of what stands in the way, at most 50; none, and it may be changed.
 */
obstacles: Array<Obstacle>, 
/**
 * How many there are.
 */
count: number, };
export type TypeChangeRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * Which type.
 */
to: ContactType, };
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
export type VatLine = { 
/**
 * Hundredths of a per cent.
 */
rate: number, 
/**
 * What stands at this rate, tax included, cents.
 */
total: number, 
/**
 * The tax in it, cents.
 */
tax: number, };
export type VatRate = { 
/**
 * In hundredths of a per cent: 210 is 2.1 %.
 */
rate: number, 
/**
 * For which words the window has a name.
 */
code: string, 
/**
 * The text that says so.
 */
source: string, };
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
export type Window = "subscriptions" | "invoices" | "payments" | "deliveries" | "sponsorships";
export type WindowColumn = "offer" | "start" | "end" | "state" | "number" | "date" | "amount" | "mode" | "invoice" | "content" | "handover" | "person" | "reward";
export type WindowRequest = { 
/**
 * Whose.
 */
number: number, 
/**
 * In which order.
 */
sort: WindowSort, 
/**
 * What the page before gave as `next`; `null` for the first.
 */
after: number | null, 
/**
 * 10, 25 or 50.
 */
limit: number, };
export type WindowSort = { 
/**
 * By what; a column of that window.
 */
column: WindowColumn, 
/**
 * From the last to the first.
 */
descending: boolean, };
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
  search_towns: [SearchTownsRequest, SearchTowns]
  recent_clients: [LimitRequest, Array<ClientRow>]
  client: [ClientRequest, ClientRecord]
  client_glance: [ClientRequest, ClientGlance]
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
  movements: [MovementRequest, MovementPage]
  create_movement: [CreateMovementRequest, Movement]
  save_movement: [SaveMovementRequest, Movement]
  move_repair: [MoveRepairRequest, Movement]
  remove_movement: [RemoveMovementRequest, Empty]
  repairs_due: [Empty, RepairsDue]
  repair_reminders: [RemindersRequest, RepairReminders]
  send_reminders: [SendReminders, RemindersSent]
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
  labels: [ClientRequest, LabelFaces]
  panel_layout: [Empty, PanelLayout]
  save_panel_layout: [PanelLayout, PanelLayout]
  reset_panel_layout: [Empty, PanelLayout]
  selection_codes: [Empty, Array<SelectionCode>]
  create_selection_code: [NameRequest, Array<SelectionCode>]
  rename_selection_code: [RenameSelectionCodeRequest, Array<SelectionCode>]
  order_selection_codes: [OrderRequest, Array<SelectionCode>]
  remove_selection_code: [SelectionCodeRequest, RemovedSelectionCode]
  client_codes: [ClientRequest, ClientCodes]
  set_client_codes: [SetClientCodes, ClientCodes]
  bank_account: [ClientRequest, BankPanel]
  check_bank_account: [CheckBankAccount, BankCheck]
  save_bank_account: [SaveBankAccount, BankPanel]
  remove_bank_account: [BankAccountRequest, BankPanel]
  reveal_bank_account: [ClientRequest, RevealedAccount]
  incidents: [ClientRequest, Array<Incident>]
  save_incident: [SaveIncident, Array<Incident>]
  remove_incident: [LabelRowRequest, Array<Incident>]
  follow_ups: [ClientRequest, Array<FollowUp>]
  save_follow_up: [SaveFollowUp, Array<FollowUp>]
  remove_follow_up: [LabelRowRequest, Array<FollowUp>]
  follow_ups_due: [FollowUpsDueRequest, FollowUpsDue]
  carriage: [ClientRequest, CarriagePanel]
  save_carriage: [SaveCarriage, CarriagePanel]
  delivery_addresses: [ClientRequest, DeliveryAddresses]
  save_delivery_address: [SaveDeliveryAddress, DeliveryAddresses]
  remove_delivery_address: [LabelRowRequest, DeliveryAddresses]
  address_of_day: [AddressOfDayRequest, AddressOfDay]
  client_management: [ClientRequest, ClientManagement]
  save_manager_note: [SaveManagerNote, ClientManagement]
  client_notes: [NotesRequest, NotePage]
  save_note: [SaveNote, ClientNote]
  remove_note: [LabelRowRequest, Empty]
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
  offers: [Empty, OfferList]
  create_offer: [NewOffer, Offer]
  save_offer: [SaveOfferRequest, Offer]
  order_offers: [OrderRequest, OfferList]
  add_tariff: [AddTariffRequest, Offer]
  subscription_preview: [NewSubscription, SubscriptionPreview]
  subscribe: [NewSubscription, Subscription]
  subscription: [SubscriptionRequest, Subscription]
  held_subscriptions: [ClientRequest, Array<Subscription>]
  renewal_preview: [SubscriptionRequest, SubscriptionPreview]
  renew: [SubscriptionRequest, Subscription]
  renewals: [RenewalsRequest, RenewalPage]
  suspend: [SuspendRequest, Subscription]
  end_suspension: [EndSuspensionRequest, Subscription]
  termination_preview: [Termination, TerminationPreview]
  terminate: [TerminationRequest, TerminationDone]
  add_beneficiary: [NewBeneficiary, Subscription]
  remove_beneficiary: [BeneficiaryRequest, Subscription]
  type_change_preview: [TypeChangeRequest, TypeChangePreview]
  change_type: [ChangeTypeRequest, ClientRecord]
  invoice: [InvoiceIdRequest, Invoice]
  save_invoice: [SaveInvoiceRequest, SavedFile]
  credit_invoice: [CreditRequest, Invoice]
  invoices_due: [InvoicesDueRequest, InvoicesDue]
  balance: [ClientRequest, Balance]
  payment: [PaymentIdRequest, Payment]
  record_payment: [NewPayment, Payment]
  reverse_payment: [PaymentIdRequest, Payment]
  delivery: [DeliveryIdRequest, Delivery]
  recent_deliveries: [ClientRequest, Array<Delivery>]
  mark_deliveries: [MarkDeliveriesRequest, MarkedDeliveries]
  add_delivery: [NewDelivery, Delivery]
  remove_delivery: [DeliveryIdRequest, Empty]
  add_sponsorship: [NewSponsorship, Sponsorship]
  give_reward: [GiveRewardRequest, Sponsorship]
  remove_sponsorship: [SponsorshipIdRequest, Empty]
  subscriptions_page: [WindowRequest, SubscriptionsPage]
  invoices_page: [WindowRequest, InvoicesPage]
  payments_page: [WindowRequest, PaymentsPage]
  deliveries_page: [WindowRequest, DeliveriesPage]
  sponsorships_page: [WindowRequest, SponsorshipsPage]
  export_table: [ExportTableRequest, ExportReport]
  save_table_pdf: [SaveTablePdfRequest, SavedFile]
  links: [ClientRequest, Array<Link>]
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
