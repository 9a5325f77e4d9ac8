-- Three to five plan lines, shared among the team. The OFFSET keeps PostgreSQL from hashing the id of the plan again for each of them.
INSERT INTO episodes.plan_action (id, plan_id, episode_id, goal, responsible, due_on, measure, status, family_rating, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('action', e.n * 5 + k), p.plan_id, e.id,
  (county.goals())[1 + (county.pick(e.n, 81, 10) + k * 3) % 10],
  (ARRAY['Lead professional', 'School', 'Health visitor', 'The family', 'Partner agency'])[1 + k],
  e.opened_on + 30 + county.pick(e.n * 5 + k, 82, 90),
  county.word(county.measures(), e.n * 5 + k, 83),
  (ARRAY['PLANNED', 'IN_PROGRESS', 'IN_PROGRESS', 'DONE', 'STOPPED'])[1 + county.pick(e.n * 5 + k, 84, 5)],
  CASE WHEN county.pick(e.n * 5 + k, 85, 3) > 0 THEN 1 + county.pick(e.n * 5 + k, 86, 10) END,
  CASE k WHEN 1 THEN e.school_id WHEN 2 THEN e.health_id ELSE e.lead_id END,
  CASE k WHEN 1 THEN e.school_agency WHEN 2 THEN e.health_agency ELSE e.lead_agency END,
  e.opened_on + interval '15 days 10 hours', 'FACT',
  CASE k % 2 WHEN 0 THEN e.persons ELSE e.youngest END
FROM county.episode_plan e
CROSS JOIN LATERAL (SELECT county.id('plan', e.n) AS plan_id OFFSET 0) p
CROSS JOIN generate_series(0, 2 + county.pick(e.n, 87, 3)) k
WHERE NOT e.before_opening;
