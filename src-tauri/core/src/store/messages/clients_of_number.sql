SELECT number, last_name, first_name, company, phone, phone_readable, mobile, mobile_readable
FROM client
WHERE number IN (
    SELECT rowid FROM active_words WHERE active_words MATCH ?1
    UNION ALL
    SELECT rowid FROM inactive_words WHERE inactive_words MATCH ?1
)
ORDER BY number
