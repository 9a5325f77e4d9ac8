import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { recordedBy } from './ledger-rows.ts';

const { niamh } = cast.practitioners;
const { current } = cast.families.okafor.episodes;
const ENTRIES = '00000000-0000-4000-8000-0000000000';

let database: CountyDatabase;
let gate: Gate;
let health: string;

beforeAll(async () => {
  database = await countyDatabase();
  await database.owner.script(
    `DELETE FROM access.justification WHERE account_id = '${niamh.id}' AND purpose <> 'COORDINATE_SUPPORT'`,
  );
  // Beside the one for health, a second for the same child and another class.
  await database.owner.script(
    `INSERT INTO access.justification SELECT (r).* FROM (
       SELECT jsonb_populate_record(j, jsonb_build_object('id', '${ENTRIES}01', 'classes', ARRAY['SPECIAL_CATEGORY:RELIGION'])) AS r
       FROM access.justification j WHERE account_id = '${niamh.id}' AND episode_id = '${current.id}' LIMIT 1) copy`,
  );
  const [own] = await database.owner.run<{ id: string }>({
    text: `SELECT id FROM access.justification WHERE account_id = $1 AND episode_id = $2 AND id <> $3`,
    values: [niamh.id, current.id, `${ENTRIES}01`],
  });
  health = own?.id ?? '';
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

async function reliedOn(fields: string): Promise<readonly string[]> {
  const [row] = await recordedBy(database.owner, async () => {
    const query = `{ episode(reference: "${current.reference}") { family { members { givenName ${fields} } } } }`;
    const { body } = await gate.ask(niamh, query, { purpose: 'COORDINATE_SUPPORT' });
    expect(body.data.episode.family.members.length).toBeGreaterThan(1);
  });
  return row?.justifications.toSorted() ?? [];
}

test('a justification is relied on for the fields of its own classes only', async () => {
  expect(await reliedOn('')).toEqual([]);
  expect(await reliedOn('healthConditions { name }')).toEqual([health]);
  expect(await reliedOn('religion')).toEqual([`${ENTRIES}01`]);
  expect(await reliedOn('religion healthConditions { name }')).toEqual(
    [health, `${ENTRIES}01`].toSorted(),
  );
  expect(await reliedOn('ethnicity convictions { offence }')).toEqual([]);
});

test('a justification for what the family withholds all the same opened nothing', async () => {
  await database.owner.run({
    text: `INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at)
      VALUES ($1, $2, $3, 'DETAILS', '{Person.healthConditions}', NULL, $4)`,
    values: [`${ENTRIES}02`, current.id, niamh.agency.id, COUNTY_NOW.toISOString()],
  });
  expect(await reliedOn('religion healthConditions { name }')).toEqual([`${ENTRIES}01`]);
});
