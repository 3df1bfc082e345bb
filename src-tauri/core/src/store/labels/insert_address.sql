INSERT INTO delivery_address (
    client, revision, addressee, address_1, address_2, address_3, postcode, town, country, from_on, until_on
)
VALUES (:client, 1, :addressee, :address_1, :address_2, :address_3, :postcode, :town, :country, :from_on, :until_on)
