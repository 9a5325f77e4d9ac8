INSERT INTO access.role_holding (id, account_id, role, starts_at, ends_at)
SELECT county.id('holding', w.n * 2 + r.position), w.id, r.role, county.now() - interval '1200 days', NULL
FROM county.worker w
JOIN (VALUES (0, 0, 'LEAD_PROFESSIONAL'), (0, 1, 'TAF_MEMBER'), (1, 0, 'TAF_MEMBER'), (2, 0, 'TAF_MEMBER'), (3, 0, 'TAF_MEMBER'), (9, 0, 'EHAST_PRACTITIONER'))
  r (seat, position, role) ON r.seat = w.seat;

INSERT INTO access.training (id, account_id, module, completed_on, expires_on)
SELECT county.id('training', w.n * 2 + m.position), w.id, m.module, county.today() - 90, (county.now() + interval '3 years')::date
FROM county.worker w
CROSS JOIN (VALUES (0, 'SYSTEM'), (1, 'DATA_AND_SECURITY')) m (position, module);

INSERT INTO access.acceptance (id, account_id, version, accepted_at)
SELECT county.id('acceptance', n), id, '2024-10', county.now() - interval '89 days' FROM county.worker;
