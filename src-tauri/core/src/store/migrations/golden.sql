-- index active_client_by_name
CREATE INDEX active_client_by_name ON client (
    name_fold, number, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NULL AND removed_at IS NULL

-- index beneficiary_of
CREATE INDEX beneficiary_of ON beneficiary (client)

-- index client_by_creation
CREATE INDEX client_by_creation ON client (created_at)

-- index client_by_email
CREATE INDEX client_by_email ON client (lower(email))

-- index client_by_import
CREATE INDEX client_by_import ON client (import_batch) WHERE import_batch IS NOT NULL

-- index client_by_inactivity
CREATE INDEX client_by_inactivity ON client (inactive_at) WHERE inactive_at IS NOT NULL

-- index client_by_postcode
CREATE INDEX client_by_postcode ON client (postcode)

-- index client_by_restriction
CREATE INDEX client_by_restriction ON client (restricted_at) WHERE restricted_at IS NOT NULL

-- index client_by_town
CREATE INDEX client_by_town ON client (town_fold)

-- index client_by_update
CREATE INDEX client_by_update ON client (updated_at)

-- index client_code_by_client
CREATE INDEX client_code_by_client ON client_code (client)

-- index client_merged_into
CREATE INDEX client_merged_into ON client (merged_into) WHERE merged_into IS NOT NULL

-- index client_note_by_client
CREATE INDEX client_note_by_client ON client_note (client, id)

-- index client_removed
CREATE INDEX client_removed ON client (number) WHERE removed_at IS NOT NULL

-- index consent_unproven
CREATE INDEX consent_unproven ON consent (client, indicator) WHERE unproven = 1 AND answer = 1

-- index decision_by_client
CREATE INDEX decision_by_client ON decision (client, id)

-- index decision_by_day
CREATE INDEX decision_by_day ON decision (at, client)

-- index delivery_address_by_client
CREATE INDEX delivery_address_by_client ON delivery_address (client)

-- index delivery_by_recipient
CREATE INDEX delivery_by_recipient ON delivery (recipient, due_on)

-- index delivery_due
CREATE INDEX delivery_due ON delivery (due_on) WHERE state = 'planned'

-- index delivery_gone
CREATE INDEX delivery_gone ON delivery (recipient, due_on) WHERE state NOT IN ('planned', 'cancelled')

-- index delivery_of_subscription
CREATE INDEX delivery_of_subscription ON delivery (subscription, due_on) WHERE subscription IS NOT NULL

-- index evidence_by_decision
CREATE INDEX evidence_by_decision ON evidence (decision)

-- index follow_up_by_client
CREATE INDEX follow_up_by_client ON follow_up (client)

-- index follow_up_due
CREATE INDEX follow_up_due ON follow_up (due_on, id, done_on) WHERE done_on IS NULL

-- index follow_up_open
CREATE INDEX follow_up_open ON follow_up (client, due_on, id) WHERE done_on IS NULL

-- index inactive_client_by_name
CREATE INDEX inactive_client_by_name ON client (
    name_fold, number, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NOT NULL AND removed_at IS NULL

-- index incident_by_client
CREATE INDEX incident_by_client ON incident (client)

-- index invoice_by_payer
CREATE INDEX invoice_by_payer ON invoice (payer, issued_on)

-- index invoice_corrected_by
CREATE INDEX invoice_corrected_by ON invoice (corrects) WHERE corrects IS NOT NULL

-- index invoice_line_of_subscription
CREATE INDEX invoice_line_of_subscription ON invoice_line (subscription) WHERE subscription IS NOT NULL

-- index journal_by_client
CREATE INDEX journal_by_client ON journal (client, id) WHERE client IS NOT NULL

-- index journal_by_import
CREATE INDEX journal_by_import ON journal (import_batch) WHERE import_batch IS NOT NULL

-- index merge_by_kept
CREATE INDEX merge_by_kept ON merge (kept, id)

-- index message_asks
CREATE INDEX message_asks ON message (asks, client, id) WHERE asks IS NOT NULL

-- index message_by_campaign
CREATE INDEX message_by_campaign ON message (campaign, state, id) WHERE campaign IS NOT NULL

-- index message_by_client
CREATE INDEX message_by_client ON message (client, id, context, state)

-- index message_by_state
CREATE INDEX message_by_state ON message (state, id, context)

-- index message_due
CREATE INDEX message_due ON message (channel, due_at, id) WHERE state = 'pending'

-- index message_due_alone
CREATE INDEX message_due_alone ON message (channel, due_at, id) WHERE state = 'pending' AND campaign IS NULL

-- index message_once_in_campaign
CREATE UNIQUE INDEX message_once_in_campaign ON message (campaign, client) WHERE campaign IS NOT NULL

-- index movement_by_day
CREATE INDEX movement_by_day ON movement (client, day, id)

-- index movement_by_kind
CREATE INDEX movement_by_kind ON movement (client, kind, day, id)

-- index movement_by_return
CREATE INDEX movement_by_return ON movement (client, returned_on) WHERE returned_on IS NOT NULL

-- index movement_by_state
CREATE INDEX movement_by_state ON movement (client, state, day, id)

-- index movement_ready
CREATE INDEX movement_ready ON movement (ready_on, id) WHERE state = 'ready'

-- index movement_reminder
CREATE INDEX movement_reminder ON movement (reminder) WHERE reminder IS NOT NULL

-- index payment_by_payer
CREATE INDEX payment_by_payer ON payment (payer, paid_on)

-- index payment_of_invoice
CREATE INDEX payment_of_invoice ON payment (invoice) WHERE invoice IS NOT NULL

-- index payment_reversed_once
CREATE UNIQUE INDEX payment_reversed_once ON payment (reverses) WHERE reverses IS NOT NULL

-- index receivable_due
CREATE INDEX receivable_due ON receivable (issued_on) WHERE due > 0

-- index sponsorship_by_sponsor
CREATE INDEX sponsorship_by_sponsor ON sponsorship (sponsor, on_day)

-- index sponsorship_of
CREATE INDEX sponsorship_of ON sponsorship (sponsored, on_day)

-- index sponsorship_rewarded
CREATE INDEX sponsorship_rewarded ON sponsorship (sponsored) WHERE rewarded_on IS NOT NULL

-- index sqlite_autoindex_carrier_1


-- index sqlite_autoindex_indicator_1


-- index sqlite_autoindex_invoice_1


-- index sqlite_autoindex_name_word_1


-- index sqlite_autoindex_offer_1


-- index sqlite_autoindex_operator_1


-- index sqlite_autoindex_reply_1


-- index sqlite_autoindex_saved_list_1


-- index sqlite_autoindex_selection_code_1


-- index sqlite_autoindex_sponsorship_1


-- index sqlite_autoindex_tariff_1


-- index sqlite_autoindex_template_1


-- index sqlite_autoindex_wording_1


-- index subscription_by_end
CREATE INDEX subscription_by_end ON subscription (ends_on) WHERE terminated_on IS NULL

-- index subscription_by_payer
CREATE INDEX subscription_by_payer ON subscription (payer, starts_on) WHERE payer IS NOT NULL

-- index subscription_by_recipient
CREATE INDEX subscription_by_recipient ON subscription (recipient, starts_on)

-- index subscription_renewed_once
CREATE UNIQUE INDEX subscription_renewed_once ON subscription (renews) WHERE renews IS NOT NULL

-- index suspension_of
CREATE INDEX suspension_of ON suspension (subscription)

-- index template_rgpd_default
CREATE UNIQUE INDEX template_rgpd_default ON template (channel) WHERE rgpd_default = 1

-- table active_words
CREATE VIRTUAL TABLE active_words USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6 7')

-- table active_words_config
CREATE TABLE 'active_words_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table active_words_data
CREATE TABLE 'active_words_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table active_words_docsize
CREATE TABLE 'active_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)

-- table active_words_idx
CREATE TABLE 'active_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- table agreement_mode
CREATE TABLE agreement_mode (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT    NOT NULL,
    name         TEXT    NOT NULL CHECK (name <> ''),
    label        TEXT    NOT NULL CHECK (label <> ''),
    hint         TEXT    NOT NULL,
    needs_detail INTEGER NOT NULL DEFAULT 0 CHECK (needs_detail IN (0, 1)),
    position     INTEGER NOT NULL,
    -- How many grants name its label.
    uses         INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0)
) STRICT

-- table bank_account
CREATE TABLE bank_account (
    client            INTEGER PRIMARY KEY REFERENCES client (number),
    revision          INTEGER NOT NULL,
    holder            TEXT    NOT NULL,
    -- Electronic form, checked when it was written. Nothing but `reveal_bank_account` reads it whole.
    iban              TEXT    NOT NULL CHECK (length(iban) BETWEEN 15 AND 34),
    bic               TEXT    NOT NULL,
    mandate_reference TEXT    NOT NULL,
    mandate_on        TEXT,
    updated_at        INTEGER NOT NULL,
    CHECK ((mandate_reference = '') = (mandate_on IS NULL))
) STRICT

-- table beneficiary
CREATE TABLE beneficiary (
    subscription INTEGER NOT NULL REFERENCES subscription (id),
    client       INTEGER NOT NULL REFERENCES client (number),
    since        TEXT    NOT NULL,
    PRIMARY KEY (subscription, client)
) STRICT, WITHOUT ROWID

-- table campaign
CREATE TABLE campaign (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL CHECK (name <> ''),
    template   TEXT    NOT NULL,
    channel    TEXT    NOT NULL CHECK (channel IN ('sms', 'mail')),
    purpose    TEXT    NOT NULL CHECK (purpose IN ('technical', 'commercial')),
    kept       INTEGER NOT NULL,
    excluded   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    operator   TEXT    NOT NULL,
    stopped_at INTEGER
, query TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '', looked_at_to INTEGER NOT NULL DEFAULT 0, written_at INTEGER) STRICT

-- table carriage
CREATE TABLE carriage (
    client      INTEGER PRIMARY KEY REFERENCES client (number),
    revision    INTEGER NOT NULL,
    mode        TEXT    NOT NULL CHECK (mode IN ('carried', 'posted', 'collected')),
    round       TEXT    NOT NULL,
    rank        INTEGER CHECK (rank > 0),
    depositary  TEXT    NOT NULL,
    instruction TEXT    NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT

-- table carrier
CREATE TABLE carrier (
    channel TEXT NOT NULL PRIMARY KEY CHECK (channel IN ('sms', 'mail')),
    setup   TEXT NOT NULL
) STRICT

-- table client
CREATE TABLE client (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    type            TEXT    NOT NULL CHECK (type IN ('client', 'tiers', 'paye_par', 'prospect', 'prescripteur', 'parrain', 'beneficiaire')),
    professional    INTEGER NOT NULL CHECK (professional IN (0, 1)),
    civility        TEXT    NOT NULL,
    last_name       TEXT    NOT NULL,
    first_name      TEXT    NOT NULL,
    company         TEXT    NOT NULL,
    address_1       TEXT    NOT NULL,
    address_2       TEXT    NOT NULL,
    address_3       TEXT    NOT NULL,
    postcode        TEXT    NOT NULL,
    town            TEXT    NOT NULL,
    country         TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    -- E.164 when readable, otherwise exactly as typed.
    phone           TEXT    NOT NULL,
    phone_readable  INTEGER NOT NULL CHECK (phone_readable IN (0, 1)),
    mobile          TEXT    NOT NULL,
    mobile_readable INTEGER NOT NULL CHECK (mobile_readable IN (0, 1)),
    origins         TEXT    NOT NULL,
    -- The folded name, for « name begins with »; the rest of the search words are in client_words.
    name_fold       TEXT    NOT NULL,
    inactive_at     INTEGER,
    inactive_reason TEXT    NOT NULL DEFAULT '' CHECK (inactive_at IS NOT NULL OR inactive_reason = ''),
    import_batch    INTEGER REFERENCES import_batch (id),
    revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL
, restricted_at INTEGER, removed_at INTEGER, merged_into INTEGER REFERENCES client (number), town_fold TEXT NOT NULL DEFAULT '', customer INTEGER NOT NULL DEFAULT 0 CHECK (customer IN (0, 1)), contact_facts INTEGER NOT NULL GENERATED ALWAYS AS (
    (mobile <> '' AND mobile_readable OR phone_readable AND substr(phone, 1, 4) IN ('+336', '+337'))
    + 2 * (email <> '')
    + 4 * (town <> '' AND (address_1 <> '' OR address_2 <> '' OR address_3 <> ''))
    + 8 * (phone <> '' AND phone_readable OR mobile <> '' AND mobile_readable)
    + 16 * (inactive_at IS NOT NULL)
    + 32 * (restricted_at IS NOT NULL)
    + 64 * professional
    + 128 * customer
) VIRTUAL) STRICT

-- table client_code
CREATE TABLE client_code (
    code   INTEGER NOT NULL REFERENCES selection_code (id),
    client INTEGER NOT NULL REFERENCES client (number),
    PRIMARY KEY (code, client)
) STRICT, WITHOUT ROWID

-- table client_contact
CREATE TABLE client_contact (
    client INTEGER PRIMARY KEY REFERENCES client (number),
    facts  INTEGER NOT NULL
) STRICT

-- table client_note
CREATE TABLE client_note (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    client       INTEGER NOT NULL REFERENCES client (number),
    revision     INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    corrected_at INTEGER,
    operator     TEXT    NOT NULL,
    text         TEXT    NOT NULL CHECK (text <> '')
) STRICT

-- table consent
CREATE TABLE consent (
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    client    INTEGER NOT NULL REFERENCES client (number),
    answer    INTEGER NOT NULL CHECK (answer IN (1, 2, 3)),
    unproven  INTEGER NOT NULL CHECK (unproven IN (0, 1)),
    decision  INTEGER NOT NULL REFERENCES decision (id),
    PRIMARY KEY (indicator, client)
) STRICT, WITHOUT ROWID

-- table decision
CREATE TABLE decision (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    client       INTEGER NOT NULL REFERENCES client (number),
    channel      TEXT    NOT NULL CHECK (channel IN ('sms', 'mail', 'postal', 'phone')),
    answer       TEXT    NOT NULL CHECK (answer IN ('granted', 'refused', 'withdrawn')),
    -- How the client agreed: there is no grant without it.
    mode         TEXT    NOT NULL CHECK ((answer = 'granted') = (trim(mode) <> '')),
    detail       TEXT    NOT NULL,
    label        TEXT    NOT NULL CHECK (label <> ''),
    at           INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL CHECK (at <= recorded_at),
    operator     TEXT    NOT NULL,
    source       TEXT    NOT NULL CHECK (source IN ('counter', 'import')),
    import_batch INTEGER REFERENCES import_batch (id),
    items        TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,
    seal         BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT

-- table delivery
CREATE TABLE delivery (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER REFERENCES subscription (id),
    recipient    INTEGER NOT NULL REFERENCES client (number),
    due_on       TEXT    NOT NULL,
    -- « N° 12 », or what was handed over.
    content      TEXT    NOT NULL CHECK (content <> ''),
    copies       INTEGER NOT NULL CHECK (copies >= 1),
    state        TEXT    NOT NULL CHECK (state IN ('planned', 'delivered', 'handed_over', 'returned', 'missed', 'cancelled')),
    -- Where it went, one line a line, and the town of it, once it has gone; until then it goes to the address of its day.
    address      TEXT    NOT NULL DEFAULT '',
    town         TEXT    NOT NULL DEFAULT '',
    note         TEXT    NOT NULL DEFAULT '',
    CHECK (state <> 'planned' OR address = '')
) STRICT

-- table delivery_address
CREATE TABLE delivery_address (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    client    INTEGER NOT NULL REFERENCES client (number),
    revision  INTEGER NOT NULL,
    addressee TEXT    NOT NULL,
    address_1 TEXT    NOT NULL,
    address_2 TEXT    NOT NULL,
    address_3 TEXT    NOT NULL,
    postcode  TEXT    NOT NULL,
    town      TEXT    NOT NULL,
    country   TEXT    NOT NULL,
    -- Both days included; NULL is open.
    from_on   TEXT,
    until_on  TEXT    CHECK (until_on >= from_on)
) STRICT

-- table distinct_pair
CREATE TABLE distinct_pair (
    a        INTEGER NOT NULL REFERENCES client (number),
    b        INTEGER NOT NULL REFERENCES client (number),
    at       INTEGER NOT NULL,
    operator TEXT    NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID

-- table evidence
CREATE TABLE evidence (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    decision   INTEGER NOT NULL REFERENCES decision (id),
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    content    BLOB    NOT NULL CHECK (length(content) <= 10000000)
) STRICT

-- table export
CREATE TABLE export (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    operator   TEXT    NOT NULL,
    -- Why, in the manager's words, and whom it was given to, or ''.
    purpose    TEXT    NOT NULL CHECK (trim(purpose) <> ''),
    recipient  TEXT    NOT NULL,
    -- What the guard let through: 'sms:commercial'; '' for an export that may not serve for prospecting.
    contact    TEXT    NOT NULL,
    format     TEXT    NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf', 'labels', 'vcard', 'jsonl')),
    file_name  TEXT    NOT NULL,
    query      TEXT    NOT NULL,
    kept       INTEGER NOT NULL CHECK (kept >= 0),
    excluded   INTEGER NOT NULL CHECK (excluded >= 0),
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64)
) STRICT

-- table export_block
CREATE TABLE export_block (
    block  INTEGER NOT NULL,
    export INTEGER NOT NULL REFERENCES export (id),
    bits   BLOB    NOT NULL CHECK (length(bits) = 1024),
    PRIMARY KEY (block, export)
) STRICT, WITHOUT ROWID

-- table follow_up
CREATE TABLE follow_up (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    client   INTEGER NOT NULL REFERENCES client (number),
    revision INTEGER NOT NULL,
    what     TEXT    NOT NULL CHECK (trim(what) <> ''),
    due_on   TEXT    NOT NULL,
    done_on  TEXT,
    operator TEXT    NOT NULL
) STRICT

-- table holding
CREATE TABLE holding (
    client        INTEGER PRIMARY KEY REFERENCES client (number),
    subscriptions INTEGER NOT NULL DEFAULT 0,
    invoices      INTEGER NOT NULL DEFAULT 0,
    -- How many of these are credit notes.
    credit_notes  INTEGER NOT NULL DEFAULT 0,
    payments      INTEGER NOT NULL DEFAULT 0,
    deliveries    INTEGER NOT NULL DEFAULT 0,
    sponsorships  INTEGER NOT NULL DEFAULT 0,
    -- Credit notes taken off.
    invoiced      INTEGER NOT NULL DEFAULT 0,
    -- What was given back taken off.
    paid          INTEGER NOT NULL DEFAULT 0
) STRICT

-- table import_batch
CREATE TABLE import_batch (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    at                   INTEGER NOT NULL,
    operator             TEXT    NOT NULL,
    file_name            TEXT    NOT NULL,
    row_count            INTEGER NOT NULL DEFAULT 0,
    imported             INTEGER NOT NULL DEFAULT 0,
    rejected             INTEGER NOT NULL DEFAULT 0,
    duplicates_suspected INTEGER NOT NULL DEFAULT 0
, undone_at INTEGER) STRICT

-- table inactive_words
CREATE VIRTUAL TABLE inactive_words USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6 7')

-- table inactive_words_config
CREATE TABLE 'inactive_words_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table inactive_words_data
CREATE TABLE 'inactive_words_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table inactive_words_docsize
CREATE TABLE 'inactive_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)

-- table inactive_words_idx
CREATE TABLE 'inactive_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- table incident
CREATE TABLE incident (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    client     INTEGER NOT NULL REFERENCES client (number),
    revision   INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('unpaid', 'mail_returned', 'complaint', 'issue_not_received', 'other')),
    happened_on TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    closed_on  TEXT    CHECK (closed_on >= happened_on),
    operator   TEXT    NOT NULL
) STRICT

-- table indicator
CREATE TABLE indicator (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    code        TEXT    NOT NULL UNIQUE,
    name        TEXT    NOT NULL CHECK (name <> ''),
    channel     TEXT    NOT NULL CHECK (channel IN ('sms', 'mail', 'postal', 'phone')),
    purpose     TEXT    NOT NULL CHECK (purpose IN ('technical', 'commercial', 'newsletter', 'b2b', 'partners')),
    kind        TEXT    NOT NULL CHECK (kind IN ('opt_in', 'opt_out', 'newsletter')),
    audience    TEXT    NOT NULL CHECK (audience IN ('everyone', 'professionals', 'existing_customers')),
    position    INTEGER NOT NULL,
    visible     INTEGER NOT NULL DEFAULT 1 CHECK (visible IN (0, 1)),
    archived_at INTEGER,
    -- Prospecting consumers by SMS, mail or telephone needs their prior consent (CPCE art. L.34-5; C. conso. art. L.223-1).
    CHECK (kind <> 'opt_out' OR channel = 'postal' OR audience <> 'everyone')
) STRICT

-- table invoice
CREATE TABLE invoice (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT    NOT NULL CHECK (kind IN ('invoice', 'credit')),
    year      INTEGER NOT NULL,
    sequence  INTEGER NOT NULL CHECK (sequence >= 1),
    payer     INTEGER NOT NULL REFERENCES client (number),
    issued_on TEXT    NOT NULL,
    -- What a credit note corrects.
    corrects  INTEGER REFERENCES invoice (id),
    -- Tax included; a credit note's is negative.
    total     INTEGER NOT NULL,
    vat_total INTEGER NOT NULL,
    -- The name and address of that day, one line a line.
    addressee TEXT    NOT NULL,
    operator  TEXT    NOT NULL,
    CHECK ((kind = 'credit') = (corrects IS NOT NULL)),
    CHECK (CASE kind WHEN 'credit' THEN total <= 0 ELSE total >= 0 END),
    UNIQUE (kind, year, sequence)
) STRICT

-- table invoice_line
CREATE TABLE invoice_line (
    invoice      INTEGER NOT NULL REFERENCES invoice (id),
    position     INTEGER NOT NULL,
    subscription INTEGER REFERENCES subscription (id),
    -- What it is, in words of that day.
    label        TEXT    NOT NULL CHECK (label <> ''),
    quantity     INTEGER NOT NULL CHECK (quantity >= 1),
    -- For one, tax included.
    unit_price   INTEGER NOT NULL,
    vat          INTEGER NOT NULL,
    total        INTEGER NOT NULL,
    PRIMARY KEY (invoice, position)
) STRICT, WITHOUT ROWID

-- table invoice_vat
CREATE TABLE invoice_vat (
    invoice INTEGER NOT NULL REFERENCES invoice (id),
    rate    INTEGER NOT NULL,
    -- Tax included.
    total   INTEGER NOT NULL,
    tax     INTEGER NOT NULL,
    PRIMARY KEY (invoice, rate)
) STRICT, WITHOUT ROWID

-- table journal
CREATE TABLE journal (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    operator     TEXT    NOT NULL,
    operation    TEXT    NOT NULL,
    client       INTEGER REFERENCES client (number),
    import_batch INTEGER REFERENCES import_batch (id)
) STRICT

-- table journal_change
CREATE TABLE journal_change (
    entry     INTEGER NOT NULL REFERENCES journal (id),
    field     TEXT    NOT NULL,
    old_value TEXT    NOT NULL,
    new_value TEXT    NOT NULL,
    PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID

-- table manager_code
CREATE TABLE manager_code (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    hash       TEXT    NOT NULL,
    set_at     INTEGER NOT NULL,
    failures   INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    wait_until INTEGER NOT NULL DEFAULT 0
) STRICT

-- table manager_note
CREATE TABLE manager_note (
    client     INTEGER PRIMARY KEY REFERENCES client (number),
    revision   INTEGER NOT NULL,
    text       TEXT    NOT NULL CHECK (text <> ''),
    operator   TEXT    NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT

-- table merge
CREATE TABLE merge (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kept      INTEGER NOT NULL REFERENCES client (number),
    merged    INTEGER NOT NULL REFERENCES client (number),
    at        INTEGER NOT NULL,
    operator  TEXT    NOT NULL,
    before    TEXT    NOT NULL,
    undone_at INTEGER
) STRICT

-- table message
CREATE TABLE message (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    client       INTEGER NOT NULL REFERENCES client (number),
    channel      TEXT    NOT NULL CHECK (channel IN ('sms', 'mail')),
    context      TEXT    NOT NULL CHECK (context IN ('selection', 'rights', 'repairs')),
    purpose      TEXT    NOT NULL CHECK (purpose IN ('rights', 'technical', 'commercial')),
    campaign     INTEGER REFERENCES campaign (id),
    -- The indicator that it asks for, which is then « demandé le … ».
    asks         INTEGER REFERENCES indicator (id),
    template     TEXT    NOT NULL,
    -- E.164 or an e-mail address, as it was when the message was written.
    address      TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    body         TEXT    NOT NULL CHECK (body <> ''),
    state        TEXT    NOT NULL CHECK (state IN ('pending', 'sending', 'unsure', 'sent', 'failed', 'blocked', 'cancelled')),
    -- Why it is in that state: a code, and what a server said.
    reason       TEXT    NOT NULL DEFAULT '',
    detail       TEXT    NOT NULL DEFAULT '',
    attempts     INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Attempts since it was last put into the queue, by which the wait until the next one grows.
    tries        INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND attempts),
    queued_at    INTEGER NOT NULL,
    -- When it may next be tried.
    due_at       INTEGER NOT NULL,
    attempted_at INTEGER,
    sent_at      INTEGER,
    operator     TEXT    NOT NULL,
    -- The name under which the server took it.
    receipt      TEXT    NOT NULL DEFAULT '',
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT

-- table movement
CREATE TABLE movement (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    client          INTEGER NOT NULL REFERENCES client (number),
    kind            TEXT    NOT NULL CHECK (kind IN ('purchase', 'repair', 'deposit')),
    -- A state belongs to one kind, so that an order by state is one by kind too.
    state           TEXT    NOT NULL,
    -- '' once its client was deleted.
    what            TEXT    NOT NULL,
    note            TEXT    NOT NULL,
    -- Bought, received, left or paid.
    day             TEXT    NOT NULL CHECK (day IS date(day)),
    -- The price, or what was paid in advance.
    amount          INTEGER CHECK (amount >= 0),
    estimate        INTEGER CHECK (estimate >= 0),
    in_workshop_on  TEXT    CHECK (in_workshop_on IS date(in_workshop_on)),
    ready_on        TEXT    CHECK (ready_on IS date(ready_on)),
    -- A repair that was collected, a deposit that was given back.
    returned_on     TEXT    CHECK (returned_on IS date(returned_on)),
    -- « Relances SAV Clients »: when the client was told that it is ready (UTC milliseconds), and by which message.
    reminded_at     INTEGER,
    reminder        INTEGER REFERENCES message (id),
    revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    created_at      INTEGER NOT NULL,
    CHECK (kind = 'repair' OR (estimate IS NULL AND in_workshop_on IS NULL AND ready_on IS NULL AND reminder IS NULL)),
    CHECK (kind <> 'purchase' OR (amount IS NOT NULL AND returned_on IS NULL)),
    CHECK ((reminder IS NULL) = (reminded_at IS NULL)),
    CHECK (state = CASE kind
        WHEN 'purchase' THEN 'bought'
        WHEN 'deposit' THEN iif(returned_on IS NULL, 'held', 'given_back')
        ELSE CASE
            WHEN returned_on IS NOT NULL THEN 'returned'
            WHEN ready_on IS NOT NULL THEN 'ready'
            WHEN in_workshop_on IS NOT NULL THEN 'in_workshop'
            ELSE 'received'
        END
    END)
) STRICT

-- table name_deletion
CREATE TABLE name_deletion (
    deletion TEXT    NOT NULL,
    word     INTEGER NOT NULL REFERENCES name_word (id),
    PRIMARY KEY (deletion, word)
) STRICT, WITHOUT ROWID

-- table name_word
CREATE TABLE name_word (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT    NOT NULL UNIQUE
) STRICT

-- table offer
CREATE TABLE offer (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    medium        TEXT    NOT NULL CHECK (medium IN ('print', 'digital', 'both')),
    -- How many people may use its digital part by their e-mail, beside whoever receives it.
    beneficiaries INTEGER NOT NULL DEFAULT 0 CHECK (beneficiaries BETWEEN 0 AND 1000),
    position      INTEGER NOT NULL,
    archived_at   INTEGER,
    CHECK (medium <> 'print' OR beneficiaries = 0)
) STRICT

-- table operator
CREATE TABLE operator (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    created_at INTEGER NOT NULL
) STRICT

-- table panel_layout
CREATE TABLE panel_layout (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    labels  TEXT NOT NULL,
    windows TEXT NOT NULL
) STRICT

-- table payment
CREATE TABLE payment (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    payer    INTEGER NOT NULL REFERENCES client (number),
    -- NULL for money that is not for one invoice.
    invoice  INTEGER REFERENCES invoice (id),
    paid_on  TEXT    NOT NULL,
    mode     TEXT    NOT NULL CHECK (mode IN ('card', 'cheque', 'cash', 'transfer', 'direct_debit', 'voucher', 'refund')),
    amount   INTEGER NOT NULL CHECK (amount <> 0),
    note     TEXT    NOT NULL DEFAULT '',
    reverses INTEGER REFERENCES payment (id),
    operator TEXT    NOT NULL,
    at       INTEGER NOT NULL
) STRICT

-- table receivable
CREATE TABLE receivable (
    invoice   INTEGER PRIMARY KEY REFERENCES invoice (id),
    issued_on TEXT    NOT NULL,
    paid      INTEGER NOT NULL DEFAULT 0,
    credited  INTEGER NOT NULL DEFAULT 0,
    due       INTEGER NOT NULL
) STRICT

-- table recent_view
CREATE TABLE recent_view (
    client INTEGER PRIMARY KEY REFERENCES client (number),
    at     INTEGER NOT NULL
) STRICT

-- table reply
CREATE TABLE reply (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    digest      BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
    client      INTEGER REFERENCES client (number),
    received_at INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    stop        INTEGER NOT NULL CHECK (stop IN (0, 1))
) STRICT

-- table saved_list
CREATE TABLE saved_list (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    query      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    operator   TEXT    NOT NULL
) STRICT

-- table selection_code
CREATE TABLE selection_code (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    -- Case and accents do not make another code.
    name_fold   TEXT    NOT NULL UNIQUE,
    position    INTEGER NOT NULL,
    archived_at INTEGER
) STRICT

-- table shop
CREATE TABLE shop (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    name             TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    backed_up_at     INTEGER,
    -- Kept beside the rows so that a status bar need not count a million of them; `verify` recounts.
    clients          INTEGER NOT NULL DEFAULT 0 CHECK (clients >= 0),
    inactive_clients INTEGER NOT NULL DEFAULT 0 CHECK (inactive_clients >= 0)
, address TEXT NOT NULL DEFAULT '', rights_contact TEXT NOT NULL DEFAULT '', privacy_notice TEXT NOT NULL DEFAULT '') STRICT

-- table sponsorship
CREATE TABLE sponsorship (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    sponsor      INTEGER NOT NULL REFERENCES client (number),
    sponsored    INTEGER NOT NULL REFERENCES client (number) CHECK (sponsored <> sponsor),
    on_day       TEXT    NOT NULL,
    subscription INTEGER REFERENCES subscription (id),
    reward       TEXT    NOT NULL DEFAULT '',
    rewarded_on  TEXT CHECK (rewarded_on IS NULL OR reward <> ''),
    UNIQUE (sponsor, sponsored)
) STRICT

-- table sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq)

-- table subscription
CREATE TABLE subscription (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient     INTEGER NOT NULL REFERENCES client (number),
    -- NULL for a free one that nobody pays.
    payer         INTEGER REFERENCES client (number),
    tariff        INTEGER NOT NULL REFERENCES tariff (id),
    copies        INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 10000),
    starts_on     TEXT    NOT NULL,
    -- The last day, suspensions included.
    ends_on       TEXT    NOT NULL CHECK (ends_on >= starts_on),
    -- The one that it goes on from.
    renews        INTEGER REFERENCES subscription (id),
    terminated_on TEXT,
    reason        TEXT    NOT NULL DEFAULT '' CHECK (terminated_on IS NOT NULL OR reason = ''),
    created_at    INTEGER NOT NULL,
    operator      TEXT    NOT NULL,
    -- The import that brought it. What was served before that day, and what it was paid for, stands in the books of before.
    import_batch  INTEGER REFERENCES import_batch (id),
    issues_before INTEGER NOT NULL DEFAULT 0 CHECK (issues_before = 0 OR import_batch IS NOT NULL)
) STRICT

-- table suspension
CREATE TABLE suspension (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER NOT NULL REFERENCES subscription (id),
    from_day     TEXT    NOT NULL,
    until_day    TEXT    NOT NULL CHECK (until_day >= from_day)
) STRICT

-- table tariff
CREATE TABLE tariff (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    offer          INTEGER NOT NULL REFERENCES offer (id),
    version        INTEGER NOT NULL CHECK (version >= 1),
    -- For one copy and one term, tax included; 0 is a free tariff.
    price          INTEGER NOT NULL CHECK (price BETWEEN 0 AND 100000000),
    vat            INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 10000),
    -- A term: so many months, and so many issues in it (0 where nothing is delivered).
    months         INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
    issues         INTEGER NOT NULL CHECK (issues BETWEEN 0 AND 1000),
    effective_from TEXT    NOT NULL,
    created_at     INTEGER NOT NULL,
    UNIQUE (offer, version)
) STRICT

-- table template
CREATE TABLE template (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    channel      TEXT    NOT NULL CHECK (channel IN ('sms', 'mail')),
    name         TEXT    NOT NULL CHECK (name <> ''),
    context      TEXT    NOT NULL CHECK (context IN ('selection', 'rights', 'repairs')),
    purpose      TEXT    NOT NULL CHECK (purpose IN ('rights', 'technical', 'commercial')),
    -- Whether it asks for the agreement that the message is about: the indicator is then « demandé le … ».
    asks         INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1)),
    subject      TEXT    NOT NULL,
    body         TEXT    NOT NULL CHECK (body <> ''),
    -- The one that the agreement dialog proposes on its channel.
    rgpd_default INTEGER NOT NULL DEFAULT 0 CHECK (rgpd_default IN (0, 1)),
    position     INTEGER NOT NULL,
    CHECK (rgpd_default = 0 OR context = 'rights'),
    CHECK (channel = 'mail' OR subject = ''),
    UNIQUE (channel, name)
) STRICT

-- table text_leaf
CREATE TABLE text_leaf (
    id     INTEGER PRIMARY KEY,
    pieces BLOB    NOT NULL
) STRICT

-- table text_unread
CREATE TABLE text_unread (
    client INTEGER PRIMARY KEY REFERENCES client (number)
) STRICT

-- table wording
CREATE TABLE wording (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator      INTEGER NOT NULL REFERENCES indicator (id),
    version        INTEGER NOT NULL CHECK (version >= 1),
    text           TEXT    NOT NULL CHECK (text <> ''),
    effective_from INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    UNIQUE (indicator, version)
) STRICT

-- table wording_use
CREATE TABLE wording_use (
    wording INTEGER PRIMARY KEY REFERENCES wording (id),
    uses    INTEGER NOT NULL
) STRICT

-- trigger client_contact_ends
CREATE TRIGGER client_contact_ends BEFORE DELETE ON client
BEGIN DELETE FROM client_contact WHERE client = OLD.number; END

-- trigger client_contact_follows
CREATE TRIGGER client_contact_follows AFTER UPDATE ON client WHEN NEW.contact_facts IS NOT OLD.contact_facts
BEGIN UPDATE client_contact SET facts = NEW.contact_facts WHERE client = NEW.number; END

-- trigger decision_is_never_changed
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END

-- trigger decision_is_never_deleted
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END

-- trigger decision_is_next
CREATE TRIGGER decision_is_next BEFORE INSERT ON decision
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM decision)
BEGIN SELECT RAISE(ABORT, 'decisions are numbered without gaps'); END

-- trigger delivery_is_held
CREATE TRIGGER delivery_is_held AFTER INSERT ON delivery BEGIN
    INSERT INTO holding (client, deliveries) VALUES (NEW.recipient, 1)
    ON CONFLICT (client) DO UPDATE SET deliveries = deliveries + 1;
END

-- trigger delivery_is_no_longer_held
CREATE TRIGGER delivery_is_no_longer_held AFTER DELETE ON delivery BEGIN
    UPDATE holding SET deliveries = deliveries - 1 WHERE client = OLD.recipient;
END

-- trigger evidence_is_never_changed
CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END

-- trigger evidence_is_never_deleted
CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END

-- trigger evidence_is_new
CREATE TRIGGER evidence_is_new BEFORE INSERT ON evidence
WHEN NEW.id IN (SELECT id FROM evidence)
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END

-- trigger export_block_is_never_changed
CREATE TRIGGER export_block_is_never_changed BEFORE UPDATE ON export_block
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END

-- trigger export_block_is_never_deleted
CREATE TRIGGER export_block_is_never_deleted BEFORE DELETE ON export_block
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END

-- trigger export_is_never_changed
CREATE TRIGGER export_is_never_changed BEFORE UPDATE ON export
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END

-- trigger export_is_never_deleted
CREATE TRIGGER export_is_never_deleted BEFORE DELETE ON export
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END

-- trigger export_is_new
CREATE TRIGGER export_is_new BEFORE INSERT ON export WHEN NEW.id IN (SELECT id FROM export)
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END

-- trigger indicator_keeps_its_question
CREATE TRIGGER indicator_keeps_its_question BEFORE UPDATE OF id, code, channel, purpose, kind, audience ON indicator
BEGIN SELECT RAISE(ABORT, 'an indicator keeps its question'); END

-- trigger invoice_is_held
CREATE TRIGGER invoice_is_held AFTER INSERT ON invoice BEGIN
    INSERT INTO holding (client, invoices, credit_notes, invoiced) VALUES (NEW.payer, 1, NEW.kind = 'credit', NEW.total)
    ON CONFLICT (client) DO UPDATE SET invoices = invoices + 1, credit_notes = credit_notes + excluded.credit_notes,
        invoiced = invoiced + excluded.invoiced;
    INSERT INTO receivable (invoice, issued_on, due) SELECT NEW.id, NEW.issued_on, NEW.total WHERE NEW.kind = 'invoice';
    UPDATE receivable SET credited = credited - NEW.total, due = due + NEW.total WHERE invoice = NEW.corrects;
END

-- trigger invoice_is_never_changed
CREATE TRIGGER invoice_is_never_changed BEFORE UPDATE ON invoice
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END

-- trigger invoice_is_never_deleted
CREATE TRIGGER invoice_is_never_deleted BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never deleted'); END

-- trigger invoice_is_next
CREATE TRIGGER invoice_is_next BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM invoice WHERE kind = NEW.kind AND year = NEW.year)
    OR NEW.id IN (SELECT id FROM invoice)
BEGIN SELECT RAISE(ABORT, 'invoices are numbered without gaps'); END

-- trigger invoice_line_is_never_changed
CREATE TRIGGER invoice_line_is_never_changed BEFORE UPDATE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END

-- trigger invoice_line_is_never_deleted
CREATE TRIGGER invoice_line_is_never_deleted BEFORE DELETE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END

-- trigger invoice_vat_is_never_changed
CREATE TRIGGER invoice_vat_is_never_changed BEFORE UPDATE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END

-- trigger invoice_vat_is_never_deleted
CREATE TRIGGER invoice_vat_is_never_deleted BEFORE DELETE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END

-- trigger journal_change_is_never_changed
CREATE TRIGGER journal_change_is_never_changed BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

-- trigger journal_change_is_never_deleted
CREATE TRIGGER journal_change_is_never_deleted BEFORE DELETE ON journal_change
WHEN NOT EXISTS (
    SELECT 1 FROM journal JOIN client ON client.number = journal.client
    WHERE journal.id = OLD.entry AND client.removed_at IS NOT NULL AND client.merged_into IS NULL
)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

-- trigger journal_is_never_changed
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

-- trigger journal_is_never_deleted
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

-- trigger payment_is_held
CREATE TRIGGER payment_is_held AFTER INSERT ON payment BEGIN
    INSERT INTO holding (client, payments, paid) VALUES (NEW.payer, 1, NEW.amount)
    ON CONFLICT (client) DO UPDATE SET payments = payments + 1, paid = paid + excluded.paid;
    UPDATE receivable SET paid = paid + NEW.amount, due = due - NEW.amount WHERE invoice = NEW.invoice;
END

-- trigger payment_is_never_changed
CREATE TRIGGER payment_is_never_changed BEFORE UPDATE OF payer, invoice, paid_on, mode, amount, reverses, operator, at ON payment
BEGIN SELECT RAISE(ABORT, 'a payment is taken back by another one'); END

-- trigger payment_is_never_deleted
CREATE TRIGGER payment_is_never_deleted BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'a payment is taken back by another one'); END

-- trigger sponsorship_is_held
CREATE TRIGGER sponsorship_is_held AFTER INSERT ON sponsorship BEGIN
    INSERT INTO holding (client, sponsorships) VALUES (NEW.sponsor, 1), (NEW.sponsored, 1)
    ON CONFLICT (client) DO UPDATE SET sponsorships = sponsorships + 1;
END

-- trigger sponsorship_is_no_longer_held
CREATE TRIGGER sponsorship_is_no_longer_held AFTER DELETE ON sponsorship BEGIN
    UPDATE holding SET sponsorships = sponsorships - 1 WHERE client IN (OLD.sponsor, OLD.sponsored);
END

-- trigger subscription_is_held
CREATE TRIGGER subscription_is_held AFTER INSERT ON subscription BEGIN
    INSERT INTO holding (client, subscriptions) VALUES (NEW.recipient, 1)
    ON CONFLICT (client) DO UPDATE SET subscriptions = subscriptions + 1;
    INSERT INTO holding (client, subscriptions) SELECT NEW.payer, 1 WHERE NEW.payer <> NEW.recipient
    ON CONFLICT (client) DO UPDATE SET subscriptions = subscriptions + 1;
END

-- trigger subscription_is_kept
CREATE TRIGGER subscription_is_kept BEFORE DELETE ON subscription WHEN OLD.import_batch IS NULL
BEGIN SELECT RAISE(ABORT, 'a subscription is terminated, not deleted'); END

-- trigger subscription_is_no_longer_held
CREATE TRIGGER subscription_is_no_longer_held AFTER DELETE ON subscription BEGIN
    UPDATE holding SET subscriptions = subscriptions - 1 WHERE client IN (OLD.recipient, OLD.payer);
END

-- trigger subscription_stays_with_its_people
CREATE TRIGGER subscription_stays_with_its_people BEFORE UPDATE OF recipient, payer ON subscription
WHEN NEW.recipient <> OLD.recipient OR NEW.payer IS NOT OLD.payer
BEGIN SELECT RAISE(ABORT, 'a subscription stays with its people'); END

-- trigger tariff_is_never_changed
CREATE TRIGGER tariff_is_never_changed BEFORE UPDATE ON tariff
BEGIN SELECT RAISE(ABORT, 'a tariff keeps its price'); END

-- trigger tariff_is_never_deleted
CREATE TRIGGER tariff_is_never_deleted BEFORE DELETE ON tariff WHEN OLD.id IN (SELECT tariff FROM subscription)
BEGIN SELECT RAISE(ABORT, 'a tariff keeps its price'); END

-- trigger wording_is_never_changed
CREATE TRIGGER wording_is_never_changed BEFORE UPDATE ON wording
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END

-- trigger wording_is_never_deleted
CREATE TRIGGER wording_is_never_deleted BEFORE DELETE ON wording
WHEN OLD.id IN (SELECT wording FROM wording_use)
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END

-- trigger wording_is_new
CREATE TRIGGER wording_is_new BEFORE INSERT ON wording
WHEN EXISTS (SELECT 1 FROM wording WHERE id = NEW.id OR (indicator = NEW.indicator AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END

