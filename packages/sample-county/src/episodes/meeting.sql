-- Meetings of the team: two for a team around the family, none before one exists.
INSERT INTO episodes.taf_meeting (id, episode_id, held_on, attendees, minutes, outcome, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('meeting', e.n * 3 + k), e.id, e.opened_on + 14 + 42 * k,
  ARRAY['Lead professional', 'School', 'Health visitor', 'The family'],
  county.word(county.minutes(), e.n * 3 + k, 90), county.word(county.outcomes(), e.n * 3 + k, 91),
  CASE k WHEN 1 THEN e.school_id ELSE e.lead_id END, CASE k WHEN 1 THEN e.school_agency ELSE e.lead_agency END,
  e.opened_on + (14 + 42 * k) * interval '1 day' + interval '16 hours', 'MIXED', e.persons
FROM county.episode_plan e
CROSS JOIN generate_series(0, 1 + county.pick(e.n, 92, 3) / 2) k
WHERE e.status IN ('OPEN_TAF', 'CLOSING', 'CLOSED', 'STEPPED_UP', 'REOPENED') AND e.opened_on + 14 + 42 * k < county.today();
