import type { Connection } from '@postern/database';
import { HARDER_HANDLING } from './harder-handling.ts';
import { pick, uuid } from './spread.ts';

/**
 * Strews over the county what is rare in it, where it can matter: exclusions of details and of agencies, conflicts,
 * justifications of every shape, entries recorded at one moment, entries of the readers' own agencies, and every other
 * way in which a row is handled. The same every time.
 */
export async function makeHarder(owner: Connection, now: Date): Promise<void> {
  const script = `${HARDER}\n${HARDER_HANDLING}`;
  await owner.script(script.replaceAll(':now', `'${now.toISOString()}'::timestamptz`));
}

const DETAILS = [
  ...['Episode.reason', 'Episode.openedOn', 'Episode.id', 'Need.description', 'Need.id'],
  ...['TafMeeting.minutes', 'Assessment.startedOn', 'AssessmentSection.summary', 'Plan.agreedOn'],
  ...[
    'FamilyAgreement.status',
    'Address.postcode',
    'Household.name',
    'LevelTransition.reason',
    'Person.dateOfBirth',
    'Person.ethnicity',
  ],
  ...['Person.healthConditions', 'Person.convictions', 'Person.nhsNumber', 'Person.id'],
  ...['HealthCondition.detail', 'HousingCircumstance.id', 'Conviction.offence', 'Family.address'],
];
const SHAPES = [
  // article 6, article 9, article 10, paragraph, absence of consent
  `'A6_1_E_PUBLIC_TASK', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', 'SCHEDULE_1_CONDITION', '18', 'CANNOT_REASONABLY_BE_OBTAINED'`,
  `'A6_1_E_PUBLIC_TASK', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', 'SCHEDULE_1_CONDITION', '18', NULL`,
  `'A6_1_E_PUBLIC_TASK', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', 'OFFICIAL_AUTHORITY', '6', NULL`,
  `'A6_1_E_PUBLIC_TASK', 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST', NULL, NULL, NULL`,
  `'A6_1_F_LEGITIMATE_INTERESTS', 'A9_2_C_VITAL_INTERESTS', 'SCHEDULE_1_CONDITION', NULL, NULL`,
  `'A6_1_E_PUBLIC_TASK', NULL, 'OFFICIAL_AUTHORITY', NULL, NULL`,
  `'A6_1_A_CONSENT', 'A9_2_A_EXPLICIT_CONSENT', 'SCHEDULE_1_CONDITION', '29', NULL`,
  `'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS', 'A9_2_H_HEALTH_OR_SOCIAL_CARE', 'SCHEDULE_1_CONDITION', '2', NULL`,
];
/** Gateway, factors of disadvantage, aim of Article 8, recognised interest, route of confidence. */
const COMPLETE = `'CA2004_S10', NULL, 'HEALTH_OR_MORALS', NULL, NULL`;
const POWERS = [
  // Half of them, or too few justifications would open anything.
  ...Array.from({ length: 6 }, () => COMPLETE),
  `'DPA2018_SCH2_P5_LEGAL', NULL, 'HEALTH_OR_MORALS', 'CRIME', NULL`,
  `'DEA2017_S35', '{CARE_LEAVER;UNEMPLOYMENT}', 'ECONOMIC_WELL_BEING', 'EMERGENCIES', NULL`,
  `'DEA2017_S35', '{CARE_LEAVER;CARE_LEAVER}', 'ECONOMIC_WELL_BEING', NULL, NULL`,
  `NULL, NULL, NULL, 'CRIME', NULL`,
  `'CA2004_S11', NULL, 'PUBLIC_SAFETY', NULL, 'CONSENT_EXPRESS'`,
  `'COMMON_LAW_CONSENT', NULL, 'PUBLIC_SAFETY', 'CRIME', 'OVERRIDING_PUBLIC_INTEREST'`,
];
const CLASS_SETS = [
  `'{SPECIAL_CATEGORY:HEALTH,CRIMINAL_OFFENCE}'`,
  `'{SPECIAL_CATEGORY:ETHNICITY,SPECIAL_CATEGORY:RELIGION,RESTRICTED:IDENTIFIER}'`,
  `'{RESTRICTED:HOUSING,RESTRICTED:EDUCATION,RESTRICTED:FINANCE,RESTRICTED:SOCIAL_CARE}'`,
  `'{SPECIAL_CATEGORY:DISABILITY,SPECIAL_CATEGORY:SUBSTANCE_USE,RESTRICTED:EMPLOYMENT}'`,
];
const oneOf = (values: readonly string[], by: string): string =>
  `CASE ${by} ${values.map((value, index) => `WHEN ${index} THEN ${value}`).join(' ')} END`;
const column = (index: number, of: readonly string[] = SHAPES, by = 'pair.shape'): string =>
  oneOf(
    of.map((shape) => shape.split(', ')[index]?.replaceAll(';', ',') ?? 'NULL'),
    by,
  );
const power = (index: number): string => column(index, POWERS, 'pair.power');

const HARDER = `
INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at, ends_at)
SELECT ${uuid(`'detail'`, 'g.id')}, g.episode_id, a.agency_id, 'DETAILS',
  ARRAY(SELECT c FROM unnest(ARRAY[${DETAILS.map((each) => `'${each}'`).join(', ')}]) c WHERE ${pick(4, 'g.id', 'c')} = 0),
  CASE WHEN ${pick(2, `'of'`, 'g.id')} = 0 THEN (SELECT min(p.person_id::text)::uuid FROM access.episode_person p WHERE p.episode_id = g.episode_id) END,
  :now - interval '1 day' + ${pick(5, `'from'`, 'g.id')} * interval '8 hours',
  CASE WHEN ${pick(4, `'until'`, 'g.id')} = 0 THEN :now END
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id
WHERE ${pick(4, `'detail'`, 'g.id')} = 0;

INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at, ends_at)
SELECT ${uuid(`'whole'`, 'g.id')}, g.episode_id, a.agency_id, 'WHOLE_AGENCY', '{}', NULL, :now - interval '1 day',
  CASE WHEN ${pick(3, `'until'`, 'g.id')} = 0 THEN :now END
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id WHERE ${pick(12, `'whole'`, 'g.id')} = 0;

INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at, ended_at)
SELECT ${uuid(`'conflict'`, 'g.id')}, g.account_id, e.family_id, :now - interval '1 day', CASE WHEN ${pick(3, `'ended'`, 'g.id')} = 0 THEN :now END
FROM access.access_grant g JOIN access.episode e ON e.id = g.episode_id WHERE ${pick(12, `'conflict'`, 'g.id')} = 0;

INSERT INTO access.justification (id, account_id, episode_id, person_id, classes, purpose, relevance, article_6, article_9,
  article_10, schedule_1_paragraph, absence_of_consent_reason, gateway, dea_factors, article_8_aim, recognised_interest, confidence_route, alternatives_considered, state, approved_by, starts_at, expires_at)
SELECT ${uuid(`'justification'`, 'pair.id', 'pair.person_id')}, pair.account_id, pair.episode_id, pair.person_id,
  ${oneOf(
    CLASS_SETS.map((set) => `${set}::text[]`),
    'pair.classes',
  )}, 'UNDERSTAND_NEEDS',
  CASE WHEN pair.other = 0 THEN E' \\u00A0\\t' ELSE 'Needed for the support.' END,
  ${column(0)}, ${column(1)}, ${column(2)}, ${column(3)}, ${column(4)},
  ${power(0)}, (${power(1)})::text[], ${power(2)}, ${power(3)}, ${power(4)},
  CASE WHEN pair.other = 1 THEN '' ELSE 'Asking the parent.' END,
  CASE WHEN pair.other = 2 THEN 'STRUCK' ELSE 'LIVE' END,
  CASE pair.other WHEN 3 THEN pair.account_id WHEN 4 THEN NULL ELSE pair.granted_by END,
  CASE WHEN pair.other = 5 THEN :now + interval '1 second' ELSE :now - interval '1 day' END,
  CASE WHEN pair.other = 6 THEN :now ELSE :now + interval '1 day' END
FROM (SELECT DISTINCT ON (g.id, p.person_id) g.id, g.account_id, g.episode_id, g.granted_by, p.person_id, ${pick(SHAPES.length, 'g.id', 'p.person_id')} AS shape,
    ${pick(POWERS.length, `'power'`, 'g.id', 'p.person_id')} AS power,
    ${pick(4, `'classes'`, 'g.id', 'p.person_id')} AS classes, ${pick(14, `'other'`, 'g.id', 'p.person_id')} AS other
  FROM access.access_grant g
  -- Some are about somebody of another episode.
  JOIN access.episode_person p ON p.episode_id = g.episode_id OR ${pick(400, 'g.id', 'p.person_id')} = 0
  WHERE ${pick(2, `'justified'`, 'g.id', 'p.person_id')} = 0) pair;

-- Of two entries of one moment the greater id is the later.
INSERT INTO families.person_entry (id, person_id, episode_id, kind, label, detail, status, percentage, seen_on, caring_role_id, started_on, ended_on, recorded_by, agency_id, recorded_at, nature)
SELECT ${uuid(`'twin'`, 'e.id')}, e.person_id, e.episode_id, e.kind, CASE e.kind WHEN 'COURT_ORDER' THEN e.label ELSE e.label || ' (twin)' END, e.detail, e.status,
  e.percentage, e.seen_on, e.caring_role_id, e.started_on, e.ended_on, e.recorded_by, e.agency_id, e.recorded_at, e.nature FROM families.person_entry e;

-- Entries of the readers' own agencies, in their episode, in another one, and in none.
INSERT INTO families.person_entry (id, person_id, episode_id, kind, label, detail, status, percentage, started_on, ended_on, recorded_by, agency_id, recorded_at, nature)
SELECT DISTINCT ON (1) ${uuid(`'own'`, 'g.id', 'p.person_id', 'given.kind')}, p.person_id,
  CASE ${pick(3, `'in'`, 'g.id', 'p.person_id', 'given.kind')} WHEN 0 THEN g.episode_id WHEN 1 THEN (SELECT min(o.episode_id::text)::uuid FROM access.episode_person o WHERE o.person_id = p.person_id) END,
  given.kind, 'Own ' || lower(given.kind), 'detail', 'status', NULL, NULL, NULL, g.account_id, a.agency_id, :now - interval '1 hour', 'FACT'
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id JOIN access.episode_person p ON p.episode_id = g.episode_id
CROSS JOIN unnest(ARRAY['ETHNICITY', 'RELIGION', 'HEALTH_CONDITION', 'CONVICTION', 'HOUSING', 'ATTENDANCE']) AS given (kind)
WHERE ${pick(20, `'own'`, 'g.id', 'p.person_id', 'given.kind')} = 0;
`;
