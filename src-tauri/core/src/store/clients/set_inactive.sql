UPDATE client SET
    inactive_at = :inactive_at, inactive_reason = :inactive_reason, revision = revision + 1, updated_at = :updated_at
WHERE number = :number
