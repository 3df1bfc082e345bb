UPDATE movement SET
    state = :state, what = :what, note = :note, day = :day, amount = :amount, estimate = :estimate,
    in_workshop_on = :in_workshop_on, ready_on = :ready_on, returned_on = :returned_on,
    reminded_at = iif(:ready_on IS NULL, NULL, reminded_at), reminder = iif(:ready_on IS NULL, NULL, reminder),
    revision = revision + 1
WHERE id = :id
