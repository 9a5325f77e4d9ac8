-- In one episode of twenty a member of the team has justified the need for one class about one person.
INSERT INTO access.justification (id, account_id, episode_id, person_id, classes, purpose, relevance, article_6, article_9, article_10,
  schedule_1_paragraph, absence_of_consent_reason, gateway, article_8_aim, alternatives_considered, state, approved_by, starts_at, expires_at)
SELECT county.id('justification', e.n), CASE k.holder WHEN 'LEAD' THEN e.lead_id WHEN 'SCHOOL' THEN e.school_id ELSE e.health_id END,
  e.id, CASE k.about WHEN 'CHILD' THEN e.youngest[1] ELSE e.first_adult[1] END,
  ARRAY[k.class], k.purpose, k.relevance, 'A6_1_E_PUBLIC_TASK', k.article_9, k.article_10, k.schedule_1_paragraph, NULL,
  CASE k.holder WHEN 'HEALTH' THEN 'CA2004_S11' ELSE 'CA2004_S10' END, 'HEALTH_OR_MORALS',
  'A summary without the detail would not let the plan be made safely.', 'LIVE', CASE WHEN k.article_10 IS NOT NULL THEN c.grantor END,
  e.opened_on + interval '20 days', county.now() + interval '1 year'
FROM county.episode_plan e
CROSS JOIN county.council c
JOIN (VALUES
  (0, 'LEAD', 'CHILD', 'SPECIAL_CATEGORY:HEALTH', 'COORDINATE_SUPPORT', 'The plan has to fit the treatment.', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', NULL, '6'),
  (1, 'SCHOOL', 'CHILD', 'SPECIAL_CATEGORY:DISABILITY', 'CHOOSE_SUPPORT', 'The school has to adjust the day.', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', NULL, '6'),
  (2, 'HEALTH', 'ADULT', 'SPECIAL_CATEGORY:SUBSTANCE_USE', 'COORDINATE_SUPPORT', 'The visit has to be planned with the recovery service.', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', NULL, '6'),
  (3, 'LEAD', 'ADULT', 'CRIMINAL_OFFENCE', 'SAFEGUARDING', 'Home visits have to be safe for the children and for workers.', NULL, 'SCHEDULE_1_CONDITION', '18'),
  (4, 'LEAD', 'CHILD', 'RESTRICTED:EDUCATION', 'UNDERSTAND_NEEDS', 'Attendance is what the family asked for help with.', NULL, NULL, NULL),
  (5, 'HEALTH', 'ADULT', 'RESTRICTED:HOUSING', 'COORDINATE_SUPPORT', 'Damp at home bears on the child''s breathing.', NULL, NULL, NULL))
  k (turn, holder, about, class, purpose, relevance, article_9, article_10, schedule_1_paragraph) ON k.turn = e.n / 20 % 6
WHERE e.n % 20 = 5 AND NOT e.before_opening AND e.status <> 'CLOSED';
