-- The OFFSET keeps PostgreSQL from hashing the id of the assessment again for each of its sections.
INSERT INTO episodes.assessment_section (id, assessment_id, episode_id, area, summary, strengths, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('section', e.n * 6 + s.position), a.assessment_id, e.id, s.area,
  CASE WHEN county.pick(e.n * 6 + s.position, 63, 12) > 0 THEN county.word(county.summaries(), e.n * 6 + s.position, 64) END,
  CASE WHEN county.pick(e.n * 6 + s.position, 65, 6) > 0 THEN county.word(county.strengths(), e.n * 6 + s.position, 66) END,
  e.lead_id, e.lead_agency, e.opened_on + interval '9 days 14 hours',
  (ARRAY['FACT', 'OPINION', 'MIXED', 'MIXED'])[1 + county.pick(e.n * 6 + s.position, 67, 4)], e.persons
FROM county.episode_plan e
CROSS JOIN LATERAL (SELECT county.id('assessment', e.n) AS assessment_id OFFSET 0) a
CROSS JOIN (VALUES (0, 'SAFE_IN_COMMUNITY'), (1, 'EDUCATION_AND_SKILLS'), (2, 'LIFE_CHANCES'), (3, 'LIVING_STANDARDS'), (4, 'SAFE_RELATIONSHIPS'), (5, 'LIVING_WELL')) s (position, area)
WHERE NOT e.before_opening;
