import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { recordedBy } from './ledger-rows.ts';

const { callum, dorothea, gideon, prue, tom } = cast.practitioners;

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  await database.owner.script(`INSERT INTO partners.access_event
      (machine, subject_id, move, after, on_behalf_of, at, reason, details, account_id, agency_id, episode_id)
    SELECT 'GRANT', held.id, 'GRANT', 'GRANTED', 'AGENCY', held.starts_at, 'Reason', '{}', held.account_id, worker.agency_id, held.episode_id
    FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id;
    INSERT INTO partners.accuracy_issue (id, episode_id, coordinate, wrong, found_on, state, raised_by, raised_by_agency_id, raised_at, remind_at, due_at, answer)
    SELECT gen_random_uuid(), '${cast.families.okafor.episodes.current.id}', 'Person.dateOfBirth', 'The year.', '2026-06-01', 'CORRECTED',
      '${tom.id}', '${tom.agency.id}', '2026-06-01', '2026-06-02', '2026-06-03', 'It is 2014.'`);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

/** What the ledger holds of one page, and the episodes and families of the rows on it. */
async function read(
  who: Asking,
  [list, field]: readonly [list: string, field: string],
  purpose: Purpose,
): Promise<{ readonly row: LedgerRow | undefined; readonly ids: readonly string[] }> {
  let ids: readonly string[] = [];
  const [row, ...others] = await recordedBy(database.owner, async () => {
    const query = `{ ${list}(first: 100) { edges { node { id ${field} } } } }`;
    const { body, text } = await gate.ask(who, query, { purpose });
    expect(body.errors, text).toBeUndefined();
    ids = body.data[list].edges.map(({ node }: { node: { id: string } }) => node.id);
  });
  expect(others).toEqual([]);
  expect(ids.length).toBeGreaterThan(0);
  return { row, ids };
}

async function about(
  table: string,
  ids: readonly string[],
): Promise<{ readonly episodes: readonly string[]; readonly families: readonly string[] }> {
  const [found] = await database.owner.run<{ episodes: string[]; families: string[] }>({
    text: `SELECT array_agg(DISTINCT episode.id ORDER BY episode.id) AS episodes, array_agg(DISTINCT family_id ORDER BY family_id) AS families
      FROM ${table} told JOIN access.episode ON episode.id = told.episode_id WHERE told.id = ANY ($1::uuid[])`,
    values: [ids],
  });
  return found ?? { episodes: [], families: [] };
}

test.each([
  ['accessGrants', 'basis', 'access.access_grant', prue, 'ADMINISTRATION', false],
  ['accessEvents', 'move', 'partners.access_event', gideon, 'ADMINISTRATION', false],
  ['accessEvents', 'reason', 'partners.access_event', gideon, 'ADMINISTRATION', false],
  ['accessEvents', 'reason', 'partners.access_event', dorothea, 'ADMINISTRATION', true],
  ['justifications', 'state', 'access.justification', dorothea, 'ADMINISTRATION', false],
  ['justifications', 'relevance', 'access.justification', dorothea, 'ADMINISTRATION', true],
  [
    'informationRequests',
    'reasons',
    'partners.information_request',
    dorothea,
    'ADMINISTRATION',
    true,
  ],
] as const)(
  'what an office reads of %s by their %s is on the ledger as of their episodes, and as of the families where more is told than who works with them',
  async (list, field, table, who, purpose, tells) => {
    const { row, ids } = await read(who, [list, field], purpose);
    const { episodes, families } = await about(table, ids);
    expect(row?.account_id).toBe(who.id);
    expect(row?.episodes.toSorted()).toEqual(episodes.toSorted());
    expect(row?.families.toSorted()).toEqual(tells ? families.toSorted() : []);
    // That something was told of them is no field that was given.
    expect(row?.coordinates).not.toHaveProperty(['Episode.id']);
  },
);

test.each([
  [
    'informationRequests',
    'reasons',
    'partners.information_request',
    'asked_by',
    'asking_agency_id',
  ],
  ['accuracyIssues', 'answer', 'partners.accuracy_issue', 'raised_by', 'raised_by_agency_id'],
] as const)(
  'what others wrote in %s, by their %s, is on the ledger as told of the family, to whoever began it too',
  async (list, field, table, by, agency) => {
    const { current } = cast.families.okafor.episodes;
    await database.owner.run({
      text: `UPDATE ${table} SET ${by} = $1, ${agency} = $2, episode_id = $3`,
      values: [tom.id, tom.agency.id, current.id],
    });
    const { row, ids } = await read(tom, [list, field], 'COORDINATE_SUPPORT');
    const { episodes, families } = await about(table, ids);
    expect(row?.account_id).toBe(tom.id);
    expect(row?.episodes).toEqual(episodes);
    expect(row?.families).toEqual(families);
    const { row: bare } = await read(tom, [list, 'state'], 'COORDINATE_SUPPORT');
    expect(bare?.families).toEqual([]);
  },
);

describe('what a command or a question finds of a family', () => {
  const { current } = cast.families.okafor.episodes;
  const { ada } = cast.families.okafor.persons;
  const subject = `episode: "${current.id}", person: "${ada.id}", classes: ["SPECIAL_CATEGORY:HEALTH"], purpose: "COORDINATE_SUPPORT"`;

  test('why access cannot be given is on the ledger as told of the episode, though nothing was changed', async () => {
    const rows = await recordedBy(database.owner, async () => {
      const { body } = await gate.ask(
        prue,
        `mutation { grantAccess(practitioner: "${callum.id}", episode: "${current.id}", role: "TAF_MEMBER", workingRelationship: "Any", endsAt: "2026-09-01T00:00:00Z",
          reason: "Any", idempotencyKey: "beside") { ... on CommandRefusal { code findings { code } } } }`,
        { purpose: 'ADMINISTRATION' },
      );
      expect(body.data.grantAccess.code).toBe('GRANT_NOT_POSSIBLE');
    });
    expect(rows).toMatchObject([{ account_id: prue.id, episodes: [current.id], coordinates: {} }]);
  });

  test('what law holds of a person is on the ledger as told of them, to whoever sees the episode', async () => {
    const query = `{ prefillJustification(${subject}) { missing { part } } }`;
    const rows = await recordedBy(database.owner, async () => {
      const { body } = await gate.ask(tom, query, { purpose: 'COORDINATE_SUPPORT' });
      expect(body.data.prefillJustification).not.toBeNull();
    });
    expect(rows).toMatchObject([
      { account_id: tom.id, episodes: [current.id], persons: [ada.id], coordinates: {} },
    ]);
    const none = await recordedBy(database.owner, async () => {
      const { body } = await gate.ask(callum, query, { purpose: 'COORDINATE_SUPPORT' });
      expect(body.data.prefillJustification).toBeNull();
    });
    expect(none).toEqual([]);
  });
});

test('one’s own grants tell one of no episode that one does not see', async () => {
  await database.owner.script(
    `UPDATE access.access_grant SET revoked_at = '2026-06-01T00:00:00Z', revoked_cause = 'ERROR' WHERE account_id = '${tom.id}'`,
  );
  const { row } = await read(tom, ['accessGrants', 'state'], 'COORDINATE_SUPPORT');
  expect(row?.episodes).toEqual([]);
});
