-- A note of the hub, the panel or a consultation in every fifth episode.
INSERT INTO episodes.case_note (id, episode_id, kind, subject, text, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('note', e.n), e.id, k.kind, k.subject, k.text, e.screening_id, e.screening_agency,
  least(e.opened_on + interval '1 day 9 hours', county.now()), 'MIXED', e.persons
FROM county.episode_plan e
JOIN (VALUES
  (0, 'CONSULTATION', 'Whether social care is needed', 'Not now; consult again when something changes.'),
  (1, 'HUB', 'Drop-in', 'Came to the group and stayed to talk.'),
  (2, 'PANEL', 'Which service should lead', 'The school leads; the others join the first meeting.'))
  k (turn, kind, subject, text) ON k.turn = e.n / 5 % 3
WHERE e.n % 5 = 2;
