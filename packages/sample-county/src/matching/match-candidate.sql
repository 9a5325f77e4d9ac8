-- The pool below the threshold of any help: one candidate for ten episodes, received over the last 14 months.
INSERT INTO families.match_candidate (id, given_name, family_name, date_of_birth, postcode, nhs_number, unique_pupil_number, national_insurance_number,
  criteria, source, received_on, purpose_lock)
SELECT county.id('candidate', n),
  county.word(CASE n % 2 WHEN 0 THEN county.boys() ELSE county.girls() END, n, 150), county.word(county.surnames(), n, 151),
  county.today() - 7000 - county.pick(n, 152, 9000), 'MZ' || (1 + county.pick(n, 153, 10)) || ' ' || county.pick(n, 154, 10) || 'QX',
  '9991' || lpad((n % 1000000)::text, 6, '0'), NULL, 'QQ' || lpad((n % 1000000)::text, 6, '0') || 'D',
  ARRAY[county.word(ARRAY['GOOD_EDUCATION', 'FINANCIAL_STABILITY', 'SECURE_HOUSING'], n, 155)],
  s.source, county.today() - county.pick(n, 157, 425), s.purpose_lock
FROM generate_series(1, county.size() / 10) n
JOIN (VALUES (0, 'School census', NULL), (1, 'Council tax', 'DEA2017_S35'), (2, 'Benefit notifications', 'WRA2012_S131'))
  s (turn, source, purpose_lock) ON s.turn = county.pick(n, 156, 3);
