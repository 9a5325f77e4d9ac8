import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { recordedBy } from './ledger-rows.ts';

const { tom } = cast.practitioners;
const { okafor } = cast.families;
const { current } = okafor.episodes;
const { chidi, ada } = okafor.persons;
const OTHER_ROLE = '00000000-0000-4000-8000-000000000612';
const NARROW = '00000000-0000-4000-8000-000000000611';

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  // Beside the grant of the lead, one in the same role that names a child.
  await database.owner.script(
    `INSERT INTO access.access_grant SELECT (r).* FROM (
       SELECT jsonb_populate_record(g, jsonb_build_object('id', '${NARROW}', 'persons', ARRAY['${chidi.id}'])) AS r
       FROM access.access_grant g WHERE g.id = '${current.grants.tom}') copy`,
  );
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

async function grantsBehind(query: string): Promise<readonly string[]> {
  const [row] = await recordedBy(database.owner, async () => {
    const { body } = await gate.ask(tom, query, { purpose: 'COORDINATE_SUPPORT' });
    expect(body.errors).toBeUndefined();
  });
  return row?.grants.toSorted() ?? [];
}

const ofEpisode = (selection: string): string =>
  `{ episode(reference: "${current.reference}") { ${selection} } }`;
const WIDE = [current.grants.tom];
const BOTH = [NARROW, current.grants.tom].toSorted();

test('a grant that names persons is not behind what is said of the whole family', async () => {
  expect(await grantsBehind(ofEpisode('reason'))).toEqual(WIDE);
  expect(await grantsBehind(ofEpisode('reference'))).toEqual(BOTH);
  expect(await grantsBehind(ofEpisode('reference reason'))).toEqual(BOTH);
});

test('nor behind the rows of others', async () => {
  const query = '{ justifications(first: 100) { edges { node { state } } } }';
  expect(await grantsBehind(query)).toEqual(expect.arrayContaining(BOTH));
  await database.owner.script(
    `UPDATE access.justification SET person_id = '${ada.id}' WHERE person_id = '${chidi.id}'`,
  );
  const ofOthers = await grantsBehind(query);
  expect(ofOthers).toEqual(expect.arrayContaining(WIDE));
  expect(ofOthers).not.toContain(NARROW);
});

test('a grant in another role is behind what that role reads, and behind nothing that the first alone reads', async () => {
  await database.owner.script(
    `INSERT INTO access.access_grant SELECT (r).* FROM (
       SELECT jsonb_populate_record(g, jsonb_build_object('id', '${OTHER_ROLE}', 'role', 'TAF_MEMBER')) AS r
       FROM access.access_grant g WHERE g.id = '${current.grants.tom}') copy;
     INSERT INTO access.role_holding SELECT (r).* FROM (
       SELECT jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'role', 'TAF_MEMBER')) AS r
       FROM access.role_holding h WHERE h.account_id = '${tom.id}' AND h.role = 'LEAD_PROFESSIONAL') copy`,
  );
  try {
    expect(await grantsBehind(ofEpisode('reference'))).toContain(OTHER_ROLE);
    const query = '{ justifications(first: 100) { edges { node { state } } } }';
    const ofLead = await grantsBehind(query);
    expect(ofLead).toEqual(expect.arrayContaining(WIDE));
    expect(ofLead).not.toContain(OTHER_ROLE);
  } finally {
    await database.owner.script(
      `DELETE FROM access.access_grant WHERE id = '${OTHER_ROLE}';
       DELETE FROM access.role_holding WHERE account_id = '${tom.id}' AND role = 'TAF_MEMBER'`,
    );
  }
});
