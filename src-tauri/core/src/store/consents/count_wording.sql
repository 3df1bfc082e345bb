INSERT INTO wording_use (wording, uses)
VALUES (?1, ?2)
ON CONFLICT (wording) DO UPDATE SET uses = uses + excluded.uses
