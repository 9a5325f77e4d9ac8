-- Who lives in each family: 2 to 7 persons, 4.5 on average, one or two of them adults. The OFFSET keeps PostgreSQL from choosing again for each person.
CREATE TABLE county.folk WITH (autovacuum_enabled = off) AS
SELECT f.n, f.family_id, i, f.n * 10 + i AS person_number, county.id('person', f.n * 10 + i) AS id,
  CASE WHEN i > adults THEN 'CHILD' WHEN i = 1 THEN CASE county.pick(f.n, 12, 8) WHEN 0 THEN 'GRANDPARENT' ELSE 'MOTHER' END ELSE CASE county.pick(f.n, 13, 5) WHEN 0 THEN 'STEP_PARENT' ELSE 'FATHER' END END AS relationship,
  CASE WHEN i > adults THEN 'CHILD' ELSE 'ADULT' END AS generation,
  CASE WHEN i = 1 THEN 'FEMALE' WHEN i <= adults THEN 'MALE' WHEN county.pick(f.n * 10 + i, 14, 2) = 0 THEN 'FEMALE' ELSE 'MALE' END AS sex,
  county.today() - CASE
    WHEN i > adults THEN 60 + county.pick(f.n * 10 + i, 15, 6400)
    WHEN i = 1 AND county.pick(f.n, 12, 8) = 0 THEN 18000 + county.pick(f.n, 16, 6000)
    ELSE 8400 + county.pick(f.n * 10 + i, 17, 9000)
  END AS born_on,
  headcount >= 4 AND i = headcount AND county.pick(f.n, 18, 8) = 0 AS not_in_episode
FROM (
  SELECT n, county.id('family', n) AS family_id, (ARRAY[2, 3, 4, 4, 5, 5, 6, 7])[1 + county.pick(n, 10, 8)] AS headcount, CASE county.pick(n, 11, 3) WHEN 0 THEN 1 ELSE 2 END AS adults
  FROM generate_series(1, county.size()) n
  OFFSET 0
) f
CROSS JOIN generate_series(1, f.headcount) i;

ANALYZE county.folk;
