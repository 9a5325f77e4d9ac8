-- Every third episode began with a referral of the school; those past the first contact have an outcome.
INSERT INTO episodes.referral (id, episode_id, reference, referred_on, reasons, outcome, recommendations, notified_at, recorded_by, agency_id, recorded_at, nature, concerns)
SELECT county.id('referral', n), id, county.reference('R-', n + 100), opened_on, county.word(county.reasons(), n, 56),
  CASE
    WHEN status IN ('CONTACT', 'SCREENING') THEN NULL
    WHEN status IN ('CONSULTATION_ONLY', 'NO_FURTHER_ACTION', 'SIGNPOSTED') THEN status
    ELSE 'ACCEPTED'
  END,
  NULL, CASE WHEN status NOT IN ('CONTACT', 'SCREENING') THEN least(opened_on + interval '2 days 15 hours', county.now()) END,
  school_id, school_agency, opened_on + interval '8 hours', 'MIXED', persons
FROM county.episode_plan
WHERE n % 3 = 0;
