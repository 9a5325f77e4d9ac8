-- One young person in thirty limits what parents see.
INSERT INTO families.disclosure_limit (id, person_id, level, set_at)
SELECT county.id('limit', person_number), id, CASE county.pick(person_number, 95, 2) WHEN 0 THEN 'SUMMARY_ONLY' ELSE 'CONFIDENTIAL' END, county.now() - interval '30 days'
FROM county.folk
WHERE generation = 'CHILD' AND born_on < county.today() - 4749 AND county.pick(person_number, 96, 30) = 0;

INSERT INTO access.disclosure_limit (id, person_id, level, set_at)
SELECT id, person_id, level, set_at FROM families.disclosure_limit;
