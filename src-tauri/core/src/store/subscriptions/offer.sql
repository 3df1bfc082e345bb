SELECT offer.id, offer.name, offer.medium, offer.beneficiaries, offer.archived_at IS NOT NULL AS archived,
    (SELECT count(*) FROM tariff JOIN subscription ON subscription.tariff = tariff.id WHERE tariff.offer = offer.id) AS subscriptions
FROM offer
