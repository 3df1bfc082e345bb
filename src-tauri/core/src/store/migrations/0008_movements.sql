-- Movements: what a client bought, brought to be repaired, left or paid in advance. Money is integer cents of euros, days are 'YYYY-MM-DD'.

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
) STRICT;

-- One client's movements, in each order in which they are read: a page of fifty thousand is found as fast as one of five.
CREATE INDEX movement_by_day ON movement (client, day, id);
CREATE INDEX movement_by_kind ON movement (client, kind, day, id);
CREATE INDEX movement_by_state ON movement (client, state, day, id);
CREATE INDEX movement_by_return ON movement (client, returned_on) WHERE returned_on IS NOT NULL;
-- What waits to be collected, over all clients.
CREATE INDEX movement_ready ON movement (ready_on, id) WHERE state = 'ready';
CREATE INDEX movement_reminder ON movement (reminder) WHERE reminder IS NOT NULL;

-- Something was sold to them, so that an opt-out for existing customers may stand (CPCE art. L.34-5): bit 128 of what the gate reads.
DROP TRIGGER client_contact_follows;
ALTER TABLE client DROP COLUMN contact_facts;
ALTER TABLE client ADD COLUMN customer INTEGER NOT NULL DEFAULT 0 CHECK (customer IN (0, 1));
ALTER TABLE client ADD COLUMN contact_facts INTEGER NOT NULL GENERATED ALWAYS AS (
    (mobile <> '' AND mobile_readable OR phone_readable AND substr(phone, 1, 4) IN ('+336', '+337'))
    + 2 * (email <> '')
    + 4 * (town <> '' AND (address_1 <> '' OR address_2 <> '' OR address_3 <> ''))
    + 8 * (phone <> '' AND phone_readable OR mobile <> '' AND mobile_readable)
    + 16 * (inactive_at IS NOT NULL)
    + 32 * (restricted_at IS NOT NULL)
    + 64 * professional
    + 128 * customer
) VIRTUAL;
CREATE TRIGGER client_contact_follows AFTER UPDATE ON client WHEN NEW.contact_facts IS NOT OLD.contact_facts
BEGIN UPDATE client_contact SET facts = NEW.contact_facts WHERE client = NEW.number; END;

-- Texts that name what is ready. A shop that has one of this name keeps its own.
INSERT OR IGNORE INTO template (channel, name, context, purpose, asks, subject, body, rgpd_default, position)
SELECT 'sms', 'Relance SAV', 'repairs', 'technical', 0, '',
    'Bonjour {civilité} {nom}, votre réparation vous attend chez {boutique} depuis le {prêt_le} : {objet}.', 0,
    (SELECT coalesce(max(position), 0) + 1 FROM template);
INSERT OR IGNORE INTO template (channel, name, context, purpose, asks, subject, body, rgpd_default, position)
SELECT 'mail', 'Relance SAV', 'repairs', 'technical', 0, '{boutique} : votre réparation vous attend',
    'Bonjour {civilité} {nom},

Votre réparation est prête depuis le {prêt_le} : {objet}.

Elle vous attend en boutique.

{boutique}', 0,
    (SELECT coalesce(max(position), 0) + 1 FROM template);
