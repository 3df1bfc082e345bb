    )
)
UPDATE client SET customer = any_sale FROM sold WHERE number = ?1 AND customer <> any_sale
