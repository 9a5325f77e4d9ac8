-- The agencies that take a seat in a team, numbered from 0: seat 1 a school, 2 health, 3 any other partner; 0 the council's own teams are fixed.
-- Named agencies of the cast take part, except those that stand for an agency out of force or with a single worker.
CREATE TABLE county.agency_pool AS
SELECT seat, row_number() OVER (PARTITION BY seat ORDER BY ordinal, id) - 1 AS position, id
FROM (
  SELECT CASE kind WHEN 'SCHOOL' THEN 1 WHEN 'HEALTH' THEN 2 ELSE 3 END AS seat, n AS ordinal, id FROM county.further_agency
  UNION ALL
  SELECT seat, 0, agency_id FROM county.cast_pool
) candidates;

CREATE TABLE county.pool_size AS
SELECT seat, count(*) AS agencies FROM county.agency_pool GROUP BY seat;
