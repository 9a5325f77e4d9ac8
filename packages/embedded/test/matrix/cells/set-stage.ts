import {
  AHEAD,
  AUTHOR,
  accessOfOthers,
  ids,
  justifications,
  otherHousehold,
  request,
} from './access-rows.ts';
import type { CellReader } from './cell-readers.ts';
import { policyChanged } from './planted-policy.ts';
import type { Rows } from './planted-rows.ts';
import { entriesAbout, inserted, namesOf, plantedId, rowsOfEpisode } from './planted-rows.ts';

/**
 * What the reader comes to: a record that somebody of another agency wrote (`PLAIN`); the reader’s own entries beside it
 * (`OWN`); complete justifications (`JUSTIFIED`); every row picked by hand for the transfer (`PICKED`).
 */
export const STAGES = ['PLAIN', 'OWN', 'JUSTIFIED', 'PICKED'] as const;
export type Stage = (typeof STAGES)[number];

const [EARLIER, LATER] = ['2026-06-10', '2026-06-15'];

const ENTRY_TABLES = [
  ...['assessment', 'assessment_section', 'need', 'plan', 'plan_action', 'activity', 'taf_meeting'],
  ...['case_note', 'referral', 'level_transition', 'document'],
];
/** The SQL that clears the episode of a reader and writes its record anew for a stage. */
export function stageSql(reader: CellReader, stage: Stage, kinds: readonly string[]): string {
  return [
    cleared(reader),
    completed(reader),
    inserted(recordOfOthers(reader, kinds)),
    inserted(accessOfOthers(reader)),
    JUSTIFICATIONS_USED,
    policyChanged(),
    ofAgreement(reader),
    ...(stage === 'OWN' ? [inserted(recordOfOwn(reader, kinds))] : []),
    ...(stage === 'JUSTIFIED' ? [inserted(justifications(reader))] : []),
    ...(stage === 'PICKED' ? [everythingPicked(reader)] : []),
  ].join('\n');
}

/** Each justification opened something once: what a release rested on is never taken back, so this is only added. */
const JUSTIFICATIONS_USED = `INSERT INTO ledger.release (id, at, contract, account_id, agency_id, purpose, policy_versions,
    operation_hash, grants, justifications, persons, families, episodes, coordinates, explained, told)
  SELECT gen_random_uuid(), '2026-06-17T09:00:00Z', 'records', j.account_id, j.account_id, j.purpose, '{1}', repeat('a', 64),
    '{}', ARRAY[j.id], '{}', '{}', '{}', '{}', '[]', '[]' FROM access.justification j
  WHERE NOT EXISTS (SELECT 1 FROM ledger.release r WHERE r.justifications @> ARRAY[j.id]);`;

/** The rows that are about nobody whom the reader may read of. */
export function rowIdsAboutOthers(reader: CellReader, kinds: readonly string[]): readonly string[] {
  const [rows, households] = [recordAbout(reader, 'others', kinds), otherHousehold(reader)];
  return [...rows, ...households]
    .map(([, row]) => row['id'])
    .filter((id): id is string => typeof id === 'string')
    .concat(reader.others.map(({ id }) => id));
}

const listed = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');
function cleared({ episode, accounts }: CellReader): string {
  return `
DELETE FROM episodes.document_part WHERE document_id IN (SELECT id FROM episodes.document WHERE episode_id = '${episode.id}');
${ENTRY_TABLES.map((table) => `DELETE FROM episodes.${table} WHERE episode_id = '${episode.id}';`).join('\n')}
DELETE FROM families.person_entry WHERE person_id IN (SELECT person_id FROM access.episode_person WHERE episode_id = '${episode.id}');
DELETE FROM families.person_name WHERE person_id IN (SELECT person_id FROM access.episode_person WHERE episode_id = '${episode.id}');
DELETE FROM partners.accuracy_issue WHERE episode_id = '${episode.id}';
DELETE FROM partners.information_request WHERE episode_id = '${episode.id}';
DELETE FROM access.justification WHERE account_id IN (${listed(ids(accounts))}) OR id = '${plantedId(`draft:${AUTHOR.id}:${episode.id}`)}';
DELETE FROM families.household WHERE id = '${plantedId(`household:${episode.id}`)}';
DELETE FROM families.household_address WHERE household_id = '${plantedId(`household:${episode.id}`)}';
DELETE FROM families.household_member WHERE household_id = '${plantedId(`household:${episode.id}`)}';
DELETE FROM families.agreement_signer WHERE episode_id = '${episode.id}';
DELETE FROM families.exclusion WHERE id = '${plantedId(`exclusion:${episode.id}`)}';
DELETE FROM access.exclusion WHERE id = '${plantedId(`exclusion:${episode.id}`)}';
DELETE FROM access.role_holding WHERE account_id = '${AUTHOR.id}' AND role = 'LEAD_PROFESSIONAL';
DELETE FROM access.access_grant WHERE account_id = '${AUTHOR.id}' AND episode_id = '${episode.id}';
DELETE FROM access.transfer_item t USING access.proceeding p WHERE p.id = t.proceeding_id AND p.episode_id = '${episode.id}';`;
}

/** A value in every column of what there is of the family already, without changing what any of it allows: nor does a death. */
function completed({ episode, about, others }: CellReader): string {
  return `
ALTER TABLE families.person DISABLE TRIGGER project_death;
UPDATE families.person SET date_of_birth = '2011-03-04', expected_on = '2011-03-01', deceased_on = '2026-06-01',
  sex = coalesce(sex, 'FEMALE'), gender = 'WOMAN_OR_GIRL', languages = '{English}', communication_needs = 'Large print',
  education_setting = 'A school', gp_practice = 'A practice', contact_details = '{07700 900000}',
  nhs_number = 'N' || left(id::text, 8), unique_pupil_number = 'U' || left(id::text, 8),
  national_insurance_number = 'I' || left(id::text, 8)
  WHERE id IN (${listed(ids([...about, ...others]))});
ALTER TABLE families.person ENABLE TRIGGER project_death;
UPDATE episodes.episode SET closed_on = '2026-06-16', end_reason = 'OUTCOMES_MET', reason = 'Reason' WHERE id = '${episode.id}';
UPDATE families.household_address SET uprn = '1', ended_on = '2027-01-01' WHERE family_id = '${episode.facts.family.id}';
UPDATE families.family_agreement SET notice_explained_on = '2026-06-01', withdrawn_at = '${AHEAD}',
  signed_at = coalesce(signed_at, '2026-06-01'), basis_when_no_agreement = 'Basis', recorded_at = '2026-06-16T00:00:00Z',
  recorded_by = '${AUTHOR.id}', agency_id = '${AUTHOR.agency.id}' WHERE episode_id = '${episode.id}';
UPDATE access.access_grant SET starts_at = '2026-06-16T00:00:00Z', ends_at = '${AHEAD}', suspended_at = '${AHEAD}', revoked_at = '${AHEAD}',
  revoked_cause = 'SUPPORT_ENDED', confirm_by = '${AHEAD}', granted_by = '${AUTHOR.id}' WHERE episode_id = '${episode.id}';
UPDATE families.match_candidate SET given_name = coalesce(given_name, 'A'), family_name = coalesce(family_name, 'B'),
  date_of_birth = '1990-01-01', postcode = 'MZ1 1AA', nhs_number = 'N', unique_pupil_number = 'U', national_insurance_number = 'I'
  WHERE purpose_lock IS NULL;`;
}

/** Signers and exclusions are those of the episode’s one agreement. */
function ofAgreement({ episode }: CellReader): string {
  return ['agreement_signer', 'exclusion']
    .map(
      (table) => `UPDATE families.${table} t SET agreement_id = a.id
FROM families.family_agreement a WHERE a.episode_id = t.episode_id AND t.agreement_id = '${episode.id}';`,
    )
    .join('\n');
}

function recordOfOthers(reader: CellReader, kinds: readonly string[]): Rows {
  return [...recordAbout(reader, 'about', kinds), ...recordAbout(reader, 'others', kinds)];
}

function recordAbout(reader: CellReader, whom: 'about' | 'others', kinds: readonly string[]): Rows {
  if (reader[whom].length === 0) return [];
  const writing = {
    key: whom,
    by: AUTHOR.id,
    agency: AUTHOR.agency.id,
    episode: reader.episode.id,
    about: ids(reader[whom]),
    on: whom === 'about' ? LATER : EARLIER,
  };
  return [...rowsOfEpisode(writing), ...entriesAbout(writing, kinds), ...namesOf(writing)];
}

function recordOfOwn(reader: CellReader, kinds: readonly string[]): Rows {
  return reader.accounts.flatMap((account) => {
    const writing = {
      key: `own:${account.id}`,
      by: account.id,
      agency: account.agency.id,
      episode: reader.episode.id,
      about: ids(reader.about),
      on: '2026-06-16',
    };
    return [
      ...rowsOfEpisode(writing),
      ...entriesAbout(writing, kinds),
      request(reader, `own:${account.id}`, account),
    ];
  });
}

/** Every row of the record picked by hand for whatever transfer is live. */
function everythingPicked({ episode }: CellReader): string {
  const sources = [
    ...ENTRY_TABLES.map(
      (table) => `SELECT id FROM episodes.${table} WHERE episode_id = '${episode.id}'`,
    ),
    `SELECT id FROM families.person_entry WHERE episode_id = '${episode.id}'`,
    `SELECT person_id FROM access.episode_person WHERE episode_id = '${episode.id}'`,
    `SELECT id FROM families.household WHERE family_id = '${episode.facts.family.id}'`,
    `SELECT id FROM families.household_address WHERE family_id = '${episode.facts.family.id}'`,
  ];
  return `INSERT INTO access.transfer_item (proceeding_id, item_id)
SELECT p.id, item.id FROM access.proceeding p, (${sources.join(' UNION ')}) AS item (id)
WHERE p.episode_id = '${episode.id}' AND p.state = 'SENT';`;
}
