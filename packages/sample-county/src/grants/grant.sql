-- Four grants for a team, two for a single-agency episode, one for screening. Closing an episode has ended its grants;
-- a few other grants of the third partner have ended, expired or been suspended.
INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at, ends_at, suspended_at, revoked_at, revoked_cause)
SELECT county.id('grant', e.n * 5 + s.seat), CASE s.seat WHEN 0 THEN e.lead_id WHEN 1 THEN e.school_id WHEN 2 THEN e.health_id WHEN 3 THEN e.other_id ELSE e.screening_id END,
  e.id, s.role, s.working_relationship, c.grantor,
  e.opened_on + interval '13 hours',
  CASE WHEN s.seat = 3 AND odd = 1 THEN county.now() - interval '5 days' WHEN county.pick(e.n * 5 + s.seat, 101, 3) = 0 THEN county.now() + interval '2 years' END,
  CASE WHEN s.seat = 3 AND odd = 2 THEN county.now() - interval '3 days' END,
  CASE WHEN e.closed_on IS NOT NULL THEN e.closed_on + interval '12 hours' WHEN s.seat = 3 AND odd = 3 THEN county.now() - interval '4 days' END,
  CASE WHEN e.closed_on IS NOT NULL THEN 'EPISODE_CLOSED' WHEN s.seat = 3 AND odd = 3 THEN 'SUPPORT_ENDED' END
FROM county.episode_plan e
CROSS JOIN LATERAL (SELECT county.pick(e.n, 100, 60) AS odd) o
CROSS JOIN county.council c
JOIN (VALUES
  (0, 'LEAD_PROFESSIONAL', 'Leads the plan with the family'),
  (1, 'TAF_MEMBER', 'Works with the children in school'),
  (2, 'TAF_MEMBER', 'Visits the family at home'),
  (3, 'TAF_MEMBER', 'Supports the adults of the family'),
  (4, 'EHAST_PRACTITIONER', 'Screens the contact')) s (seat, role, working_relationship)
  ON CASE WHEN e.before_opening THEN s.seat = 4 WHEN e.status = 'OPEN' THEN s.seat IN (0, 1) ELSE s.seat < 4 END;
