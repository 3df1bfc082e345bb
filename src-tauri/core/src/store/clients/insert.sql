INSERT INTO client (
    type, professional, civility, last_name, first_name, company, address_1, address_2, address_3, postcode, town, country,
    email, phone, phone_readable, mobile, mobile_readable, origins, name_fold, town_fold, inactive_at, inactive_reason, import_batch,
    created_at, updated_at
)
VALUES (
    :type, :professional, :civility, :last_name, :first_name, :company, :address_1, :address_2, :address_3, :postcode, :town, :country,
    :email, :phone, :phone_readable, :mobile, :mobile_readable, :origins, :name_fold, :town_fold, :inactive_at, :inactive_reason, :import_batch,
    :created_at, :updated_at
)
