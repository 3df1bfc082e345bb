UPDATE client SET
    type = :type, professional = :professional, civility = :civility, last_name = :last_name, first_name = :first_name,
    company = :company, address_1 = :address_1, address_2 = :address_2, address_3 = :address_3, postcode = :postcode,
    town = :town, country = :country, email = :email, phone = :phone, phone_readable = :phone_readable, mobile = :mobile,
    mobile_readable = :mobile_readable, origins = :origins, name_fold = :name_fold, town_fold = :town_fold,
    revision = revision + 1, updated_at = :updated_at
WHERE number = :number
