-- Consents: the questions, the ways of agreeing, the sentences, and the sealed chain of decisions.

-- What a person must be told of whoever keeps their data (GDPR art. 13), printed on attestations.
ALTER TABLE shop ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE shop ADD COLUMN rights_contact TEXT NOT NULL DEFAULT '';
ALTER TABLE shop ADD COLUMN privacy_notice TEXT NOT NULL DEFAULT '';

-- GDPR art. 18: kept, and not used.
ALTER TABLE client ADD COLUMN restricted_at INTEGER;

-- All that the gate needs of a client but their answers: 1 SMS, 2 mail, 4 post, 8 telephone (they can be reached by it),
-- 16 inactive, 32 restricted, 64 professional.
ALTER TABLE client ADD COLUMN contact_facts INTEGER NOT NULL GENERATED ALWAYS AS (
    (mobile <> '' AND mobile_readable OR phone_readable AND substr(phone, 1, 4) IN ('+336', '+337'))
    + 2 * (email <> '')
    + 4 * (town <> '' AND (address_1 <> '' OR address_2 <> '' OR address_3 <> ''))
    + 8 * (phone <> '' AND phone_readable OR mobile <> '' AND mobile_readable)
    + 16 * (inactive_at IS NOT NULL)
    + 32 * (restricted_at IS NOT NULL)
    + 64 * professional
) VIRTUAL;

-- The same in a narrow table, so that a million clients are judged by reading ten megabytes rather than four hundred. (An
-- index would not do: SQLite goes to the record for a generated column even where the index holds it.)
CREATE TABLE client_contact (
    client INTEGER PRIMARY KEY REFERENCES client (number),
    facts  INTEGER NOT NULL
) STRICT;

INSERT INTO client_contact (client, facts) SELECT number, contact_facts FROM client ORDER BY number;

-- No trigger for new clients, whose row is written beside theirs: a statement with triggers begins a savepoint, and at each
-- savepoint FTS5 writes out the words that it gathers, which made a large import twice as long.
CREATE TRIGGER client_contact_follows AFTER UPDATE ON client WHEN NEW.contact_facts IS NOT OLD.contact_facts
BEGIN UPDATE client_contact SET facts = NEW.contact_facts WHERE client = NEW.number; END;

CREATE TRIGGER client_contact_ends BEFORE DELETE ON client
BEGIN DELETE FROM client_contact WHERE client = OLD.number; END;

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
) STRICT;

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
) STRICT;

-- What clients were shown. A version is added, never changed.
CREATE TABLE wording (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator      INTEGER NOT NULL REFERENCES indicator (id),
    version        INTEGER NOT NULL CHECK (version >= 1),
    text           TEXT    NOT NULL CHECK (text <> ''),
    effective_from INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    UNIQUE (indicator, version)
) STRICT;

-- How many grants each was shown for.
CREATE TABLE wording_use (
    wording INTEGER PRIMARY KEY REFERENCES wording (id),
    uses    INTEGER NOT NULL
) STRICT;

-- The chain. Its columns, all but the last, are what is sealed; see consents/seal.rs.
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
) STRICT;

CREATE INDEX decision_by_client ON decision (client, id);

CREATE TABLE evidence (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    decision   INTEGER NOT NULL REFERENCES decision (id),
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    content    BLOB    NOT NULL CHECK (length(content) <= 10000000)
) STRICT;

CREATE INDEX evidence_by_decision ON evidence (decision);

-- The newest answer of each client to each indicator: what the chain says, ready to be asked. `verify` compares.
-- answer: 1 granted, 2 refused, 3 withdrawn.
CREATE TABLE consent (
    indicator INTEGER NOT NULL REFERENCES indicator (id),
    client    INTEGER NOT NULL REFERENCES client (number),
    answer    INTEGER NOT NULL CHECK (answer IN (1, 2, 3)),
    unproven  INTEGER NOT NULL CHECK (unproven IN (0, 1)),
    decision  INTEGER NOT NULL REFERENCES decision (id),
    PRIMARY KEY (indicator, client)
) STRICT, WITHOUT ROWID;

-- « À re-demander ».
CREATE INDEX consent_unproven ON consent (client, indicator) WHERE unproven = 1 AND answer = 1;

-- Nobody rewrites the chain, whatever the statement. The insertions are refused too, because « INSERT OR REPLACE » removes
-- a row without asking the trigger of deletions unless recursive triggers are on.
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER decision_is_next BEFORE INSERT ON decision
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM decision)
BEGIN SELECT RAISE(ABORT, 'decisions are numbered without gaps'); END;

CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;

CREATE TRIGGER evidence_is_new BEFORE INSERT ON evidence
WHEN NEW.id IN (SELECT id FROM evidence)
BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;

CREATE TRIGGER wording_is_never_changed BEFORE UPDATE ON wording
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END;

CREATE TRIGGER wording_is_never_deleted BEFORE DELETE ON wording
WHEN OLD.id IN (SELECT wording FROM wording_use)
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END;

CREATE TRIGGER wording_is_new BEFORE INSERT ON wording
WHEN EXISTS (SELECT 1 FROM wording WHERE id = NEW.id OR (indicator = NEW.indicator AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'wordings are append-only'); END;

-- Seals name indicators by their code.
CREATE TRIGGER indicator_keeps_its_question BEFORE UPDATE OF id, code, channel, purpose, kind, audience ON indicator
BEGIN SELECT RAISE(ABORT, 'an indicator keeps its question'); END;

INSERT INTO indicator (id, code, name, channel, purpose, kind, audience, position) VALUES
    (1, 'SMS-TECH', 'Envoi de SMS techniques', 'sms', 'technical', 'opt_in', 'everyone', 1),
    (2, 'SMS-COM', 'Envoi de SMS commerciaux', 'sms', 'commercial', 'opt_in', 'everyone', 2),
    (3, 'MAIL-TECH', 'Envoi de mails techniques', 'mail', 'technical', 'opt_in', 'everyone', 3),
    (4, 'MAIL-COM', 'Envoi de mails commerciaux', 'mail', 'commercial', 'opt_in', 'everyone', 4),
    (5, 'POSTAL', 'Envoi de mailing postal', 'postal', 'commercial', 'opt_in', 'everyone', 5),
    (6, 'TEL', 'Appels commerciaux', 'phone', 'commercial', 'opt_in', 'everyone', 6),
    (7, 'NEWS', 'Newsletter', 'mail', 'newsletter', 'newsletter', 'everyone', 7),
    (8, 'B2B', 'Commerce interentreprises', 'mail', 'b2b', 'opt_out', 'professionals', 8),
    (9, 'PART-POSTAL', 'Partenaires : Postal', 'postal', 'partners', 'opt_in', 'everyone', 9),
    (10, 'PART-TEL', 'Partenaires : Téléphone', 'phone', 'partners', 'opt_in', 'everyone', 10),
    (11, 'PART-MAIL', 'Partenaires : Email', 'mail', 'partners', 'opt_in', 'everyone', 11),
    (12, 'PART-SMS', 'Partenaires : SMS', 'sms', 'partners', 'opt_in', 'everyone', 12);

INSERT INTO agreement_mode (code, name, label, hint, needs_detail, position) VALUES
    ('oral', 'Oral', 'Accord oral', 'au comptoir, au téléphone', 0, 1),
    ('written', 'Écrit', 'Accord écrit', 'bulletin, fiche signée', 0, 2),
    ('mail', 'Mail', 'Accord par mail', 'message du client', 0, 3),
    ('sms', 'SMS', 'Accord par SMS', 'réponse du client', 0, 4),
    ('letter', 'Courrier', 'Accord par courrier', 'lettre reçue', 0, 5),
    ('other', 'Autre…', 'Autre accord', 'à préciser', 1, 6);

