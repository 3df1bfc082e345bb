SELECT client, answer, unproven, decision
FROM consent
WHERE indicator = ?1
ORDER BY client
