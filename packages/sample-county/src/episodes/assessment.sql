INSERT INTO episodes.assessment (id, episode_id, started_on, completed_on, reasons, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('assessment', n), id, opened_on + 2, CASE WHEN county.pick(n, 60, 10) > 0 THEN least(opened_on + 10 + county.pick(n, 61, 30), county.today()) END,
  county.word(county.reasons(), n, 62), lead_id, lead_agency, opened_on + interval '2 days 9 hours', 'MIXED', persons
FROM county.episode_plan
WHERE NOT before_opening;
