import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';

const { tom, grace, niamh, callum } = cast.practitioners;
const { okafor } = cast.families;
const reference = okafor.episodes.current.reference;

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

async function withholdFromTom(coordinate: string): Promise<void> {
  await database.owner.run({
    text: `INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at)
      SELECT gen_random_uuid(), $1, agency_id, 'DETAILS', ARRAY[$2], NULL, $3 FROM access.account WHERE id = $4`,
    values: [okafor.episodes.current.id, coordinate, COUNTY_NOW.toISOString(), tom.id],
  });
}

test('a detail withheld in one episode leaves the caseload in its order', async () => {
  const caseload = '{ episodes(first: 50) { edges { node { reference openedOn } } } }';
  const before = await gate.ask(tom, caseload);
  expect(before.body.data.episodes.edges.length).toBeGreaterThan(3);
  await withholdFromTom('Person.healthConditions');
  expect((await gate.ask(tom, caseload)).text).toBe(before.text);
});

test('an address that the family withholds is not in the line made of it either', async () => {
  const home = `{ episode(reference: "${reference}") { family { address households { addresses { postcode } } } } }`;
  const before = await gate.ask(tom, home);
  expect(before.body.data.episode.family.address).toEqual(expect.any(String));
  await withholdFromTom('Address.postcode');
  const { family } = (await gate.ask(tom, home)).body.data.episode;
  expect(family.address).toBeNull();
  for (const { addresses } of family.households)
    for (const { postcode } of addresses) expect(postcode).toBeNull();
});

test('whoever now works for an agency that the family excluded is off the team, whatever the register still says', async () => {
  const team = `{ episode(reference: "${reference}") { team { id } } }`;
  const idsOf = async (): Promise<readonly string[]> =>
    (await gate.ask(tom, team)).body.data.episode.team.map(({ id }: { id: string }) => id);
  expect(await idsOf()).toContain(niamh.id);
  const move = (agency: string): Promise<void> =>
    database.owner.script(
      `UPDATE access.account SET agency_id = '${agency}' WHERE id = '${niamh.id}'`,
    );
  await move(callum.agency.id);
  const after = await idsOf();
  expect(after).not.toContain(niamh.id);
  expect(after).toContain(tom.id);
  await move(niamh.agency.id);
});

test('persons given out by their id alone are on the ledger', async () => {
  let given: readonly string[] = [];
  const rows = await recordedBy(database.owner, async () => {
    const asked = `{ episode(reference: "${reference}") { needs { concerns { id } } } }`;
    const { needs } = (await gate.ask(grace, asked)).body.data.episode;
    given = needs.flatMap(({ concerns }: { concerns: { id: string }[] }) =>
      concerns.map(({ id }) => id),
    );
  });
  expect(given).not.toEqual([]);
  expect(rows.map(({ persons }) => persons.toSorted())).toEqual([[...new Set(given)].sort()]);
});

test('what is literally left out asks nothing of anyone', async () => {
  const left = await gate.ask(grace, '{ __typename me @skip(if: true) { id } }');
  expect([left.status, left.body.data]).toEqual([200, { __typename: 'Query' }]);
});

test('a null for a variable with a default is refused by its name', async () => {
  const asked = `query($r: String = "${reference}") { episode(reference: $r) { id } }`;
  const { status, body } = await gate.ask(grace, asked, { variables: { r: null } });
  expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'ARGUMENT_INVALID']);
  expect(body.errors?.[0]?.extensions['argument']).toBe('$r');
});
