-- How often each kind of entry is recorded (per thousand persons), about whom, by which seat of the team, and in which words.
CREATE TABLE county.entry_kind (
  position integer, kind text, per_thousand integer, generation text, seat integer, nature text, labels text[], detail text, statuses text[],
  factor bigint GENERATED ALWAYS AS (county.factor(120 + position)) STORED);

INSERT INTO county.entry_kind VALUES
  (0, 'ETHNICITY', 850, NULL, 0, 'FACT', ARRAY['White British', 'White British', 'White Irish', 'Any other White background', 'Pakistani', 'Indian', 'Bangladeshi', 'Black African', 'Black Caribbean', 'White and Black Caribbean', 'Gypsy or Roma', 'Any other ethnic group'], NULL, ARRAY['SELF_DESCRIBED']),
  (1, 'RELIGION', 180, NULL, 0, 'FACT', ARRAY['No religion', 'Christian', 'Muslim', 'Hindu', 'Sikh', 'Jewish', 'Buddhist'], NULL, ARRAY['SELF_DESCRIBED']),
  (2, 'DISABILITY', 70, NULL, 2, 'FACT', ARRAY['Hearing loss', 'Autism', 'Reduced mobility', 'Visual impairment', 'Learning disability'], 'Adjustments agreed with the family.', ARRAY['CURRENT']),
  (3, 'HEALTH_CONDITION', 150, NULL, 2, 'FACT', ARRAY['Asthma', 'Epilepsy', 'Type 1 diabetes', 'Eczema', 'Sickle cell disease', 'Chronic pain'], 'Medicine is reviewed twice a year.', ARRAY['CURRENT', 'CURRENT', 'PAST']),
  (4, 'MENTAL_HEALTH', 80, NULL, 2, 'MIXED', ARRAY['Low mood', 'Anxiety', 'Panic attacks', 'Postnatal depression'], 'Referred to talking therapy.', ARRAY['CURRENT', 'PAST']),
  (5, 'SUBSTANCE_USE', 40, 'ADULT', 2, 'MIXED', ARRAY['Alcohol', 'Cannabis', 'Prescription medicine'], 'In contact with the recovery service.', ARRAY['CURRENT', 'IN_RECOVERY']),
  (6, 'CONVICTION', 30, 'ADULT', 3, 'FACT', ARRAY['Theft', 'Driving without insurance', 'Criminal damage', 'Common assault'], 'Sentence completed.', ARRAY['UNSPENT', 'SPENT']),
  (7, 'INVESTIGATION', 12, 'ADULT', 3, 'FACT', ARRAY['Alleged handling of stolen goods', 'Alleged harassment'], 'No decision yet.', ARRAY['OPEN', 'NO_FURTHER_ACTION']),
  (8, 'POLICE_INCIDENT', 40, NULL, 3, 'FACT', ARRAY['Noise at night', 'Missing for some hours', 'Dispute in the street'], 'Attended; advice given.', ARRAY['WITNESS', 'VICTIM', 'SUSPECT']),
  (9, 'YOUTH_JUSTICE', 12, 'CHILD', 3, 'FACT', ARRAY['Community resolution', 'Referral order'], 'Restorative meeting held.', ARRAY['CURRENT', 'COMPLETED']),
  (10, 'DOMESTIC_ABUSE', 25, 'ADULT', 0, 'MIXED', ARRAY['Disclosed controlling behaviour', 'Past abuse disclosed'], 'Safety plan made.', ARRAY['VICTIM', 'ALLEGED']),
  (11, 'ATTENDANCE', 350, 'CHILD', 1, 'FACT', ARRAY['Autumn term', 'Spring term', 'Summer term'], NULL, ARRAY['CURRENT']),
  (12, 'SCHOOL_EXCLUSION', 25, 'CHILD', 1, 'FACT', ARRAY['Suspension of two days', 'Suspension of five days'], 'Return meeting held.', ARRAY['ENDED']),
  (13, 'SCHOOL_BEHAVIOUR', 40, 'CHILD', 1, 'OPINION', ARRAY['Leaves lessons', 'Withdrawn in class'], 'Seen mostly in the afternoon.', ARRAY['CURRENT']),
  (14, 'SPECIAL_EDUCATIONAL_NEED', 90, 'CHILD', 1, 'FACT', ARRAY['Speech and language', 'Social and emotional', 'Dyslexia'], 'Support plan in place.', ARRAY['SEN_SUPPORT', 'EHC_PLAN']),
  (15, 'HOUSING', 80, 'ADULT', 3, 'FACT', ARRAY['Rent arrears', 'Damp and mould', 'Notice to leave', 'Overcrowded'], 'Officer assigned.', ARRAY['CURRENT', 'PAST']),
  (16, 'EMPLOYMENT', 120, 'ADULT', 0, 'FACT', ARRAY['Out of work', 'Part-time work', 'Full-time work', 'In training'], NULL, ARRAY['CURRENT']),
  (17, 'FINANCE', 60, 'ADULT', 0, 'MIXED', ARRAY['Debt', 'Benefit claim under review'], 'Advice appointment made.', ARRAY['CURRENT']),
  (18, 'SOCIAL_CARE', 30, NULL, 0, 'FACT', ARRAY['Child in need plan, closed', 'Assessment, no further action'], 'Known from the step-down note.', ARRAY['CLOSED']),
  (19, 'SOCIAL_CARE_STATUS', 15, 'CHILD', 0, 'FACT', ARRAY['CHILD_IN_NEED', 'ASSESSMENT', 'NONE'], 'Duty team, 01632 960200', ARRAY['CURRENT']),
  (20, 'VOICE', 150, 'CHILD', 0, 'OPINION', ARRAY['I like it when everybody is at the table.', 'Mornings are too loud.', 'I want to see my friend more often.', 'Nobody asked me before.', 'I am worried when the post comes.'], 'Said to the lead professional.', NULL),
  (21, 'SAFEGUARDING_CONCERN', 40, NULL, 0, 'MIXED', ARRAY['Left alone after school', 'Frightened of an adult outside the home', 'Out at night with older people', 'Often hungry on Mondays'], 'Discussed with the safeguarding lead.', ARRAY['MONITORED', 'OPEN', 'RESOLVED']),
  (22, 'SAFETY_ALERT', 25, NULL, 2, 'FACT', ARRAY['Severe nut allergy', 'Dog in the house', 'Visit in pairs', 'Must not be collected by anybody unknown'], 'Tell whoever works with the family.', NULL),
  (23, 'GROUP_WORK', 40, NULL, 3, 'MIXED', ARRAY['Parenting group', 'Saturday cooking group', 'Young carers', 'Confidence group'], 'Takes part more each week.', ARRAY['CURRENT', 'ENDED']),
  (24, 'COURT_ORDER', 25, 'CHILD', 0, 'FACT', ARRAY['CHILD_ARRANGEMENTS', 'PROHIBITED_STEPS', 'SPECIFIC_ISSUE', 'SPECIAL_GUARDIANSHIP'], 'The original was seen.', ARRAY['The lead professional']),
  (25, 'CARING_ROLE', 30, 'CHILD', 0, 'MIXED', ARRAY['Cooks and shops most days', 'Looks after the little ones', 'Stays at home when it is a bad day'], 'Late on Mondays.', ARRAY['Every evening', 'About ten hours a week']);
