-- Messages: templates, the outbox, campaigns, and how messages leave.

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
) STRICT;

CREATE UNIQUE INDEX template_rgpd_default ON template (channel) WHERE rgpd_default = 1;

-- « Sélection clients »: one template for many clients.
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
) STRICT;

-- The outbox, and what has left it. A message is written whole in the transaction of its cause and keeps what it says.
-- `sending` is written before anything is said to a server: one that is found so at the start is `unsure`, and never sent again by itself.
CREATE TABLE message (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    client       INTEGER NOT NULL REFERENCES client (number),
    channel      TEXT    NOT NULL CHECK (channel IN ('sms', 'mail')),
    context      TEXT    NOT NULL CHECK (context IN ('selection', 'rights', 'repairs')),
    purpose      TEXT    NOT NULL CHECK (purpose IN ('rights', 'technical', 'commercial')),
    campaign     INTEGER REFERENCES campaign (id),
    -- The indicator that it asks for.
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
    queued_at    INTEGER NOT NULL,
    -- When it may next be tried.
    due_at       INTEGER NOT NULL,
    attempted_at INTEGER,
    sent_at      INTEGER,
    operator     TEXT    NOT NULL,
    -- The name under which the server took it.
    receipt      TEXT    NOT NULL DEFAULT '',
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT;

CREATE INDEX message_due ON message (due_at, id) WHERE state = 'pending';
CREATE INDEX message_by_client ON message (client, id);
CREATE INDEX message_by_state ON message (state, id);
CREATE INDEX message_by_campaign ON message (campaign, state, id) WHERE campaign IS NOT NULL;
CREATE INDEX message_asks ON message (client, asks, id) WHERE asks IS NOT NULL;

-- How messages leave, as JSON without any password: those are in the system's credential store.
CREATE TABLE carrier (
    channel TEXT NOT NULL PRIMARY KEY CHECK (channel IN ('sms', 'mail')),
    setup   TEXT NOT NULL
) STRICT;

-- Which replies of a gateway were read: the same file brings each of them once.
CREATE TABLE reply (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    digest      BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
    client      INTEGER REFERENCES client (number),
    received_at INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    stop        INTEGER NOT NULL CHECK (stop IN (0, 1))
) STRICT;
