-- Subscriptions: what is offered, who takes it, who pays, what was invoiced, paid and delivered.
--
-- Days are 'YYYY-MM-DD', money is integer cents, rates are in hundredths of a per cent (210 is 2.1 %).
-- A tariff and an invoice are never changed: a new version or a credit note takes their place.

CREATE TABLE offer (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    medium        TEXT    NOT NULL CHECK (medium IN ('print', 'digital', 'both')),
    -- How many people may use its digital part by their e-mail, beside whoever receives it.
    beneficiaries INTEGER NOT NULL DEFAULT 0 CHECK (beneficiaries BETWEEN 0 AND 1000),
    position      INTEGER NOT NULL,
    archived_at   INTEGER,
    CHECK (medium <> 'print' OR beneficiaries = 0)
) STRICT;

-- What an offer costs from a day on. The newest that has begun is the one of today.
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
) STRICT;

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
) STRICT;
CREATE INDEX subscription_by_recipient ON subscription (recipient, starts_on);
CREATE INDEX subscription_by_payer ON subscription (payer, starts_on) WHERE payer IS NOT NULL;
CREATE INDEX subscription_by_end ON subscription (ends_on) WHERE terminated_on IS NULL;
CREATE UNIQUE INDEX subscription_renewed_once ON subscription (renews) WHERE renews IS NOT NULL;

-- Days on which nothing is delivered; the end moves on by as many.
CREATE TABLE suspension (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription INTEGER NOT NULL REFERENCES subscription (id),
    from_day     TEXT    NOT NULL,
    until_day    TEXT    NOT NULL CHECK (until_day >= from_day)
) STRICT;
CREATE INDEX suspension_of ON suspension (subscription);

-- « Bénéficiaire »: who uses the digital part by their e-mail.
CREATE TABLE beneficiary (
    subscription INTEGER NOT NULL REFERENCES subscription (id),
    client       INTEGER NOT NULL REFERENCES client (number),
    since        TEXT    NOT NULL,
    PRIMARY KEY (subscription, client)
) STRICT, WITHOUT ROWID;
CREATE INDEX beneficiary_of ON beneficiary (client);

-- Invoices and credit notes, numbered without gaps within each year (CGI ann. II art. 242 nonies A, I, 7°).
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
) STRICT;
CREATE INDEX invoice_by_payer ON invoice (payer, issued_on);
CREATE INDEX invoice_corrected_by ON invoice (corrects) WHERE corrects IS NOT NULL;

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
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_line_of_subscription ON invoice_line (subscription) WHERE subscription IS NOT NULL;

-- What of an invoice is taxed at which rate. Frozen like it: credit notes take what is left of the tax, so that nothing is lost in roundings.
CREATE TABLE invoice_vat (
    invoice INTEGER NOT NULL REFERENCES invoice (id),
    rate    INTEGER NOT NULL,
    -- Tax included.
    total   INTEGER NOT NULL,
    tax     INTEGER NOT NULL,
    PRIMARY KEY (invoice, rate)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER invoice_is_next BEFORE INSERT ON invoice
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM invoice WHERE kind = NEW.kind AND year = NEW.year)
    OR NEW.id IN (SELECT id FROM invoice)
BEGIN SELECT RAISE(ABORT, 'invoices are numbered without gaps'); END;
CREATE TRIGGER invoice_is_never_changed BEFORE UPDATE ON invoice
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER invoice_is_never_deleted BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never deleted'); END;
CREATE TRIGGER invoice_line_is_never_changed BEFORE UPDATE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER invoice_line_is_never_deleted BEFORE DELETE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER invoice_vat_is_never_changed BEFORE UPDATE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER invoice_vat_is_never_deleted BEFORE DELETE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER tariff_is_never_changed BEFORE UPDATE ON tariff
BEGIN SELECT RAISE(ABORT, 'a tariff keeps its price'); END;
CREATE TRIGGER tariff_is_never_deleted BEFORE DELETE ON tariff WHEN OLD.id IN (SELECT tariff FROM subscription)
BEGIN SELECT RAISE(ABORT, 'a tariff keeps its price'); END;

-- Money that came (or, negative, that went back). A mistake is taken back by a payment of its own that names it.
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
) STRICT;
CREATE INDEX payment_by_payer ON payment (payer, paid_on);
CREATE INDEX payment_of_invoice ON payment (invoice) WHERE invoice IS NOT NULL;
CREATE UNIQUE INDEX payment_reversed_once ON payment (reverses) WHERE reverses IS NOT NULL;

-- One issue for one subscription.
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
) STRICT;
CREATE INDEX delivery_by_recipient ON delivery (recipient, due_on);
CREATE INDEX delivery_of_subscription ON delivery (subscription, due_on) WHERE subscription IS NOT NULL;
CREATE INDEX delivery_due ON delivery (due_on) WHERE state = 'planned';
-- What went, or did not arrive: the last one is told with every record, however much is planned.
CREATE INDEX delivery_gone ON delivery (recipient, due_on) WHERE state NOT IN ('planned', 'cancelled');

-- Who brought whom, and what they got for it.
CREATE TABLE sponsorship (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    sponsor      INTEGER NOT NULL REFERENCES client (number),
    sponsored    INTEGER NOT NULL REFERENCES client (number) CHECK (sponsored <> sponsor),
    on_day       TEXT    NOT NULL,
    subscription INTEGER REFERENCES subscription (id),
    reward       TEXT    NOT NULL DEFAULT '',
    rewarded_on  TEXT CHECK (rewarded_on IS NULL OR reward <> ''),
    UNIQUE (sponsor, sponsored)
) STRICT;
CREATE INDEX sponsorship_by_sponsor ON sponsorship (sponsor, on_day);
CREATE INDEX sponsorship_of ON sponsorship (sponsored, on_day);
CREATE INDEX sponsorship_rewarded ON sponsorship (sponsored) WHERE rewarded_on IS NOT NULL;

-- What follows from the tables above, kept by triggers, so that a record with fifty thousand rows opens as one with five. `verify` recounts.

-- How many rows each window of a record has, and what was invoiced to it and paid by it. A merge moves nothing: a family is added up.
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
) STRICT;

-- What is still to be paid of an invoice (not of a credit note); below zero if more was paid.
CREATE TABLE receivable (
    invoice   INTEGER PRIMARY KEY REFERENCES invoice (id),
    issued_on TEXT    NOT NULL,
    paid      INTEGER NOT NULL DEFAULT 0,
    credited  INTEGER NOT NULL DEFAULT 0,
    due       INTEGER NOT NULL
) STRICT;
CREATE INDEX receivable_due ON receivable (issued_on) WHERE due > 0;

CREATE TRIGGER subscription_is_held AFTER INSERT ON subscription BEGIN
    INSERT INTO holding (client, subscriptions) VALUES (NEW.recipient, 1)
    ON CONFLICT (client) DO UPDATE SET subscriptions = subscriptions + 1;
    INSERT INTO holding (client, subscriptions) SELECT NEW.payer, 1 WHERE NEW.payer <> NEW.recipient
    ON CONFLICT (client) DO UPDATE SET subscriptions = subscriptions + 1;
END;
CREATE TRIGGER subscription_is_no_longer_held AFTER DELETE ON subscription BEGIN
    UPDATE holding SET subscriptions = subscriptions - 1 WHERE client IN (OLD.recipient, OLD.payer);
END;
CREATE TRIGGER subscription_stays_with_its_people BEFORE UPDATE OF recipient, payer ON subscription
WHEN NEW.recipient <> OLD.recipient OR NEW.payer IS NOT OLD.payer
BEGIN SELECT RAISE(ABORT, 'a subscription stays with its people'); END;
-- Taking back an import takes back what nobody has touched since.
CREATE TRIGGER subscription_is_kept BEFORE DELETE ON subscription WHEN OLD.import_batch IS NULL
BEGIN SELECT RAISE(ABORT, 'a subscription is terminated, not deleted'); END;
CREATE TRIGGER invoice_is_held AFTER INSERT ON invoice BEGIN
    INSERT INTO holding (client, invoices, credit_notes, invoiced) VALUES (NEW.payer, 1, NEW.kind = 'credit', NEW.total)
    ON CONFLICT (client) DO UPDATE SET invoices = invoices + 1, credit_notes = credit_notes + excluded.credit_notes,
        invoiced = invoiced + excluded.invoiced;
    INSERT INTO receivable (invoice, issued_on, due) SELECT NEW.id, NEW.issued_on, NEW.total WHERE NEW.kind = 'invoice';
    UPDATE receivable SET credited = credited - NEW.total, due = due + NEW.total WHERE invoice = NEW.corrects;
END;
CREATE TRIGGER payment_is_held AFTER INSERT ON payment BEGIN
    INSERT INTO holding (client, payments, paid) VALUES (NEW.payer, 1, NEW.amount)
    ON CONFLICT (client) DO UPDATE SET payments = payments + 1, paid = paid + excluded.paid;
    UPDATE receivable SET paid = paid + NEW.amount, due = due - NEW.amount WHERE invoice = NEW.invoice;
END;
CREATE TRIGGER payment_is_never_changed BEFORE UPDATE OF payer, invoice, paid_on, mode, amount, reverses, operator, at ON payment
BEGIN SELECT RAISE(ABORT, 'a payment is taken back by another one'); END;
CREATE TRIGGER payment_is_never_deleted BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'a payment is taken back by another one'); END;
CREATE TRIGGER delivery_is_held AFTER INSERT ON delivery BEGIN
    INSERT INTO holding (client, deliveries) VALUES (NEW.recipient, 1)
    ON CONFLICT (client) DO UPDATE SET deliveries = deliveries + 1;
END;
CREATE TRIGGER delivery_is_no_longer_held AFTER DELETE ON delivery BEGIN
    UPDATE holding SET deliveries = deliveries - 1 WHERE client = OLD.recipient;
END;
CREATE TRIGGER sponsorship_is_held AFTER INSERT ON sponsorship BEGIN
    INSERT INTO holding (client, sponsorships) VALUES (NEW.sponsor, 1), (NEW.sponsored, 1)
    ON CONFLICT (client) DO UPDATE SET sponsorships = sponsorships + 1;
END;
CREATE TRIGGER sponsorship_is_no_longer_held AFTER DELETE ON sponsorship BEGIN
    UPDATE holding SET sponsorships = sponsorships - 1 WHERE client IN (OLD.sponsor, OLD.sponsored);
END;
