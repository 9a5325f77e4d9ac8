-- Three to five needs for each family that is past the first contact, each under a different headline outcome.
INSERT INTO episodes.need (id, episode_id, outcome, description, identified_on, met_on, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('need', e.n * 5 + k), e.id,
  (ARRAY['GOOD_EDUCATION', 'EARLY_YEARS_DEVELOPMENT', 'MENTAL_AND_PHYSICAL_HEALTH', 'SUBSTANCE_USE_RECOVERY', 'FAMILY_RELATIONSHIPS',
    'SAFE_FROM_ABUSE_AND_EXPLOITATION', 'CRIME_PREVENTION', 'SAFE_FROM_DOMESTIC_ABUSE', 'SECURE_HOUSING', 'FINANCIAL_STABILITY'])[1 + headline],
  (county.need_descriptions())[1 + headline],
  e.opened_on + 8,
  CASE WHEN e.status = 'CLOSED' OR county.pick(e.n * 5 + k, 71, 4) = 0 THEN least(e.opened_on + 12 + county.pick(e.n * 5 + k, 72, 48), county.today()) END,
  e.lead_id, e.lead_agency, e.opened_on + interval '9 days 15 hours', 'MIXED',
  CASE k % 3 WHEN 0 THEN e.persons WHEN 1 THEN e.youngest ELSE e.first_adult END
FROM county.episode_plan e
CROSS JOIN generate_series(0, 2 + county.pick(e.n, 70, 3)) k
CROSS JOIN LATERAL (SELECT (county.pick(e.n, 73, 10) + k * 3) % 10 AS headline) h
WHERE NOT e.before_opening;
