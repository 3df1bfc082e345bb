INSERT INTO movement (
    client, kind, state, what, note, day, amount, estimate, in_workshop_on, ready_on, returned_on, created_at
)
VALUES (
    :client, :kind, :state, :what, :note, :day, :amount, :estimate, :in_workshop_on, :ready_on, :returned_on, :now
)
