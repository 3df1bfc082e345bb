INSERT INTO consent (indicator, client, answer, unproven, decision)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (indicator, client) DO UPDATE SET
    answer = excluded.answer, unproven = excluded.unproven, decision = excluded.decision
