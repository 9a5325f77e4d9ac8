INSERT INTO families.family_member (family_id, person_id, relationship, started_on, ended_on)
SELECT family_id, id, relationship, greatest(born_on, county.today() - 5000), NULL FROM county.folk;

-- In every fiftieth family a child also belongs to the family before it.
INSERT INTO families.family_member (family_id, person_id, relationship, started_on, ended_on)
SELECT county.id('family', n - 1), id, 'STEP_CHILD', greatest(born_on, county.today() - 900), NULL
FROM county.folk
WHERE n % 50 = 0 AND i = 3 AND generation = 'CHILD';
