-- The types of contact among the search words: all words are written again, see store/search/words.rs.

INSERT INTO active_words (active_words) VALUES ('delete-all');
INSERT INTO inactive_words (inactive_words) VALUES ('delete-all');

-- What is to be done first for a client, however much was done before.
CREATE INDEX follow_up_open ON follow_up (client, due_on, id) WHERE done_on IS NULL;
