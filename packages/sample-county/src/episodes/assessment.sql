INSERT INTO episodes.assessment (id, episode_id, started_on, completed_on, reasons, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('assessment', n), id, opened_on + 2, CASE WHEN county.pick(n, 60, 10) > 0 THEN least(opened_on + 10 + county.pick(n, 61, 30), county.today()) END,
  county.word(county.reasons(), n, 62), lead_id, lead_agency, opened_on + interval '2 days 9 hours', 'MIXED', persons
FROM county.episode_plan
WHERE NOT before_opening;

INSERT INTO episodes.assessment_section (id, assessment_id, episode_id, area, summary, strengths, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('section', e.n * 6 + s.position), a.id, e.id, s.area,
  CASE WHEN county.pick(e.n * 6 + s.position, 63, 12) > 0 THEN county.word(county.summaries(), e.n * 6 + s.position, 64) END,
  CASE WHEN county.pick(e.n * 6 + s.position, 65, 6) > 0 THEN county.word(county.strengths(), e.n * 6 + s.position, 66) END,
  e.lead_id, e.lead_agency, e.opened_on + interval '9 days 14 hours',
  (ARRAY['FACT', 'OPINION', 'MIXED', 'MIXED'])[1 + county.pick(e.n * 6 + s.position, 67, 4)], e.persons
FROM county.episode_plan e
JOIN episodes.assessment a ON a.episode_id = e.id
CROSS JOIN (VALUES (0, 'SAFE_IN_COMMUNITY'), (1, 'EDUCATION_AND_SKILLS'), (2, 'LIFE_CHANCES'), (3, 'LIVING_STANDARDS'), (4, 'SAFE_RELATIONSHIPS'), (5, 'LIVING_WELL')) s (position, area);
