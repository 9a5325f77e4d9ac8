-- Identifiers are of ranges that are never issued: NHS numbers from 999, pupil numbers of authority 999, insurance numbers from QQ.
INSERT INTO families.person (id, given_name, family_name, date_of_birth, expected_on, deceased_on, sex, gender, languages,
  communication_needs, education_setting, gp_practice, contact_details, nhs_number, unique_pupil_number, national_insurance_number)
SELECT id,
  county.word(CASE sex WHEN 'FEMALE' THEN county.girls() ELSE county.boys() END, person_number, 20),
  county.word(county.surnames(), n, 21),
  born_on, NULL, NULL, sex,
  CASE county.pick(person_number, 22, 40) WHEN 0 THEN NULL WHEN 1 THEN 'NON_BINARY' ELSE CASE sex WHEN 'FEMALE' THEN 'WOMAN_OR_GIRL' ELSE 'MAN_OR_BOY' END END,
  CASE county.pick(n, 23, 12) WHEN 0 THEN ARRAY['Polish', 'English'] WHEN 1 THEN ARRAY['Urdu', 'English'] WHEN 2 THEN ARRAY['Welsh', 'English'] ELSE ARRAY['English'] END,
  CASE county.pick(person_number, 24, 25) WHEN 0 THEN 'Large print' WHEN 1 THEN 'Interpreter' WHEN 2 THEN 'Short sentences and pictures' END,
  CASE WHEN generation = 'CHILD' AND born_on < county.today() - 1100 THEN county.word(county.agency_places(), n, 25) || ' School' END,
  county.word(county.towns(), n, 26) || ' Surgery',
  -- Numbers that Ofcom keeps free for fiction.
  CASE WHEN generation = 'ADULT' THEN ARRAY['07700 900' || lpad((person_number % 1000)::text, 3, '0')] END,
  CASE WHEN person_number < 10000000 THEN '999' || lpad(person_number::text, 7, '0') END,
  CASE WHEN generation = 'CHILD' AND born_on < county.today() - 1500 THEN 'Z999' || lpad((person_number % 1000000000)::text, 9, '0') END,
  CASE WHEN generation = 'ADULT' THEN 'QQ' || lpad((person_number % 1000000)::text, 6, '0') || chr(65 + (person_number / 1000000 % 4)::integer) END
FROM county.folk;
