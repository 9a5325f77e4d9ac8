INSERT INTO access.account (id, issuer_id, subject, agency_id, state)
SELECT id, 'development', 'bulk-' || n, agency_id, 'ACTIVE' FROM county.worker;

INSERT INTO partners.practitioner (id, agency_id, name, job_title, email, phone)
SELECT id, agency_id,
  county.word(CASE n % 2 WHEN 0 THEN county.boys() ELSE county.girls() END, n, 3) || ' ' || county.word(county.surnames(), n, 4),
  CASE seat
    WHEN 0 THEN 'Family support worker'
    WHEN 1 THEN 'Pastoral lead'
    WHEN 2 THEN 'Health visitor'
    WHEN 3 THEN 'Partnership officer'
    ELSE 'Early help practitioner'
  END,
  'bulk-' || n || '@people.marlshire.example',
  CASE WHEN n % 10 <> 0 THEN '01632 ' || lpad((960000 + n % 1000)::text, 6, '0') END
FROM county.worker;
