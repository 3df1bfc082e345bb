UPDATE delivery_address SET
    revision = revision + 1, addressee = :addressee, address_1 = :address_1, address_2 = :address_2, address_3 = :address_3,
    postcode = :postcode, town = :town, country = :country, from_on = :from_on, until_on = :until_on
WHERE id = :id
