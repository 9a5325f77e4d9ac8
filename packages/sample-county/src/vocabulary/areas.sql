-- The localities and wards of Marlshire, a ward for each postcode district. No code of the Office for National Statistics begins with E06 or E05 and then nines.
INSERT INTO reporting.area (level, code, label, within, official_code, population) VALUES
  ('LOCALITY', 'MARL_VALLEY', 'Marl Valley', NULL, 'E06999001', 18400),
  ('LOCALITY', 'NORTH_EDGE', 'North Edge', NULL, 'E06999002', 15200),
  ('LOCALITY', 'RIVERSIDE', 'Riverside', NULL, 'E06999003', 12900),
  ('WARD', 'MARLBRIDGE', 'Marlbridge', 'MARL_VALLEY', 'E05999001', 7900),
  ('WARD', 'EASTMARL', 'Eastmarl', 'MARL_VALLEY', 'E05999002', 4300),
  ('WARD', 'COBBLEWICK', 'Cobblewick', 'MARL_VALLEY', 'E05999003', 3400),
  ('WARD', 'FERNHOLLOW', 'Fernhollow', 'MARL_VALLEY', 'E05999004', 2800),
  ('WARD', 'WEXCOMBE', 'Wexcombe', 'NORTH_EDGE', 'E05999005', 6100),
  ('WARD', 'TOLLAND_GREEN', 'Tolland Green', 'NORTH_EDGE', 'E05999006', 5000),
  ('WARD', 'HARTSEDGE', 'Hartsedge', 'NORTH_EDGE', 'E05999007', 4100),
  ('WARD', 'BRACKWATER', 'Brackwater', 'RIVERSIDE', 'E05999008', 5600),
  ('WARD', 'QUAYSIDE', 'Quayside', 'RIVERSIDE', 'E05999009', 4400),
  ('WARD', 'STONEBECK', 'Stonebeck', 'RIVERSIDE', 'E05999010', 2900)
ON CONFLICT DO NOTHING;

INSERT INTO reporting.area_sector (sector, ward)
SELECT 'MZ' || district || ' ' || digit,
  (ARRAY['MARLBRIDGE', 'EASTMARL', 'COBBLEWICK', 'FERNHOLLOW', 'WEXCOMBE', 'TOLLAND_GREEN', 'HARTSEDGE', 'BRACKWATER', 'QUAYSIDE', 'STONEBECK'])[district]
FROM generate_series(1, 10) AS district, generate_series(0, 9) AS digit
ON CONFLICT DO NOTHING;
