SELECT context, state, count(*) FROM message GROUP BY context, state
