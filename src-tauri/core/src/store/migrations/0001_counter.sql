-- The counter: the shop, its clients, what was done to them, and how they are found.
-- Times (*_at) are UTC milliseconds. Text columns hold '' rather than NULL when there is nothing.

CREATE TABLE shop (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    name             TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    backed_up_at     INTEGER,
    -- Kept beside the rows so that a status bar need not count a million of them; `verify` recounts.
    clients          INTEGER NOT NULL DEFAULT 0 CHECK (clients >= 0),
    inactive_clients INTEGER NOT NULL DEFAULT 0 CHECK (inactive_clients >= 0)
) STRICT;

CREATE TABLE operator (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_batch (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    at                   INTEGER NOT NULL,
    operator             TEXT    NOT NULL,
    file_name            TEXT    NOT NULL,
    row_count            INTEGER NOT NULL DEFAULT 0,
    imported             INTEGER NOT NULL DEFAULT 0,
    rejected             INTEGER NOT NULL DEFAULT 0,
    duplicates_suspected INTEGER NOT NULL DEFAULT 0
) STRICT;

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
) STRICT;

-- Names in order, each with what a list shows of the client: a page of results is a page of the index, not fifty of the table.
CREATE INDEX active_client_by_name ON client (
    name_fold, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at
) WHERE inactive_at IS NULL;
CREATE INDEX inactive_client_by_name ON client (
    name_fold, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at
) WHERE inactive_at IS NOT NULL;

-- Two indexes, so that hiding the inactive costs nothing and counting them costs no more than they are. Seven letters or
-- digits of prefix: with fewer, « 06 39 98 7 » would merge the lists of a thousand numbers.
CREATE VIRTUAL TABLE active_words USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6 7');
CREATE VIRTUAL TABLE inactive_words USING fts5 (words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6 7');
-- Fewer, larger lists: 16 MB are gathered before they are written, which only a large import reaches.
INSERT INTO active_words (active_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO inactive_words (inactive_words, rank) VALUES ('hashsize', 16777216);

-- Names one keystroke away: every name word, and every form of it with one letter left out.
CREATE TABLE name_word (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE name_deletion (
    deletion TEXT    NOT NULL,
    word     INTEGER NOT NULL REFERENCES name_word (id),
    PRIMARY KEY (deletion, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE recent_view (
    client INTEGER PRIMARY KEY REFERENCES client (number),
    at     INTEGER NOT NULL
) STRICT;

-- Who did what, when. Entries are added, never changed.
CREATE TABLE journal (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    operator     TEXT    NOT NULL,
    operation    TEXT    NOT NULL,
    client       INTEGER REFERENCES client (number),
    import_batch INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE INDEX journal_by_client ON journal (client, id) WHERE client IS NOT NULL;

CREATE INDEX journal_by_import ON journal (import_batch) WHERE import_batch IS NOT NULL;

CREATE TABLE journal_change (
    entry     INTEGER NOT NULL REFERENCES journal (id),
    field     TEXT    NOT NULL,
    old_value TEXT    NOT NULL,
    new_value TEXT    NOT NULL,
    PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_change_is_never_changed BEFORE UPDATE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_change_is_never_deleted BEFORE DELETE ON journal_change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
