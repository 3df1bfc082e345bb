-- The clients of an import (?1) who were not deleted since, with what tells whether somebody touched them.
SELECT
    client.number,
    client.merged_into IS NOT NULL AS merged,
    (SELECT operation FROM journal WHERE journal.client = client.number ORDER BY id DESC LIMIT 1) AS operation,
    EXISTS (
        SELECT 1 FROM decision WHERE decision.client = client.number AND decision.import_batch IS NOT client.import_batch
    ) AS answered,
    -- What the import brought with them is not held by anybody's doing.
    EXISTS (
        SELECT 1 FROM holding
        WHERE holding.client = client.number AND subscriptions + invoices + payments + deliveries + sponsorships > (
            SELECT count(DISTINCT subscription.id) + count(delivery.id)
            FROM subscription LEFT JOIN delivery ON delivery.subscription = subscription.id AND delivery.recipient = client.number
            WHERE subscription.recipient = client.number AND subscription.import_batch IS client.import_batch
        )
    )
        OR EXISTS (SELECT 1 FROM beneficiary WHERE beneficiary.client = client.number) AS holds,
    EXISTS (SELECT 1 FROM message WHERE message.client = client.number) AS written_to,
    EXISTS (SELECT 1 FROM movement WHERE movement.client = client.number) AS moved,
    EXISTS (SELECT 1 FROM decision WHERE decision.client = client.number) AS decided
FROM client
WHERE client.import_batch = ?1 AND (client.removed_at IS NULL OR client.merged_into IS NOT NULL)
ORDER BY client.number
