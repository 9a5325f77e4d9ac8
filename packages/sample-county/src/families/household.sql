INSERT INTO families.household (id, family_id, name)
SELECT id, family_id, surname || CASE number WHEN 1 THEN ' household' ELSE ' second household' END FROM county.home;

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

INSERT INTO access.household_person (household_id, person_id, started_on, ended_on)
SELECT household_id, person_id, started_on, ended_on FROM families.household_member;
