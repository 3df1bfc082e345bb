-- All along the index, less the few that were removed: joining the records would read a million of them.
SELECT
    (SELECT count(DISTINCT client) FROM consent WHERE unproven = 1 AND answer = 1)
    - (
        SELECT count(*) FROM client
        WHERE removed_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM consent WHERE consent.client = client.number AND unproven = 1 AND answer = 1)
    )
