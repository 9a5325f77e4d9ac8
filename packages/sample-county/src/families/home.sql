-- One household for each family, and a second one for the other parent in every fourth family of three or more.
CREATE TABLE county.home WITH (autovacuum_enabled = off) AS
SELECT f.n, h AS number, f.n * 2 + h AS home_number, county.id('household', f.n * 2 + h) AS id, f.family_id, f.surname
FROM (
  SELECT n, family_id, county.word(county.surnames(), n, 21) AS surname, count(*) FILTER (WHERE generation = 'ADULT') = 2 AND n % 4 = 0 AS apart
  FROM county.folk GROUP BY n, family_id
) f
CROSS JOIN generate_series(1, CASE WHEN f.apart THEN 2 ELSE 1 END) h;

ANALYZE county.home;
