INSERT INTO access.agency_signature (id, agency_id, agreement, version, signatory_name, signatory_title, signed_on, effective_from, ends_at)
SELECT county.id('signature', n), id, 'SHROPSHIRE_ISA', '1.1',
  county.word(county.girls(), n, 1) || ' ' || county.word(county.surnames(), n, 2),
  CASE kind WHEN 'SCHOOL' THEN 'Head teacher' ELSE 'Chief executive' END,
  county.today() - 1200, county.now() - interval '1199 days', NULL
FROM county.further_agency;

INSERT INTO access.agency_evidence (id, agency_id, kind, valid_from, valid_until)
SELECT county.id('evidence', a.n * 3 + e.position), a.id, e.kind, county.today() - 400, (county.now() + interval '3 years')::date
FROM county.further_agency a
CROSS JOIN (VALUES (0, 'POLICIES'), (1, 'DATA_SPECIFICATION'), (2, 'APPROPRIATE_POLICY_DOCUMENT')) e (position, kind);

-- Health agencies of the bulk are NHS bodies.
INSERT INTO access.agency_standing (id, agency_id, standing, starts_on, ends_on)
SELECT county.id('standing', n), id, 'CA2004_S11_BODY', county.today() - 1200, NULL
FROM county.further_agency WHERE kind = 'HEALTH';

INSERT INTO access.agency_standing (id, agency_id, standing, starts_on, ends_on)
SELECT county.id('public-authority', n), id, 'PUBLIC_AUTHORITY', county.today() - 1200, NULL
FROM county.further_agency WHERE kind IN ('SCHOOL', 'HEALTH');
