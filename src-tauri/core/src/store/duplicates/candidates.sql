SELECT
    number, civility, last_name, first_name, company, postcode, address_1, email, phone, phone_readable, mobile, mobile_readable
FROM client
