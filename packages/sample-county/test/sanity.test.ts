import type { Connection } from '@postern/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSampleCounty, registerDevelopmentIssuer } from '../src/index.ts';
import type { CountyServer } from './county-server.ts';
import { startCountyServer } from './county-server.ts';
import { countOf, value } from './database-content.ts';

const now = new Date('2026-03-10T09:30:00Z');

let server: CountyServer;
let county: Connection;

beforeAll(async () => {
  server = await startCountyServer();
  county = await server.emptyDatabase('sane');
  await loadSampleCounty(county, { size: 400, now, onProgress: () => {} });
}, 60_000);

afterAll(() => server.stop());

/** What may be picked for a transfer: entries of the record and about a person. */
const PICKABLE = `(SELECT id FROM families.person_entry UNION ALL ${[
  'assessment',
  'assessment_section',
  'need',
  'plan',
  'plan_action',
  'activity',
  'taf_meeting',
]
  .map((table) => `SELECT id FROM episodes.${table}`)
  .join(' UNION ALL ')})`;
const ACCOUNT_PERSON = '(SELECT account_id AS id FROM access.account_person)';
const CARED_FOR = `(SELECT * FROM families.person_entry WHERE kind = 'CARE_RECEIVED')`;
const SENT = `(SELECT * FROM access.proceeding WHERE kind = 'TRANSFER' AND state = 'SENT')`;
const EXPANDED_GRANT =
  '(SELECT unnest(persons) AS person_id FROM access.access_grant WHERE persons IS NOT NULL)';

/** Column → where its value must exist. */
const REFERENCES: readonly (readonly [table: string, column: string, target: string])[] = [
  ['access.account', 'agency_id', 'access.agency'],
  [`(SELECT * FROM access.account WHERE kind = 'PRACTITIONER')`, 'id', 'partners.practitioner'],
  [`(SELECT * FROM access.account WHERE kind = 'FAMILY')`, 'id', ACCOUNT_PERSON],
  ['partners.practitioner', 'id', 'access.account'],
  ['access.role_holding', 'account_id', 'access.account'],
  ['access.training', 'account_id', 'access.account'],
  ['access.acceptance', 'account_id', 'access.account'],
  ['access.agency_signature', 'agency_id', 'access.agency'],
  ['access.agency_evidence', 'agency_id', 'access.agency'],
  ['access.agency_standing', 'agency_id', 'access.agency'],
  ['access.conflict_of_interest', 'account_id', 'access.account'],
  ['access.conflict_of_interest', 'family_id', 'families.family'],
  ['access.access_grant', 'account_id', 'access.account'],
  ['access.access_grant', 'granted_by', 'access.account'],
  ['access.access_grant', 'episode_id', 'episodes.episode'],
  ['access.justification', 'account_id', 'access.account'],
  ['access.justification', 'episode_id', 'episodes.episode'],
  ['access.justification', 'person_id', 'families.person'],
  ['access.disclosure_limit', 'person_id', 'families.person'],
  [EXPANDED_GRANT, 'person_id', 'families.person'],
  ['access.account_person', 'account_id', 'access.account'],
  ['access.account_person', 'person_id', 'families.person'],
  ['access.parental_responsibility', 'holder_id', 'families.person'],
  ['access.parental_responsibility', 'child_id', 'families.person'],
  ['access.household_person', 'household_id', 'families.household'],
  ['access.household_person', 'person_id', 'families.person'],
  ['access.restriction', 'protected_person_id', 'families.person'],
  ['access.restriction', 'family_id', 'families.family'],
  ['access.processing_restriction', 'person_id', 'families.person'],
  ['access.proceeding', 'episode_id', 'episodes.episode'],
  [SENT, 'grant_id', 'access.access_grant'],
  ['access.transfer_item', 'proceeding_id', 'access.proceeding'],
  ['access.transfer_item', 'item_id', PICKABLE],
  ['access.exclusion', 'agency_id', 'access.agency'],
  ['episodes.episode', 'family_id', 'families.family'],
  ['episodes.episode', 'allocated_agency_id', 'access.agency'],
  ['episodes.episode_person', 'episode_id', 'episodes.episode'],
  ['episodes.episode_person', 'person_id', 'families.person'],
  ['episodes.assessment', 'episode_id', 'episodes.episode'],
  ['episodes.assessment_section', 'assessment_id', 'episodes.assessment'],
  ['episodes.need', 'episode_id', 'episodes.episode'],
  ['episodes.plan', 'episode_id', 'episodes.episode'],
  ['episodes.plan_action', 'plan_id', 'episodes.plan'],
  ['episodes.activity', 'episode_id', 'episodes.episode'],
  ['episodes.taf_meeting', 'episode_id', 'episodes.episode'],
  ['episodes.case_note', 'episode_id', 'episodes.episode'],
  ['episodes.referral', 'episode_id', 'episodes.episode'],
  ['episodes.document', 'episode_id', 'episodes.episode'],
  ['episodes.document_part', 'document_id', 'episodes.document'],
  ['partners.information_request', 'episode_id', 'episodes.episode'],
  ['partners.information_request', 'asked_by', 'partners.practitioner'],
  ['partners.information_request', 'asking_agency_id', 'access.agency'],
  ['partners.information_request', 'holding_agency_id', 'access.agency'],
  ['families.family_member', 'family_id', 'families.family'],
  ['families.family_member', 'person_id', 'families.person'],
  ['families.household', 'family_id', 'families.family'],
  ['families.household_member', 'household_id', 'families.household'],
  ['families.household_member', 'person_id', 'families.person'],
  ['families.household_address', 'household_id', 'families.household'],
  ['families.family_agreement', 'episode_id', 'episodes.episode'],
  ['families.agreement_signer', 'agreement_id', 'families.family_agreement'],
  ['families.agreement_signer', 'person_id', 'families.person'],
  ['families.agreement_part', 'agreement_id', 'families.family_agreement'],
  ['families.agreement_part', 'person_id', 'families.person'],
  ['families.exclusion', 'agreement_id', 'families.family_agreement'],
  ['families.person_entry', 'person_id', 'families.person'],
  [
    CARED_FOR,
    'caring_role_id',
    `(SELECT id FROM families.person_entry WHERE kind = 'CARING_ROLE')`,
  ],
];

describe('every reference leads somewhere', () => {
  test.each(REFERENCES)('%s.%s in %s', async (table, column, target) => {
    expect(await countOf(county, `SELECT FROM ${table} t`)).toBeGreaterThan(0);
    const dangling = `SELECT FROM ${table} t WHERE NOT EXISTS (SELECT FROM ${target} g WHERE g.id = t.${column})`;
    expect(await countOf(county, dangling)).toBe(0);
  });
});

const ENTRIES = [
  'families.person_entry',
  'families.family_agreement',
  'families.exclusion',
  'episodes.assessment',
  'episodes.assessment_section',
  'episodes.need',
  'episodes.plan',
  'episodes.plan_action',
  'episodes.activity',
  'episodes.taf_meeting',
  'episodes.level_transition',
  'episodes.case_note',
  'episodes.referral',
  'episodes.document',
];

describe('every entry names an author of its agency, and was made in the past', () => {
  test.each(ENTRIES)('%s', async (table) => {
    expect(await countOf(county, `SELECT FROM ${table}`)).toBeGreaterThan(0);
    const astray = `SELECT FROM ${table} t WHERE t.recorded_at > $1::timestamptz
      OR NOT EXISTS (SELECT FROM access.account a WHERE a.id = t.recorded_by AND a.agency_id = t.agency_id)`;
    expect(await countOf(county, astray, [now.toISOString()])).toBe(0);
  });
});

const PROJECTIONS: readonly (readonly [string, string, string])[] = [
  ['episodes.episode', 'access.episode', 'id, family_id, status'],
  ['episodes.episode_person', 'access.episode_person', 'episode_id, person_id'],
  [
    'families.family_agreement',
    'access.family_agreement',
    'id, episode_id, state, basis_when_no_agreement, signed_at, withdrawn_at',
  ],
  [
    'families.household_member',
    'access.household_person',
    'household_id, person_id, started_on, ended_on',
  ],
  ['families.disclosure_limit', 'access.disclosure_limit', 'id, person_id, level, set_at'],
  [
    '(SELECT *, excluded_agency_id AS of_agency FROM families.exclusion)',
    '(SELECT *, agency_id AS of_agency FROM access.exclusion)',
    'id, episode_id, of_agency, scope, coordinates, person_id, starts_at, ends_at',
  ],
];

describe('what access decides from is what the subgraphs hold', () => {
  test.each(PROJECTIONS)('%s and %s', async (home, projected, columns) => {
    const differing = (one: string, other: string): string =>
      `SELECT ${columns} FROM ${one} a EXCEPT SELECT ${columns} FROM ${other} b`;
    expect(await countOf(county, `SELECT FROM ${home} h`)).toBeGreaterThan(0);
    expect(await countOf(county, differing(home, projected))).toBe(0);
    expect(await countOf(county, differing(projected, home))).toBe(0);
  });
});

test('a bulk account holds about twenty grants and every role it is granted', async () => {
  const bulk = `FROM access.access_grant g JOIN access.account a ON a.id = g.account_id WHERE a.subject LIKE 'bulk-%'`;
  const average = Number(
    await value<string>(
      county,
      `SELECT count(*)::numeric / count(DISTINCT g.account_id) AS average ${bulk}`,
    ),
  );
  expect(average).toBeGreaterThan(14);
  expect(average).toBeLessThan(30);
  const unheld = `SELECT ${bulk} AND NOT EXISTS (SELECT FROM access.role_holding h WHERE h.account_id = g.account_id AND h.role = g.role)`;
  expect(await countOf(county, unheld)).toBe(0);
});

test('every status of an episode occurs', async () => {
  expect(await countOf(county, 'SELECT DISTINCT status FROM episodes.episode')).toBe(12);
});

test('the development provider may speak for every agency, wherever it moves', async () => {
  await registerDevelopmentIssuer(county, { url: 'http://localhost:4000/identity' });
  await registerDevelopmentIssuer(county, { url: 'http://localhost:4001/identity' });
  const issuers = await county.run({ text: 'SELECT * FROM access.issuer', values: [] });
  expect(issuers).toEqual([
    {
      id: 'development',
      url: 'http://localhost:4001/identity',
      profile: 'RFC9068',
      audience: 'https://postern.example/api',
      jwks_uri: 'http://localhost:4001/identity/jwks',
      algorithms: ['ES256'],
    },
  ]);
  const silenced =
    'SELECT FROM access.agency a WHERE NOT EXISTS (SELECT FROM access.issuer_agency i WHERE i.agency_id = a.id)';
  expect(await countOf(county, silenced)).toBe(0);
});
