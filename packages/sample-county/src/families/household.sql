-- One household for each family, and a second one for the other parent in every fourth family of three or more.
CREATE TABLE county.home AS
SELECT f.n, h AS number, f.n * 2 + h AS home_number, county.id('household', f.n * 2 + h) AS id, f.surname
FROM (
  SELECT n, county.word(county.surnames(), n, 21) AS surname, count(*) FILTER (WHERE generation = 'ADULT') = 2 AND n % 4 = 0 AS apart
  FROM county.folk GROUP BY n
) f
CROSS JOIN generate_series(1, CASE WHEN f.apart THEN 2 ELSE 1 END) h;

ANALYZE county.home;

INSERT INTO families.household (id, family_id, name)
SELECT id, county.id('family', n), surname || CASE number WHEN 1 THEN ' household' ELSE ' second household' END FROM county.home;

-- Everybody lives in the first household, the other parent in the second; the eldest child in both.
INSERT INTO families.household_member (household_id, person_id, started_on, ended_on)
SELECT h.id, p.id, greatest(p.born_on, county.today() - 1500), NULL
FROM county.folk p
JOIN county.home h ON h.n = p.n
LEFT JOIN county.home second ON second.n = p.n AND second.number = 2
WHERE CASE h.number
  WHEN 1 THEN second.id IS NULL OR p.i <> 2
  ELSE p.i IN (2, 3)
END;

-- The cast's with the others: choosing among millions would cost more than it saves.
INSERT INTO access.household_person (household_id, person_id, started_on, ended_on)
SELECT household_id, person_id, started_on, ended_on FROM families.household_member;
