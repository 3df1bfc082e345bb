-- That a message was sent, when and by which channel stays; not to which address, nor what it said. A text cannot be empty.
UPDATE message SET
    state = CASE state WHEN 'pending' THEN 'cancelled' ELSE state END,
    address = '', subject = '', body = '—', detail = '', receipt = ''
WHERE client = ?1
