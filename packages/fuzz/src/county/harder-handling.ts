import { STANDINGS } from '@postern/policy';
import { pick, uuid } from './spread.ts';

const HIDEABLE = [
  ...['Person.educationSetting', 'Person.voice', 'Person.id', 'Person.givenName', 'Voice.id'],
  ...['Person.safeguardingConcerns', 'Person.contactDetails', 'HealthCondition.id', 'Need.id'],
  ...['TafMeeting.minutes', 'PlanAction.goal', 'AssessmentSection.summary', 'CaseNote.subject'],
  ...['Document.title', 'Document.id', 'DocumentPart.content'],
  ...['Address.line', 'Address.postcode', 'Household.name', 'Household.id', 'Person.ethnicity'],
];
const list = (values: readonly string[]): string =>
  `ARRAY[${values.map((value) => `'${value}'`).join(', ')}]`;
const some = (...keys: readonly string[]): string =>
  `ARRAY(SELECT c FROM unnest(${list(HIDEABLE)}) c WHERE ${pick(3, ...keys, 'c')} = 0)`;
const spell = (...keys: readonly string[]): string =>
  `:now - interval '1 day' + ${pick(5, `'from'`, ...keys)} * interval '8 hours', CASE WHEN ${pick(5, `'until'`, ...keys)} = 0 THEN :now END`;

const ENTRIES = [
  'families.person_entry',
  ...[
    'assessment',
    'assessment_section',
    'need',
    'plan',
    'plan_action',
    'activity',
    'taf_meeting',
    'case_note',
    'document',
  ].map((table) => `episodes.${table}`),
];
const CLASSES = ['SPECIAL_CATEGORY:HEALTH', 'CRIMINAL_OFFENCE', 'RESTRICTED:HOUSING', 'NO_CLASS'];
const LOCKS = ['DEA2017_S35', 'WRA2012_S131', 'LEARNING_REVIEW', 'NO_LOCK'];

/** What else takes away: restrictions, limits, stricter classes, purpose locks, grants that name persons; and what gives: parental responsibility. */
export const HARDER_HANDLING = `
INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
SELECT ${uuid(`'restriction'`, 'g.id')}, ep.person_id, e.family_id,
  CASE ${pick(4, `'item'`, 'g.id')} WHEN 0 THEN (SELECT min(a.id::text)::uuid FROM families.household_address a WHERE a.family_id = e.family_id)
    WHEN 1 THEN (SELECT min(h.id::text)::uuid FROM families.household h WHERE h.family_id = e.family_id)
    WHEN 2 THEN (SELECT min(m.id::text)::uuid FROM episodes.taf_meeting m WHERE m.episode_id = e.id) END,
  ${some('g.id')}, a.agency_id, NULL, ${spell('g.id')}
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id JOIN access.episode e ON e.id = g.episode_id
JOIN LATERAL (SELECT min(p.person_id::text)::uuid AS person_id FROM access.episode_person p WHERE p.episode_id = e.id) ep ON ep.person_id IS NOT NULL
WHERE ${pick(9, `'restricted'`, 'g.id')} = 0;

INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
SELECT ${uuid(`'from'`, 'k.account_id', 'p.person_id', 'e.id')}, p.person_id, e.family_id,
  CASE ${pick(3, `'item'`, 'k.account_id', 'p.person_id')} WHEN 0 THEN (SELECT max(h.id::text)::uuid FROM families.household h WHERE h.family_id = e.family_id) END,
  ${some('k.account_id', 'p.person_id')}, NULL, k.person_id, ${spell('k.account_id', 'p.person_id')}
FROM access.account_person k JOIN access.episode_person own ON own.person_id = k.person_id JOIN access.episode e ON e.id = own.episode_id
JOIN access.episode_person p ON p.episode_id = e.id AND p.person_id <> k.person_id
WHERE ${pick(4, `'kept'`, 'k.account_id', 'p.person_id')} = 0;

INSERT INTO partners.accuracy_issue (id, episode_id, coordinate, wrong, found_on, state, raised_by, raised_by_agency_id, raised_at, recorded_by, recorded_by_agency_id,
  remind_at, due_at, corrected_by, corrected_at, answer)
SELECT ${uuid(`'issue'`, 'g.id')}, g.episode_id, 'Person.dateOfBirth', 'Wrong', current_date, 'DISPUTED', g.account_id, a.agency_id, :now - interval '1 day', g.granted_by,
  (SELECT r.agency_id FROM access.account r WHERE r.id = g.granted_by), :now, :now + interval '1 day', g.granted_by, :now, 'Answer'
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id WHERE ${pick(6, `'issue'`, 'g.id')} = 0;

INSERT INTO partners.access_event (machine, subject_id, move, before, after, actor_id, actor_agency_id, on_behalf_of, at, reason, details, account_id, agency_id, episode_id)
SELECT 'GRANT', g.id, 'GRANT', 'NONE', 'GRANTED', g.granted_by, a.agency_id, 'AGENCY', g.starts_at, 'Reason', '{}', g.account_id, a.agency_id, g.episode_id
FROM access.access_grant g JOIN access.account a ON a.id = g.account_id WHERE ${pick(6, `'event'`, 'g.id')} = 0;

INSERT INTO access.processing_restriction (id, person_id, coordinates, starts_at, ends_at)
SELECT ${uuid(`'processing'`, 'p.id')}, p.id, ${some('p.id')}, ${spell('p.id')} FROM families.person p WHERE ${pick(11, `'processing'`, 'p.id')} = 0;

INSERT INTO access.disclosure_limit (id, person_id, level, set_at)
SELECT ${uuid(`'limit'`, 'p.person_id', 'n::text')}, p.person_id,
  (ARRAY['OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL', 'OVERRIDDEN'])[1 + ${pick(4, 'p.person_id', 'n::text')}],
  :now - interval '3 hours' + ${pick(3, `'at'`, 'p.person_id', 'n::text')} * interval '2 hours'
FROM (SELECT DISTINCT person_id FROM access.episode_person) p CROSS JOIN generate_series(1, 2) n WHERE ${pick(3, `'limited'`, 'p.person_id', 'n::text')} = 0;

INSERT INTO access.parental_responsibility (id, holder_id, child_id, evidence, starts_on, ends_on)
SELECT DISTINCT ON (1) ${uuid(`'parent'`, 'k.person_id', 'p.person_id')}, k.person_id, p.person_id,
  CASE WHEN ${pick(5, `'evidence'`, 'p.person_id')} = 0 THEN ' ' ELSE 'Birth certificate seen' END, :now::date - 1, CASE WHEN ${pick(6, `'ended'`, 'p.person_id')} = 0 THEN :now::date END
FROM access.account_person k JOIN access.episode_person own ON own.person_id = k.person_id
JOIN access.episode_person p ON p.episode_id = own.episode_id AND p.person_id <> k.person_id;

UPDATE access.access_grant g SET persons = ARRAY(SELECT p.person_id FROM access.episode_person p WHERE p.episode_id = g.episode_id AND ${pick(2, 'g.id', 'p.person_id')} = 0)
WHERE ${pick(8, `'narrow'`, 'g.id')} = 0;
INSERT INTO access.agency_standing (id, agency_id, standing, starts_on, ends_on)
SELECT ${uuid(`'standing'`, 'a.id', 's')}, a.id, s, :now::date - 1 + ${pick(3, `'from'`, 'a.id', 's')}::int, CASE WHEN ${pick(3, `'until'`, 'a.id', 's')} = 0 THEN :now::date + ${pick(2, `'ends'`, 'a.id', 's')}::int END
FROM access.agency a CROSS JOIN unnest(${list(STANDINGS)}) AS s WHERE ${pick(2, 'a.id', 's')} = 0
  AND NOT EXISTS (SELECT 1 FROM access.agency_standing held WHERE held.agency_id = a.id AND held.standing = s);
${ENTRIES.map(
  (table) => `
UPDATE ${table} t SET row_class = (${list(CLASSES)})[1 + ${pick(CLASSES.length, 't.id')}] WHERE t.row_class IS NULL AND ${pick(9, `'class'`, 't.id')} = 0;
UPDATE ${table} t SET purpose_lock = (${list(LOCKS)})[1 + ${pick(LOCKS.length, 't.id')}] WHERE t.purpose_lock IS NULL AND ${pick(13, `'lock'`, 't.id')} = 0;`,
).join('\n')}
`;
