-- The ten labels of a record. Days (*_on) are 'YYYY-MM-DD'. A row names the client for whom it was written: after a merge it is read for
-- the whole family. A revision grows with every change, so that nobody overwrites what they have not read.

CREATE TABLE selection_code (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    -- Case and accents do not make another code.
    name_fold   TEXT    NOT NULL UNIQUE,
    position    INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE client_code (
    code   INTEGER NOT NULL REFERENCES selection_code (id),
    client INTEGER NOT NULL REFERENCES client (number),
    PRIMARY KEY (code, client)
) STRICT, WITHOUT ROWID;

CREATE INDEX client_code_by_client ON client_code (client);

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
) STRICT;

CREATE TABLE incident (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    client     INTEGER NOT NULL REFERENCES client (number),
    revision   INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('unpaid', 'mail_returned', 'complaint', 'issue_not_received', 'other')),
    happened_on TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    closed_on  TEXT    CHECK (closed_on >= happened_on),
    operator   TEXT    NOT NULL
) STRICT;

CREATE INDEX incident_by_client ON incident (client);

CREATE TABLE follow_up (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    client   INTEGER NOT NULL REFERENCES client (number),
    revision INTEGER NOT NULL,
    what     TEXT    NOT NULL CHECK (trim(what) <> ''),
    due_on   TEXT    NOT NULL,
    done_on  TEXT,
    operator TEXT    NOT NULL
) STRICT;

CREATE INDEX follow_up_by_client ON follow_up (client);

-- What is to be done, by day, and nothing else. With `done_on`, so that it is counted without looking at a row.
CREATE INDEX follow_up_due ON follow_up (due_on, id, done_on) WHERE done_on IS NULL;

CREATE TABLE carriage (
    client      INTEGER PRIMARY KEY REFERENCES client (number),
    revision    INTEGER NOT NULL,
    mode        TEXT    NOT NULL CHECK (mode IN ('carried', 'posted', 'collected')),
    round       TEXT    NOT NULL,
    rank        INTEGER CHECK (rank > 0),
    depositary  TEXT    NOT NULL,
    instruction TEXT    NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;

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
) STRICT;

CREATE INDEX delivery_address_by_client ON delivery_address (client);

CREATE TABLE manager_note (
    client     INTEGER PRIMARY KEY REFERENCES client (number),
    revision   INTEGER NOT NULL,
    text       TEXT    NOT NULL CHECK (text <> ''),
    operator   TEXT    NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE client_note (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    client       INTEGER NOT NULL REFERENCES client (number),
    revision     INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    corrected_at INTEGER,
    operator     TEXT    NOT NULL,
    text         TEXT    NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX client_note_by_client ON client_note (client, id);

-- Where labels and windows stand, as JSON: [["codes", true], …]. Without a row they stand where they do by default.
CREATE TABLE panel_layout (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    labels  TEXT NOT NULL,
    windows TEXT NOT NULL
) STRICT;
