SELECT subscription.starts_on, subscription.id
FROM subscription
CROSS JOIN tariff ON tariff.id = subscription.tariff
WHERE subscription.payer = ?1 AND tariff.price > 0
ORDER BY subscription.starts_on, subscription.id
LIMIT 1
