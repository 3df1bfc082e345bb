-- Lists: the orders by town and by e-mail, the days of decisions, and the pieces of texts.

-- The town as lists are sorted by it: folded, as name_fold is.
ALTER TABLE client ADD COLUMN town_fold TEXT NOT NULL DEFAULT '';
CREATE INDEX client_by_town ON client (town_fold);
-- A function of plain SQLite: the file needs nothing else.
CREATE INDEX client_by_email ON client (lower(email));
CREATE INDEX decision_by_day ON decision (at, client);

-- Which three letters in a row the texts of clients hold, for blocks of 4096 numbers: id = block * 2^20 + the first piece of the leaf.
-- See store/pieces.
CREATE TABLE text_leaf (
    id     INTEGER PRIMARY KEY,
    pieces BLOB    NOT NULL
) STRICT;

-- Clients whose texts changed since their block was written.
CREATE TABLE text_unread (
    client INTEGER PRIMARY KEY REFERENCES client (number)
) STRICT;
