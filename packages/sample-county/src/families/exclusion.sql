-- One agreement in 25 excludes the third partner: every second time whole, otherwise named details.
INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, person_id, reason, viable, starts_at, ends_at, recorded_by, agency_id, recorded_at, nature)
SELECT county.id('exclusion', n), id, episode_id, other_agency,
  CASE n % 50 WHEN 0 THEN 'WHOLE_AGENCY' ELSE 'DETAILS' END,
  CASE n % 50 WHEN 0 THEN ARRAY[]::text[] ELSE ARRAY['Person.healthConditions', 'Person.disabilities'] END,
  NULL, 'The family does not want this partner to know; explored with them at the first visit.', true,
  opened_on + interval '12 hours', NULL, author_id, author_agency, opened_on + interval '12 hours', 'MIXED'
FROM county.agreement
WHERE state = 'SIGNED_WITH_EXCLUSIONS';

INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at, ends_at)
SELECT id, episode_id, excluded_agency_id, scope, coordinates, person_id, starts_at, ends_at FROM families.exclusion;
