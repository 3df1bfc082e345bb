-- Amounts and their days are accounts (C. com. art. L.123-22: ten years). What they were for is nobody's business any more.
UPDATE movement SET what = '', note = '', estimate = NULL, reminded_at = NULL, reminder = NULL, revision = revision + 1
WHERE client = ?1
