SELECT offer.name, subscription.starts_on, subscription.ends_on, subscription.copies, subscription.recipient, subscription.payer,
    subscription.terminated_on, EXISTS (
        SELECT 1 FROM suspension
        WHERE suspension.subscription = subscription.id AND ?2 BETWEEN suspension.from_day AND suspension.until_day
    ) AS suspended
FROM subscription
JOIN tariff ON tariff.id = subscription.tariff
JOIN offer ON offer.id = tariff.offer
WHERE subscription.id = ?1
