INSERT INTO episodes.level_transition (id, episode_id, direction, from_level, to_level, reason, recorded_by, agency_id, recorded_at, nature)
SELECT county.id('transition', n), id,
  CASE WHEN status = 'STEPPED_UP' THEN 'UP' WHEN county.pick(n, 50, 2) = 1 THEN 'UP' ELSE 'SAME' END,
  CASE WHEN status = 'STEPPED_UP' THEN 3 ELSE 2 END,
  CASE WHEN status = 'STEPPED_UP' THEN 4 ELSE 2 + county.pick(n, 50, 2) END,
  CASE WHEN status = 'STEPPED_UP' THEN 'A safeguarding risk needs a statutory assessment.' ELSE 'Level confirmed with the family after the assessment.' END,
  lead_id, lead_agency, opened_on + interval '12 days 10 hours', 'MIXED'
FROM county.episode_plan
WHERE NOT before_opening;
