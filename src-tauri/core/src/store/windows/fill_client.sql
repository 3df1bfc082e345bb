-- Clients of a number, a last name and a folded name, for tests.
INSERT INTO client (
    number, last_name, name_fold, type, professional, civility, first_name, company, address_1, address_2, address_3, postcode, town,
    country, email, phone, phone_readable, mobile, mobile_readable, origins, created_at, updated_at
)
SELECT column1, column2, column3, 'client', 0, '', '', '', '', '', '', '', '', '', '', '', 1, '', 1, '', 0, 0 FROM ({rows})
