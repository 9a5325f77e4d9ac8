-- A present address for each household and, for one in three, the one before it. No postcode area is called MZ.
INSERT INTO families.household_address (id, household_id, family_id, line, town, postcode, uprn, started_on, ended_on)
SELECT county.id('address', h.home_number * 2 + a.former), h.id, h.family_id,
  (1 + county.pick(h.home_number * 2 + a.former, 30, 180)) || ' ' || county.word(county.streets(), h.home_number * 2 + a.former, 31),
  (county.towns())[1 + county.pick(h.home_number * 2 + a.former, 32, 10)],
  'MZ' || (1 + county.pick(h.home_number * 2 + a.former, 32, 10)) || ' ' || county.pick(h.home_number * 2 + a.former, 33, 10)
    || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + county.pick(h.home_number * 2 + a.former, 34, 20), 1)
    || substr('ABDEFGHJLNPQRSTUWXYZ', 1 + county.pick(h.home_number * 2 + a.former, 35, 20), 1),
  CASE WHEN county.pick(h.home_number, 36, 5) > 0 THEN '9990' || lpad((h.home_number * 2 + a.former)::text, 8, '0') END,
  county.today() - CASE a.former WHEN 0 THEN 200 + county.pick(h.home_number, 37, 400) ELSE 2000 END,
  CASE a.former WHEN 1 THEN county.today() - 200 - county.pick(h.home_number, 37, 400) END
FROM county.home h
CROSS JOIN generate_series(0, CASE county.pick(h.home_number, 38, 3) WHEN 0 THEN 1 ELSE 0 END) AS a (former);
