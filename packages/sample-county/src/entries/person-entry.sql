INSERT INTO families.person_entry (id, person_id, episode_id, kind, label, detail, status, percentage, started_on, ended_on, recorded_by, agency_id, recorded_at, nature, released_to_family)
SELECT county.id('entry', p.person_number * 32 + k.position), p.id,
  CASE WHEN county.pick(p.person_number, 110, 15) > 0 THEN e.id END,
  k.kind, county.word(k.labels, p.person_number, 111), k.detail, county.word(k.statuses, p.person_number, 112),
  CASE WHEN k.kind IN ('ATTENDANCE', 'GROUP_WORK') THEN 55 + county.pick(p.person_number, 113, 46) END,
  CASE WHEN k.kind NOT IN ('ETHNICITY', 'RELIGION') THEN e.opened_on - county.pick(p.person_number, 114, 50) END, NULL,
  CASE WHEN e.before_opening THEN e.screening_id WHEN k.seat = 0 THEN e.lead_id WHEN k.seat = 1 THEN e.school_id WHEN k.seat = 2 THEN e.health_id ELSE e.other_id END,
  CASE WHEN e.before_opening THEN e.screening_agency WHEN k.seat = 0 THEN e.lead_agency WHEN k.seat = 1 THEN e.school_agency WHEN k.seat = 2 THEN e.health_agency ELSE e.other_agency END,
  least(e.opened_on + interval '5 days 10 hours', county.now()), k.nature,
  k.kind IN ('CONVICTION', 'INVESTIGATION', 'POLICE_INCIDENT', 'YOUTH_JUSTICE', 'DOMESTIC_ABUSE', 'SAFEGUARDING_CONCERN', 'SAFETY_ALERT')
    AND county.pick(p.person_number, 115, 3) = 0
FROM county.folk p
JOIN county.episode_plan e ON e.n = p.n
CROSS JOIN county.entry_kind k
WHERE (k.generation IS NULL OR k.generation = p.generation)
  AND county.pick_by(p.person_number, k.factor, 1000) < k.per_thousand;
