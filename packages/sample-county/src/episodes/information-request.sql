-- In one episode of forty the lead professional asked the third partner for something.
INSERT INTO partners.information_request (id, episode_id, asked_by, asking_agency_id, holding_agency_id, asked, state, refusal_code, reasons, asked_at, answered_at)
SELECT county.id('request', e.n), e.id, e.lead_id, e.lead_agency, e.other_agency, 'What the family has been offered so far.',
  s.state, s.refusal_code, s.reasons, e.opened_on + interval '4 days 10 hours', CASE WHEN s.state <> 'ASKED' THEN least(e.opened_on + interval '9 days 10 hours', county.now()) END
FROM county.episode_plan e
JOIN (VALUES (0, 'SHARED', NULL, NULL), (1, 'REFUSED', 'NOT_NECESSARY', 'The plan does not turn on it; ask the family.'), (2, 'ASKED', NULL, NULL))
  s (turn, state, refusal_code, reasons) ON s.turn = e.n / 40 % 3
WHERE e.n % 40 = 7 AND NOT e.before_opening AND e.lead_agency <> e.other_agency;
