// The wire contract. Rust generates ui/src/lib/api/bindings.ts from src-tauri/core/src/api (same names); until that exists, this is it.
// Every call goes through ONE Tauri command: invoke('call', { command, request }) -> response, or rejects with ApiError.
// Times are UTC milliseconds (number). Phones and mobiles in rows/records are display strings (national form, "06 39 98 71 10", or as typed when unreadable).

export type ContactType = 'client' | 'tiers' | 'paye_par' | 'prospect' | 'prescripteur' | 'parrain' | 'beneficiaire'
export type ClientField = 'civility'|'last_name'|'first_name'|'company'|'address_1'|'address_2'|'address_3'|'postcode'|'town'|'country'|'email'|'phone'|'mobile'|'origins'|'type'|'professional'
export type ImportField = ClientField | 'inactive' | 'inactive_reason' | 'updated_at'

export interface ClientInput { civility: string; last_name: string; first_name: string; company: string; address_1: string; address_2: string; address_3: string; postcode: string; town: string; country: string; email: string; phone: string; mobile: string; origins: string; type: ContactType; professional: boolean }  // origins: comma separated
export interface ClientRow { number: number; civility: string; last_name: string; first_name: string; company: string; postcode: string; town: string; phone: string; mobile: string; email: string; type: ContactType; professional: boolean; inactive: boolean; opened_at: number | null }
export interface ClientRecord { number: number; revision: number; client: ClientInput; phone_readable: boolean; mobile_readable: boolean; created_at: number; updated_at: number; inactive: { at: number; reason: string } | null; imported: { at: number; file_name: string } | null }
export interface SearchRequest { text: string; include_inactive: boolean; limit: number }
// near: when nothing matched, the names that were searched instead ("dupon" -> ["DUPONT"]); clients then holds theirs.
export interface SearchResults { total: number; total_exact: boolean; hidden_inactive: number; hidden_exact: boolean; near: string[]; clients: ClientRow[] }

export type FieldProblem = 'required' | 'too_long' | 'email_malformed' | 'control_character' | 'phone_unreadable' | 'postcode_unusual'
export interface FieldIssue { field: ClientField; problem: FieldProblem; blocking: boolean; max: number | null } // blocking=false: a remark, saving goes on
export type MatchReason = 'same_phone' | 'same_email' | 'near_name'
export interface ProbableClient { client: ClientRow; reasons: MatchReason[] }
export interface ClientCheck { issues: FieldIssue[]; probable: ProbableClient[] }

export interface JournalChange { field: string; old: string; new: string }   // field: ClientField or 'inactive' | 'inactive_reason'
export type Operation = 'create_client' | 'save_client' | 'set_inactive' | 'set_active' | 'undo' | 'import' | 'create_shop' | 'backup'
export interface JournalEntry { id: number; at: number; operator: string; operation: Operation; changes: JournalChange[]; file_name: string | null }
export interface JournalPage { entries: JournalEntry[]; next: number | null }

export interface UndoState { number: number; operation: Operation; name: string }

export interface ShopInfo { path: string; file_name: string; shop_name: string; demonstration: boolean; clients: number; inactive: number; saved_at: number | null; backed_up_at: number | null; operator: string }
export interface RecentFile { path: string; file_name: string; shop_name: string; opened_at: number; clients: number; missing: boolean; demonstration: boolean }
export interface Settings { language: 'fr' | 'en' | null; theme: 'light' | 'dark' | null }      // null = as the system
export interface Launch { path: string; kind: 'shop' | 'table' }                                // what the program was asked to open
export interface SessionInfo { shop: ShopInfo | null; recent_files: RecentFile[]; settings: Settings; version: string; default_folder: string; launch: Launch | null; credential_store: boolean; system_language: 'fr' | 'en' }

export type PassphraseWeakness = 'too_short' | 'too_simple'
export interface PassphraseRating { weakness: PassphraseWeakness | null }   // CNIL 2022: 12 characters of 4 kinds, 14 of 3, or 7 words

export interface ImportOptions { encoding: string | null; separator: string | null; has_header: boolean | null; sheet: string | null } // null = detect
export interface ImportColumn { index: number; header: string; samples: string[]; field: ImportField | null }
export type ImportNote = { code: string; count: number; lines: number[] } // remarks that reject nothing, e.g. mixed_encoding, trimmed, postcode_unusual, phone_unreadable
export interface ImportPreview { path: string; file_name: string; format: 'csv' | 'xlsx'; encoding: string | null; separator: string | null; has_header: boolean; sheet: string | null; sheets: string[]; columns: ImportColumn[]; rows: number; sample: string[][]; notes: ImportNote[] }
export interface ImportRequest { path: string; options: ImportOptions; mapping: (ImportField | null)[]; dry_run: boolean; rejects_path: string | null } // rejects_path null: beside the source (…-rejets.csv)
export interface ImportReport { rows: number; imported: number; rejected: number; duplicates_suspected: number; rejects_path: string | null; cancelled: boolean; elapsed_ms: number; reasons: { code: string; count: number }[]; notes: ImportNote[] }

export interface VerifyReport { integrity: 'ok' | 'broken'; clients: number; problems: string[] }

export interface ApiError { code: ErrorCode; params: Record<string, string>; fields: FieldIssue[] }
export type ErrorCode =
  | 'invalid'            // fields says which
  | 'client_not_found' | 'changed_elsewhere' | 'nothing_to_undo' | 'undo_superseded'
  | 'no_shop_open' | 'file_missing' | 'file_exists' | 'file_not_ecrin' | 'file_newer' | 'file_corrupt' | 'file_busy' | 'file_read_only' | 'disk_full' | 'file_unreadable'
  | 'passphrase_needed' | 'passphrase_wrong' | 'passphrase_weak'
  | 'import_empty' | 'import_not_a_table' | 'import_no_name_column' | 'import_too_large' | 'import_cancelled' | 'import_column_twice' | 'import_running'
  | 'internal'

export interface Commands {
  session: [Empty, SessionInfo]
  save_settings: [Settings, Settings]
  rate_passphrase: [{ passphrase: string }, PassphraseRating]
  create_shop: [{ shop_name: string; path: string; passphrase: string; remember: boolean }, ShopInfo]
  open_shop: [{ path: string; passphrase: string | null; remember: boolean }, ShopInfo]  // passphrase null: try the credential store; else error passphrase_needed
  open_demonstration: [Empty, ShopInfo]     // made on first use: 500 fictional clients
  close_shop: [Empty, Empty]
  forget_file: [{ path: string }, Empty]    // removes it from the recent list (never from the disk)
  shop_info: [Empty, ShopInfo]
  back_up: [{ folder: string }, { path: string; at: number }]
  verify: [Empty, VerifyReport]
  operators: [Empty, string[]]
  choose_operator: [{ name: string }, ShopInfo]
  search_clients: [SearchRequest, SearchResults]   // an older search still running is interrupted and answers with ApiError code 'superseded'? no: it simply answers; keep only the newest
  recent_clients: [{ limit: number }, ClientRow[]]
  client: [{ number: number }, ClientRecord]
  open_client: [{ number: number }, ClientRecord]  // the same, and remembers that it was opened
  check_client: [{ client: ClientInput; number: number | null }, ClientCheck] // while typing: field issues, and probable existing records
  create_client: [{ client: ClientInput }, ClientRecord]
  save_client: [{ number: number; revision: number; client: ClientInput }, ClientRecord]
  set_inactive: [{ number: number; inactive: boolean; reason: string }, ClientRecord]
  undo_state: [Empty, UndoState | null]
  undo: [Empty, ClientRecord]                       // takes back the last edit or inactive flag of this session
  journal: [{ number: number; before: number | null; limit: number }, JournalPage]
  towns_of_postcode: [{ postcode: string }, string[]]
  origins: [Empty, string[]]
  preview_import: [{ path: string; options: ImportOptions }, ImportPreview]
  run_import: [ImportRequest, ImportReport]
  cancel_import: [Empty, Empty]
}
type Empty = Record<string, never>

// Shell commands (plain Tauri commands, not through `call`): 
//   pick_file({ kind: 'shop' | 'table' }): string | null        native open dialog
//   pick_new_shop({ suggested: string }): string | null         native save dialog for a new .ecrin
//   pick_folder(): string | null
//   reveal({ path }): void                                       shows the file in the system's file manager
//   window_ready(): void                                         called after the first paint; the window is shown then
// Events (listen): 
//   'changed'  { clients: number[]; shop: boolean; all: boolean }      after every committed write: refetch what it touches
//   'progress' { task: 'import' | 'demonstration' | 'backup'; phase: string; done: number; total: number }
//   'launch'   Launch                                             a second start asked for this file; the window was raised
//   'dropped'  { path: string; kind: 'shop' | 'table' }           a file was dropped on the window
//
// Closing the window (added by HOUSE; guard on unsaved changes):
//   event 'close_requested' {}      the person asked to close the window; it is still open. Answer within 2 s with one of
//   window_close(): void            nothing to lose (or the person confirmed): the window closes
//   window_stay(): void             a dialog is asking (or the person wants to stay): the window stays open
//   No answer within 2 s closes the window, so a hung interface can always be closed. No listener needed when nothing is dirty,
//   but then closing takes 2 s: so always listen, and call window_close() at once when nothing is dirty.
// window_ready(): do NOT wait for requestAnimationFrame before calling it: a hidden window never paints a frame. Call it from onMount /
//   after `await tick()` and `document.fonts.ready`. Fallback: the shell shows the window by itself 1.5 s after the page has loaded.
// 'dropped'/'launch' kind: '.ecrin' is 'shop', everything else is 'table' (the core then says what is wrong with it).
