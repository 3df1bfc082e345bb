-- The manager's desk: saved lists, the register of exports, the manager code, records that were removed, duplicates.

-- A removed record keeps its number, because decisions, messages and the journal name it for good. It is found nowhere:
-- not in searches, lists, counts or the gate. Merged: its history is read with that of the record it went into.
ALTER TABLE client ADD COLUMN removed_at INTEGER;
ALTER TABLE client ADD COLUMN merged_into INTEGER REFERENCES client (number);

DROP INDEX active_client_by_name;
DROP INDEX inactive_client_by_name;
CREATE INDEX active_client_by_name ON client (
    name_fold, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NULL AND removed_at IS NULL;
CREATE INDEX inactive_client_by_name ON client (
    name_fold, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX client_by_import ON client (import_batch) WHERE import_batch IS NOT NULL;
CREATE INDEX client_removed ON client (number) WHERE removed_at IS NOT NULL;
CREATE INDEX client_merged_into ON client (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE import_batch ADD COLUMN undone_at INTEGER;

-- What a deletion removes from the journal are the old and new values of the removed record, never an entry.
DROP TRIGGER journal_change_is_never_deleted;
CREATE TRIGGER journal_change_is_never_deleted BEFORE DELETE ON journal_change
WHEN NOT EXISTS (
    SELECT 1 FROM journal JOIN client ON client.number = journal.client
    WHERE journal.id = OLD.entry AND client.removed_at IS NOT NULL AND client.merged_into IS NULL
)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- A list by name: conditions, columns, order and what it is for, as JSON (lists::ListQuery).
CREATE TABLE saved_list (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    query      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    operator   TEXT    NOT NULL
) STRICT;

-- What left the file. Entries are added, never changed.
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
) STRICT;

-- Who was in it: a bit for each of 8192 numbers, so that an export of a million clients takes 123 rows.
CREATE TABLE export_block (
    block  INTEGER NOT NULL,
    export INTEGER NOT NULL REFERENCES export (id),
    bits   BLOB    NOT NULL CHECK (length(bits) = 1024),
    PRIMARY KEY (block, export)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER export_is_never_changed BEFORE UPDATE ON export
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END;

CREATE TRIGGER export_is_never_deleted BEFORE DELETE ON export
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END;

CREATE TRIGGER export_is_new BEFORE INSERT ON export WHEN NEW.id IN (SELECT id FROM export)
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END;

-- Argon2id of the manager code (PHC string). After failures it is asked for again only from `wait_until`.
CREATE TABLE manager_code (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    hash       TEXT    NOT NULL,
    set_at     INTEGER NOT NULL,
    failures   INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    wait_until INTEGER NOT NULL DEFAULT 0
) STRICT;

-- « Ce ne sont pas des doublons »: for good.
CREATE TABLE distinct_pair (
    a        INTEGER NOT NULL REFERENCES client (number),
    b        INTEGER NOT NULL REFERENCES client (number),
    at       INTEGER NOT NULL,
    operator TEXT    NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID;

-- One record went into another. `before` is what taking it back needs, as JSON.
CREATE TABLE merge (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kept      INTEGER NOT NULL REFERENCES client (number),
    merged    INTEGER NOT NULL REFERENCES client (number),
    at        INTEGER NOT NULL,
    operator  TEXT    NOT NULL,
    before    TEXT    NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE INDEX merge_by_kept ON merge (kept, id);

-- Lists: the orders in which they are most often read, and what few clients have. Each index is paid for by every import.
CREATE INDEX client_by_postcode ON client (postcode);
CREATE INDEX client_by_creation ON client (created_at);
CREATE INDEX client_by_update ON client (updated_at);
CREATE INDEX client_by_inactivity ON client (inactive_at) WHERE inactive_at IS NOT NULL;
CREATE INDEX client_by_restriction ON client (restricted_at) WHERE restricted_at IS NOT NULL;

-- Campaigns: to whom (lists::ListQuery) and what (messages::NewTemplate) as they were at the start, as JSON, and how far it has come.
ALTER TABLE campaign ADD COLUMN query TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN text TEXT NOT NULL DEFAULT '';
-- The greatest number of a client who was looked at; all are once `written_at` is there.
ALTER TABLE campaign ADD COLUMN looked_at_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN written_at INTEGER;

-- Nobody is written to twice by one campaign.
CREATE UNIQUE INDEX message_once_in_campaign ON message (campaign, client) WHERE campaign IS NOT NULL;

-- What somebody waits for goes before a campaign.
CREATE INDEX message_due_alone ON message (channel, due_at, id) WHERE state = 'pending' AND campaign IS NULL;
