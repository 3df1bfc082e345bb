WITH sold (any_sale) AS (
    SELECT EXISTS (
        SELECT 1 FROM movement WHERE kind = 'purchase' AND amount > 0 AND client IN
