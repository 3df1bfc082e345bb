SELECT
    wording.id, wording.indicator, indicator.code || '-' || wording.version AS name, wording.text, wording.effective_from,
    coalesce(wording_use.uses, 0) AS uses
FROM wording
JOIN indicator ON indicator.id = wording.indicator
LEFT JOIN wording_use ON wording_use.wording = wording.id
ORDER BY wording.indicator, wording.effective_from DESC, wording.version DESC
