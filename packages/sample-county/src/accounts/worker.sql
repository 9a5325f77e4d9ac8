-- Who works for the county: in every 7 accounts 2 lead professionals and 5 team members, so that each has about 20 live episodes;
-- after them the screening practitioners. `place` numbers the holders of one seat (0 lead, 1 school, 2 health, 3 other partner, 9 screening) from 0.
CREATE TABLE county.worker AS
WITH counts AS (SELECT 7 * greatest(2, (county.size() * 0.02)::integer) AS practitioners),
duties AS (
  SELECT n, (n - 1) % 7 < 2 AS leads,
    CASE WHEN (n - 1) % 7 < 2 THEN (n - 1) / 7 * 2 + (n - 1) % 7 ELSE (n - 1) / 7 * 5 + (n - 1) % 7 - 2 END AS position,
    practitioners * 5 / 21 AS share
  FROM counts, generate_series(1, practitioners) n
),
seats AS (
  SELECT n, CASE WHEN leads THEN 0 ELSE least(position / share, 2) + 1 END AS seat, CASE WHEN leads THEN position ELSE position - least(position / share, 2) * share END AS place FROM duties
  UNION ALL
  SELECT practitioners + s, 9, s - 1 FROM counts, generate_series(1, greatest(1, county.size() / 200)) s
),
asked AS (
  SELECT *, CASE WHEN seat BETWEEN 1 AND 3 THEN seat WHEN seat = 0 THEN CASE place % 10 WHEN 2 THEN 1 WHEN 4 THEN 2 WHEN 7 THEN 3 END END AS pool_seat FROM seats
)
SELECT a.n, county.id('practitioner', a.n) AS id, a.seat, a.place,
  coalesce(pool.id, CASE a.seat WHEN 9 THEN council.front_door ELSE council.early_help END) AS agency_id
FROM asked a
CROSS JOIN county.council council
LEFT JOIN county.pool_size size ON size.seat = a.pool_seat
LEFT JOIN county.agency_pool pool ON pool.seat = a.pool_seat AND pool.position = a.place % size.agencies;

-- One row: how many hold each seat.
CREATE TABLE county.seat_count AS
SELECT count(*) FILTER (WHERE seat = 0) AS leads, count(*) FILTER (WHERE seat = 1) AS schools, count(*) FILTER (WHERE seat = 2) AS health,
  count(*) FILTER (WHERE seat = 3) AS others, count(*) FILTER (WHERE seat = 9) AS screening
FROM county.worker;

ANALYZE county.worker, county.seat_count;
