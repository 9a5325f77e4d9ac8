-- One early-help episode for each family: its state, its dates and its team. A third of all began in one month, five months ago,
-- when the county brought its paper files in: that month has large counts, the others small ones.
CREATE TABLE county.episode_plan WITH (autovacuum_enabled = off) AS
WITH chosen AS (
  SELECT n, county.pick(n, 40, 100) AS lot, county.pick(n, 41, 3) = 0 AS brought_in,
    (date_trunc('month', county.today()) - interval '5 months')::date AS month_brought_in
  FROM generate_series(1, county.size()) n
),
stated AS (
  SELECT *, CASE
      WHEN lot < 55 THEN 'OPEN_TAF' WHEN lot < 68 THEN 'OPEN' WHEN lot < 80 THEN 'CLOSED' WHEN lot < 83 THEN 'CLOSING'
      WHEN lot < 86 THEN 'STEPPED_UP' WHEN lot < 89 THEN 'AWAITING_AGREEMENT' WHEN lot < 92 THEN 'SCREENING' WHEN lot < 94 THEN 'CONTACT'
      WHEN lot < 95 THEN 'CONSULTATION_ONLY' WHEN lot < 97 THEN 'NO_FURTHER_ACTION' WHEN lot < 99 THEN 'SIGNPOSTED' ELSE 'REOPENED'
    END AS status
  FROM chosen
),
dated AS (
  SELECT *,
    status IN ('CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT', 'NO_FURTHER_ACTION', 'SIGNPOSTED') AS before_opening,
    CASE
      WHEN status IN ('CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT') THEN county.today() - county.pick(n, 42, 45) - 1
      WHEN status = 'CLOSED' THEN county.today() - 250 - county.pick(n, 43, 840)
      WHEN brought_in THEN month_brought_in + county.pick(n, 44, 27)
      ELSE county.today() - 20 - county.pick(n, 45, 1070)
    END AS opened_on
  FROM stated
)
SELECT d.n, county.id('episode', d.n) AS id, members.family_id, d.status, d.before_opening, d.opened_on,
  CASE
    WHEN d.status = 'CLOSED' THEN d.opened_on + 60 + county.pick(d.n, 46, 180)
    WHEN d.status IN ('NO_FURTHER_ACTION', 'SIGNPOSTED') THEN d.opened_on + 3 + county.pick(d.n, 47, 14)
  END AS closed_on,
  lead.id AS lead_id, lead.agency_id AS lead_agency, school.id AS school_id, school.agency_id AS school_agency,
  health.id AS health_id, health.agency_id AS health_agency, other.id AS other_id, other.agency_id AS other_agency,
  screening.id AS screening_id, screening.agency_id AS screening_agency,
  CASE WHEN d.before_opening THEN screening.id ELSE lead.id END AS author_id,
  CASE WHEN d.before_opening THEN screening.agency_id ELSE lead.agency_id END AS author_agency,
  members.persons, members.persons[1:1] AS first_adult, members.persons[cardinality(members.persons):] AS youngest
FROM dated d
JOIN (SELECT n, family_id, array_agg(id ORDER BY i) AS persons FROM county.folk WHERE NOT not_in_episode GROUP BY n, family_id) members ON members.n = d.n
CROSS JOIN county.seat_count seats
JOIN county.worker lead ON lead.seat = 0 AND lead.place = d.n % seats.leads
JOIN county.worker school ON school.seat = 1 AND school.place = d.n % seats.schools
JOIN county.worker health ON health.seat = 2 AND health.place = (d.n / 3 + d.n * 2) % seats.health
JOIN county.worker other ON other.seat = 3 AND other.place = (d.n / 7 + d.n * 3) % seats.others
JOIN county.worker screening ON screening.seat = 9 AND screening.place = d.n % seats.screening
ORDER BY d.n;

ANALYZE county.episode_plan;
