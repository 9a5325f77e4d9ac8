INSERT INTO access.agency (id, name, kind, state)
SELECT id,
  (county.agency_places())[1 + (n - 1) % 30] || ' '
    || CASE kind
      WHEN 'SCHOOL' THEN CASE n % 3 WHEN 0 THEN 'High School' ELSE 'Primary School' END
      WHEN 'HEALTH' THEN 'Health Centre'
      WHEN 'EARLY_YEARS' THEN 'Nursery'
      WHEN 'HOUSING' THEN 'Homes'
      ELSE 'Family Project'
    END
    || CASE WHEN n > 30 THEN ' ' || ((n - 1) / 30 + 1)::text ELSE '' END,
  kind, 'ACTIVE'
FROM county.further_agency;
