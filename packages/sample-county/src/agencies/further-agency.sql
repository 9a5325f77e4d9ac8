-- Further agencies of a larger county: one for every 250 episodes, three at least.
CREATE TABLE county.further_agency AS
SELECT n,
  county.id('agency', n) AS id,
  CASE
    WHEN n % 20 IN (1, 4, 5, 6, 7, 8, 9, 10, 11, 12) THEN 'SCHOOL'
    WHEN n % 20 IN (2, 13) THEN 'HEALTH'
    WHEN n % 20 IN (14, 15, 16) THEN 'EARLY_YEARS'
    WHEN n % 20 IN (17, 18) THEN 'HOUSING'
    ELSE 'VOLUNTARY'
  END AS kind
FROM generate_series(1, greatest(3, county.size() / 250)) n;
