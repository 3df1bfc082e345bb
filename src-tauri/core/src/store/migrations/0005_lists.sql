-- Nothing yet: the number is kept for what lists need next.
SELECT 1;
