SELECT id, ends_on FROM subscription
WHERE terminated_on IS NULL AND ends_on BETWEEN ?1 AND ?2 AND (ends_on, id) > (?3, ?4)
    AND NOT EXISTS (SELECT 1 FROM subscription AS next WHERE next.renews = subscription.id)
ORDER BY ends_on, id LIMIT ?5
