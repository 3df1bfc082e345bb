-- The first wordings of a shop, in its own name. Run by the migration for a shop that exists, and when a shop is made.
INSERT INTO wording (indicator, version, text, effective_from, created_at)
SELECT indicator.id, 1, replace(shipped.text, '{boutique}', shop.name), shop.created_at, shop.created_at
FROM shop
CROSS JOIN (
    SELECT 'SMS-TECH' AS code, 'J’accepte que {boutique} me prévienne par SMS du suivi de mes commandes et de mes réparations. Je peux arrêter à tout moment en répondant STOP.' AS text
    UNION ALL SELECT 'SMS-COM', 'J’accepte de recevoir par SMS les offres de {boutique}. Je peux arrêter à tout moment en répondant STOP.'
    UNION ALL SELECT 'MAIL-TECH', 'J’accepte que {boutique} me prévienne par e-mail du suivi de mes commandes et de mes réparations. Je peux arrêter à tout moment en répondant au message.'
    UNION ALL SELECT 'MAIL-COM', 'J’accepte de recevoir par e-mail les offres de {boutique}. Je peux arrêter à tout moment en répondant au message.'
    UNION ALL SELECT 'POSTAL', 'J’accepte de recevoir par courrier les offres de {boutique}. Je peux arrêter à tout moment, en boutique ou par écrit.'
    UNION ALL SELECT 'TEL', 'J’accepte d’être appelé(e) par {boutique} pour ses offres. Je peux revenir sur cet accord à tout moment, en boutique ou par téléphone.'
    UNION ALL SELECT 'NEWS', 'J’accepte de recevoir par e-mail la newsletter de {boutique}. Je peux me désinscrire à tout moment.'
    UNION ALL SELECT 'B2B', '{boutique} peut m’écrire par e-mail au sujet de mon activité professionnelle. Je peux m’y opposer à tout moment.'
    UNION ALL SELECT 'PART-POSTAL', 'J’accepte de recevoir par courrier les offres des partenaires de {boutique}. Je peux arrêter à tout moment.'
    UNION ALL SELECT 'PART-TEL', 'J’accepte d’être appelé(e) par les partenaires de {boutique} pour leurs offres. Je peux revenir sur cet accord à tout moment.'
    UNION ALL SELECT 'PART-MAIL', 'J’accepte de recevoir par e-mail les offres des partenaires de {boutique}. Je peux arrêter à tout moment.'
    UNION ALL SELECT 'PART-SMS', 'J’accepte de recevoir par SMS les offres des partenaires de {boutique}. Je peux arrêter à tout moment en répondant STOP.'
) AS shipped
JOIN indicator ON indicator.code = shipped.code
ORDER BY indicator.id;
