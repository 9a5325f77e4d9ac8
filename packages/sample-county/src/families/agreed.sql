CREATE TABLE county.agreement WITH (autovacuum_enabled = off) AS
SELECT e.n, county.id('agreement', e.n) AS id, e.family_id, e.id AS episode_id, e.persons,
  CASE
    WHEN e.status IN ('CONTACT', 'SCREENING', 'CONSULTATION_ONLY') THEN 'NOT_DISCUSSED'
    WHEN e.status = 'AWAITING_AGREEMENT' THEN 'OFFERED'
    WHEN e.status IN ('NO_FURTHER_ACTION', 'SIGNPOSTED') THEN 'DECLINED'
    WHEN e.n % 25 = 0 THEN 'SIGNED_WITH_EXCLUSIONS'
    ELSE 'SIGNED'
  END AS state,
  e.opened_on, e.author_id, e.author_agency, e.other_agency
FROM county.episode_plan e;

ANALYZE county.agreement;
