SELECT context, state, count(*) FROM message WHERE client = ?1 GROUP BY context, state
