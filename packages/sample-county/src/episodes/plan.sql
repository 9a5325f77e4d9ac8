INSERT INTO episodes.plan (id, episode_id, objective, agreed_on, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('plan', n), id, 'The family decides the order: first what makes the week easier, then what lasts.',
  CASE WHEN county.pick(n, 80, 8) > 0 THEN opened_on + 14 END,
  lead_id, lead_agency, opened_on + interval '14 days 11 hours', 'MIXED', persons
FROM county.episode_plan
WHERE NOT before_opening;
