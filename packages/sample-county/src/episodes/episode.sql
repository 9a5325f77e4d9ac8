INSERT INTO episodes.episode (id, reference, family_id, status, level_of_need, opened_on, closed_on, reason, end_reason, allocated_agency_id, never_opened)
SELECT id, county.reference('EH-', n + 100), family_id, status,
  CASE WHEN status = 'STEPPED_UP' THEN 4 WHEN before_opening THEN 1 + county.pick(n, 50, 2) ELSE 2 + county.pick(n, 50, 2) END,
  opened_on, closed_on, county.word(county.reasons(), n, 51),
  CASE
    WHEN status = 'CLOSED' THEN (ARRAY['OUTCOMES_MET', 'OUTCOMES_MET', 'OUTCOMES_MET', 'STEP_UP', 'MOVED', 'DISENGAGED', 'DECLINED_OR_WITHDREW', 'DECEASED', 'OTHER'])[1 + county.pick(n, 52, 9)]
    WHEN closed_on IS NOT NULL THEN 'NO_FURTHER_ACTION'
  END,
  author_agency, before_opening
FROM county.episode_plan;

INSERT INTO access.episode (id, family_id, status)
SELECT id, family_id, status FROM county.episode_plan;
