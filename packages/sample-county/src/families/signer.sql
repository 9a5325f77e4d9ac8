-- Adults sign, and so does a young person of 13 or over whose competence the lead professional recorded.
INSERT INTO families.agreement_signer (id, agreement_id, episode_id, person_id, signed_on, competence)
SELECT county.id('signer', p.person_number), a.id, a.episode_id, p.id, a.opened_on,
  CASE p.generation WHEN 'CHILD' THEN 'Understands what is stored, who may see it, and that this can change.' END
FROM county.agreement a
JOIN county.folk p ON p.n = a.n
WHERE a.state LIKE 'SIGNED%' AND p.id = ANY (a.persons) AND (p.generation = 'ADULT' OR p.born_on <= a.opened_on - 4749);
