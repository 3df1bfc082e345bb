-- Agreements « sans preuve », client by client after a number (?1), in the order of the index consent_unproven.
SELECT
    consent.client, consent.indicator, indicator.name, indicator.channel, indicator.position,
    decision.at, decision.mode, import_batch.file_name,
    client.civility, client.last_name, client.first_name, client.company, client.town,
    client.inactive_at IS NOT NULL AS inactive
FROM consent INDEXED BY consent_unproven
CROSS JOIN client ON client.number = consent.client
CROSS JOIN indicator ON indicator.id = consent.indicator
CROSS JOIN decision ON decision.id = consent.decision
LEFT JOIN import_batch ON import_batch.id = decision.import_batch
WHERE consent.unproven = 1 AND consent.answer = 1 AND consent.client > ?1 AND client.removed_at IS NULL
ORDER BY consent.client, consent.indicator
