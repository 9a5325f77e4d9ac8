import type { Connection } from '@postern/database';

/** Table → its columns of free text; each value is replaced by one that occurs nowhere else. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'families.family': ['reference'],
  'families.household': ['name'],
  'families.household_address': ['line', 'town', 'postcode', 'uprn'],
  'families.person': [
    ...['given_name', 'family_name', 'sex', 'gender', 'communication_needs', 'education_setting'],
    ...['gp_practice', 'nhs_number', 'unique_pupil_number', 'national_insurance_number'],
  ],
  'families.family_agreement': ['form_version'],
  'families.agreement_signer': ['competence'],
  'families.exclusion': ['reason'],
  'families.person_entry': ['detail', 'status'],
  'episodes.episode': ['reference', 'reason'],
  'episodes.assessment': ['reasons'],
  'episodes.assessment_section': ['summary', 'strengths'],
  'episodes.need': ['description'],
  'episodes.plan': ['objective'],
  'episodes.plan_action': ['goal', 'responsible', 'measure'],
  'episodes.activity': ['subject', 'notes'],
  'episodes.taf_meeting': ['minutes', 'outcome'],
  'episodes.level_transition': ['reason'],
  'episodes.document': ['title'],
  'partners.practitioner': ['name', 'job_title', 'email', 'phone'],
  'access.access_grant': ['working_relationship'],
};

/** Columns that hold no text get values of their own: dates of centuries past, and impossible percentages. */
const OTHERS = `
-- Of an order of a court the label is one of a closed list.
UPDATE families.person_entry SET label = 'canary-' || md5('families.person_entry.label' || id) WHERE kind <> 'COURT_ORDER';
UPDATE families.person_entry e SET started_on = date '1500-01-01' + n.n, ended_on = date '1600-01-01' + n.n,
  recorded_at = timestamptz '1700-01-01 00:00Z' + n.n * interval '1 day', percentage = 7700000 + n.n, seen_on = date '1450-01-01' + n.n
FROM (SELECT id, row_number() OVER (ORDER BY id)::integer AS n FROM families.person_entry) n WHERE n.id = e.id;
UPDATE families.person p SET date_of_birth = date '1400-01-01' + n.n, languages = ARRAY['canary-' || md5('languages' || p.id)]
FROM (SELECT id, row_number() OVER (ORDER BY id)::integer AS n FROM families.person) n WHERE n.id = p.id;
UPDATE episodes.document_part SET content = convert_to('canary-' || md5('content' || id), 'UTF8');
UPDATE episodes.taf_meeting SET attendees = ARRAY['canary-' || md5('attendees' || id)];
`;

/** Anything planted, and every id. */
const PLANTED =
  /canary-[0-9a-f]{32}|1[4-7]\d\d-\d\d-\d\d|\b77\d{5}\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Gives every value of the record tables one that can be told apart from all others. */
export async function plantCanaries(owner: Connection): Promise<void> {
  const texts = Object.entries(TEXTS).map(
    ([table, columns]) =>
      `UPDATE ${table} SET ${columns.map((column) => `${column} = 'canary-' || md5('${table}.${column}' || id)`).join(', ')};`,
  );
  await owner.script([...texts, OTHERS].join('\n'));
}

/** The planted values and ids that a text holds. */
export function plantedIn(text: string): ReadonlySet<string> {
  return new Set(text.match(PLANTED) ?? []);
}
