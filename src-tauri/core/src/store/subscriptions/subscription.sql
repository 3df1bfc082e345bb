SELECT subscription.id, recipient, payer, tariff.offer, offer.name AS offer_name, offer.medium, offer.beneficiaries, tariff AS tariff_id,
    version, price, vat, months, issues, effective_from, copies, starts_on, ends_on, renews, terminated_on, reason,
    (SELECT next.id FROM subscription AS next WHERE next.renews = subscription.id) AS renewed_by
FROM subscription JOIN tariff ON tariff.id = subscription.tariff JOIN offer ON offer.id = tariff.offer
