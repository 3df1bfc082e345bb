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
) STRICT;

CREATE INDEX message_due ON message (channel, due_at, id) WHERE state = 'pending';
-- Counting reads the end of these, never the texts.
CREATE INDEX message_by_client ON message (client, id, context, state);
CREATE INDEX message_by_state ON message (state, id, context);
CREATE INDEX message_by_campaign ON message (campaign, state, id) WHERE campaign IS NOT NULL;
CREATE INDEX message_asks ON message (asks, client, id) WHERE asks IS NOT NULL;

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

-- The first templates. An SMS keeps to the letters that take one place each (3GPP TS 23.038): no ê, no ç, no typographic apostrophe.
INSERT INTO template (channel, name, context, purpose, asks, subject, body, rgpd_default, position) VALUES
    ('sms', 'Demande d’accord', 'rights', 'rights', 1, '',
     'Bonjour {civilité} {nom}, {boutique} vous demande votre accord : {autorisation}. Répondez OUI ou NON à ce message.', 0, 1),
    ('sms', 'Confirmation d’accord', 'rights', 'rights', 0, '',
     '{boutique} confirme votre accord du {date_accord} : {autorisation}. Pour le retirer à tout moment, répondez STOP.', 1, 2),
    ('sms', 'Vos droits et vos choix', 'rights', 'rights', 0, '',
     '{boutique} : vous pouvez voir vos données, les corriger et changer vos choix à tout moment. Contact : {droits}', 0, 3),
    ('sms', 'Votre réparation est prête', 'repairs', 'technical', 0, '',
     'Bonjour {civilité} {nom}, votre réparation est terminée. Elle vous attend chez {boutique}.', 0, 4),
    ('sms', 'Anniversaire', 'selection', 'commercial', 0, '',
     '{prénom}, {boutique} vous souhaite un joyeux anniversaire : une attention vous attend en boutique. {stop}', 0, 5),
    ('mail', 'Demande d’accord', 'rights', 'rights', 1, '{boutique} : votre accord',
     'Bonjour {civilité} {nom},

Acceptez-vous ceci : « {autorisation} » ?

Répondez OUI ou NON à ce message. Sans réponse de votre part, rien ne change. Vous pourrez revenir sur votre choix à tout moment.

{boutique}
Vos données et vos droits : {droits}', 0, 6),
    ('mail', 'Confirmation d’accord', 'rights', 'rights', 0, '{boutique} : votre accord du {date_accord}',
     'Bonjour {civilité} {nom},

Nous avons noté votre accord du {date_accord} ({mode_accord}) : « {autorisation} ».

Vous pouvez le retirer à tout moment, en répondant à ce message ou en boutique.

{boutique}
Vos données et vos droits : {droits}', 1, 7),
    ('mail', 'Vos droits et vos choix', 'rights', 'rights', 0, '{boutique} : vos droits et vos choix',
     'Bonjour {civilité} {nom},

Vous pouvez demander à voir les données que nous gardons de vous, les faire corriger ou effacer, en limiter l’usage, les recevoir, et vous opposer à leur usage. Vous pouvez aussi changer vos choix à tout moment : SMS, mails, courriers, appels.

Il suffit de répondre à ce message ou de passer en boutique. Contact : {droits}

{boutique}', 0, 8),
    ('mail', 'Votre réparation est prête', 'repairs', 'technical', 0, '{boutique} : votre réparation est prête',
     'Bonjour {civilité} {nom},

Votre réparation est prête : elle vous attend en boutique.

{boutique}', 0, 9),
    ('mail', 'Anniversaire', 'selection', 'commercial', 0, '{prénom}, joyeux anniversaire de la part de {boutique}',
     'Bonjour {civilité} {nom},

Toute l’équipe vous souhaite un joyeux anniversaire. Une attention vous attend en boutique.

{boutique}
{stop}', 0, 10);
