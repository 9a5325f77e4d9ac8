import { isRefusal } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { canonical } from '../oracle/canonical.ts';
import { ExpectedAnswer } from '../oracle/expected-answer.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { OWN_TYPES, recordModel } from '../oracle/record-model.ts';
import { printed, wholeSelection } from '../oracle/whole-selection.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';

const { niamh } = cast.practitioners;
const { okafor } = cast.families;
const PURPOSE: Purpose = 'COORDINATE_SUPPORT';
const now = `'${COUNTY_NOW.toISOString()}'`;
const episodeId = okafor.episodes.current.id;
const personId = okafor.persons.chidi.id;
const own = `account_id = '${niamh.id}' AND episode_id = '${episodeId}'`;
const exclusion = (scope: string, coordinates: string, person: string): string =>
  `INSERT INTO access.exclusion VALUES ('00000000-0000-4000-8000-000000000001', '${episodeId}', '${niamh.agency.id}', '${scope}', '${coordinates}', ${person}, ${now}, NULL)`;
const lifted = `DELETE FROM access.exclusion WHERE id = '00000000-0000-4000-8000-000000000001'`;
const conflict = `INSERT INTO access.conflict_of_interest VALUES ('00000000-0000-4000-8000-000000000002', '${niamh.id}', '${okafor.id}', ${now}, NULL)`;

/** Each change and what takes it back; every one changes what Niamh is due, most of them what her statements are compiled for. */
const CHANGES: readonly (readonly [name: string, change: string, back: string])[] = [
  [
    'a justification is struck',
    `UPDATE access.justification SET state = 'STRUCK' WHERE ${own}`,
    `UPDATE access.justification SET state = 'LIVE' WHERE ${own}`,
  ],
  [
    'a justification comes to cover other classes',
    `UPDATE access.justification SET classes = '{RESTRICTED:HOUSING}' WHERE ${own}`,
    `UPDATE access.justification SET classes = '{SPECIAL_CATEGORY:HEALTH}' WHERE ${own}`,
  ],
  [
    'a justification comes to be about another person',
    `UPDATE access.justification SET person_id = '${okafor.persons.amara.id}' WHERE ${own}`,
    `UPDATE access.justification SET person_id = '${personId}' WHERE ${own}`,
  ],
  [
    'the family withholds a detail of one person',
    exclusion('DETAILS', '{Person.healthConditions}', `'${personId}'`),
    lifted,
  ],
  [
    'the family withholds details of the episode',
    exclusion('DETAILS', '{FamilyAgreement.signedAt,Person.dateOfBirth}', 'NULL'),
    lifted,
  ],
  ['the family keeps the agency out', exclusion('WHOLE_AGENCY', '{}', 'NULL'), lifted],
  [
    'a grant is revoked',
    `UPDATE access.access_grant SET revoked_at = ${now} WHERE ${own}`,
    `UPDATE access.access_grant SET revoked_at = NULL WHERE ${own}`,
  ],
  [
    'a conflict of interest is declared',
    conflict,
    `DELETE FROM access.conflict_of_interest WHERE id = '00000000-0000-4000-8000-000000000002'`,
  ],
  [
    'a role ends',
    `UPDATE access.role_holding SET ends_at = ${now} WHERE account_id = '${niamh.id}'`,
    `UPDATE access.role_holding SET ends_at = NULL WHERE account_id = '${niamh.id}'`,
  ],
];

/** Requests of one kind to one process, before the change is sent and again after. */
const AT_ONCE = 3;

let database: CountyDatabase;
let processes: readonly Subgraphs[];

beforeAll(async () => {
  database = await countyDatabase();
  await database.owner.script(
    `DELETE FROM access.justification WHERE account_id = '${niamh.id}' AND purpose <> '${PURPOSE}';
     UPDATE access.justification SET classes = '{SPECIAL_CATEGORY:HEALTH}' WHERE ${own}`,
  );
  processes = [0, 1].map(() =>
    subgraphsFor(database.address, new CountyClock(), { connections: 4 }),
  );
});

afterAll(async () => {
  for (const subgraphs of processes ?? []) await closeSubgraphs(subgraphs);
  await database?.drop();
});

type Kind = 'Family' | 'Person';
type Due = Readonly<Record<Kind, string>>;
const KINDS: readonly Kind[] = ['Family', 'Person'];
const ID: Readonly<Record<Kind, string>> = { Family: okafor.id, Person: personId };

/** One answer as text: the record, null, or the refusal. */
async function answer(subgraphs: Subgraphs, type: Kind): Promise<string> {
  const families = subgraphs.get('families');
  try {
    const result = await families?.execute({
      document: `query ($one: [_Any!]!) { _entities(representations: $one) { ... on ${type} ${printed(wholeSelection(families.typeDefs, type))} } }`,
      variables: { one: [{ __typename: type, id: ID[type] }] },
      context: contextOf(niamh, PURPOSE, COUNTY_NOW),
    });
    const [record] = (result?.data?.['_entities'] ?? []) as readonly unknown[];
    return JSON.stringify(canonical(record));
  } catch (refused) {
    if (isRefusal(refused)) return 'REFUSED';
    throw refused;
  }
}

/** What is due by the facts as they stand. */
async function due(): Promise<Due> {
  const county = await readCounty(database.owner, COUNTY_NOW);
  const request = { subject: niamh.subject, purpose: PURPOSE, now: COUNTY_NOW };
  const ownTypes = OWN_TYPES['families'] ?? new Set();
  const typeDefs = processes[0]?.get('families')?.typeDefs ?? '';
  const record = (type: Kind): string => {
    const expected = new ExpectedAnswer(county, request, { ownTypes });
    if (expected.oracle.refusal() !== null) return 'REFUSED';
    const [row] = county.rowsBy(recordModel(type).table, 'id', ID[type]);
    return JSON.stringify(
      canonical(expected.record(type, row ?? {}, wholeSelection(typeDefs, type))),
    );
  };
  return { Family: record('Family'), Person: record('Person') };
}

/** Runs a change among many requests; each answer must be the one due before it or the one due after it. */
async function raceWith(change: string, before: Due): Promise<Due> {
  const racing: Promise<readonly [Kind, string]>[] = [];
  const ask = (): void => {
    for (const subgraphs of processes)
      for (const type of KINDS)
        for (let index = 0; index < AT_ONCE; index += 1)
          racing.push(answer(subgraphs, type).then((given) => [type, given]));
  };
  ask();
  const changing = database.owner.script(change);
  ask();
  await changing;
  // These begin after the commit: only the later answer will do.
  const late = processes.flatMap((subgraphs) =>
    KINDS.map(async (type) => [type, await answer(subgraphs, type)] as const),
  );
  const after = await due();
  for (const [type, given] of await Promise.all(late)) expect(given).toBe(after[type]);
  for (const [type, given] of await Promise.all(racing))
    expect([before[type], after[type]]).toContain(given);
  return after;
}

test.each(CHANGES)(
  '%s while many ask: every answer is that of before or after',
  async (_, change, back) => {
    const before = await due();
    const changed = await raceWith(change, before);
    expect(changed).not.toEqual(before);
    expect(await raceWith(back, changed)).toEqual(before);
  },
);
