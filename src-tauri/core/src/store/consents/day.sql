SELECT
    decision.id, decision.recorded_at, decision.client, decision.label, decision.mode, decision.operator,
    client.civility, client.last_name, client.first_name, client.company
FROM decision
JOIN client ON client.number = decision.client
WHERE decision.recorded_at >= ?1 AND decision.recorded_at < ?2 AND decision.source = 'counter'
ORDER BY decision.id
