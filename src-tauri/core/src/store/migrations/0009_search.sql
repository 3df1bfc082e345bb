-- The types of contact among the search words: all words are written again, see store/search/words.rs.

INSERT INTO active_words (active_words) VALUES ('delete-all');
INSERT INTO inactive_words (inactive_words) VALUES ('delete-all');

-- What is to be done first for a client, however much was done before.
CREATE INDEX follow_up_open ON follow_up (client, due_on, id) WHERE done_on IS NULL;

-- The names in the order of a list: by name, then by number. With the number at the end of the index, all namesakes of somebody had to be
-- read before the first of them was known.
DROP INDEX active_client_by_name;
DROP INDEX inactive_client_by_name;
CREATE INDEX active_client_by_name ON client (
    name_fold, number, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NULL AND removed_at IS NULL;
CREATE INDEX inactive_client_by_name ON client (
    name_fold, number, civility, last_name, first_name, company, postcode, town, phone, phone_readable, mobile, mobile_readable, email,
    type, professional, inactive_at, removed_at
) WHERE inactive_at IS NOT NULL AND removed_at IS NULL;

-- Who was in an export is as lasting as that it was made.
CREATE TRIGGER export_block_is_never_changed BEFORE UPDATE ON export_block
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END;
CREATE TRIGGER export_block_is_never_deleted BEFORE DELETE ON export_block
BEGIN SELECT RAISE(ABORT, 'the register of exports is append-only'); END;
