import { cast } from '@postern/sample-county';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';

const { tom } = cast.practitioners;
const { okafor, quantock } = cast.families;
const { id: episodeId, reference } = okafor.episodes.current;
const referred = quantock.episodes.current.id;

let database: CountyDatabase;
let gate: Gate;

beforeEach(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterEach(async () => {
  await gate?.close();
  await database?.drop();
});

/** The family hides a detail from Tom's agency; of one person where one is named. */
async function hideFromTom(
  coordinate: string,
  { personId = null, of = episodeId }: { personId?: string | null; of?: string } = {},
): Promise<void> {
  await database.owner.run({
    text: `INSERT INTO access.exclusion (id, episode_id, agency_id, scope, coordinates, person_id, starts_at)
      SELECT gen_random_uuid(), $1, agency_id, 'DETAILS', ARRAY[$2], $3::uuid, $4 FROM access.account WHERE id = $5`,
    values: [of, coordinate, personId, COUNTY_NOW.toISOString(), tom.id],
  });
}

/** A safety restriction that protects a person from Tom's agency. */
async function restrictFromTom(coordinates: readonly string[], personId: string): Promise<void> {
  await database.owner.run({
    text: `INSERT INTO access.restriction (id, protected_person_id, family_id, item_id, coordinates, hidden_from_agency_id, hidden_from_person_id, starts_at, ends_at)
      SELECT gen_random_uuid(), $1, $2, NULL, $3::text[], agency_id, NULL, $4, NULL FROM access.account WHERE id = $5`,
    values: [personId, okafor.id, coordinates, COUNTY_NOW.toISOString(), tom.id],
  });
}

async function answer(fields: string): Promise<string> {
  const { text } = await gate.ask(tom, `{ episode(reference: "${reference}") { ${fields} } }`);
  return text;
}

/** Every value of the county's own in an answer. */
async function valuesOf(sql: string): Promise<readonly string[]> {
  const rows = await database.owner.run<{ value: string }>({ text: sql, values: [] });
  const values = rows.map(({ value }) => value).filter((value) => value !== null);
  expect(values).not.toEqual([]);
  return values;
}

const HOME = 'family { address households { addresses { line town postcode uprn } } }';
const LINES = `SELECT line AS value FROM families.household_address WHERE family_id = '${okafor.id}'
  UNION ALL SELECT postcode FROM families.household_address WHERE family_id = '${okafor.id}'`;
const adult = okafor.persons.ngozi;

describe('[SHR-3.4.4c denied] a detail that the family hides', () => {
  test('as a whole cannot be put together from its parts', async () => {
    const parts = await valuesOf(LINES);
    const before = await answer(HOME);
    expect(parts.some((part) => before.includes(part))).toBe(true);
    await hideFromTom('Family.address');
    const after = await answer(HOME);
    for (const part of parts) expect(after).not.toContain(part);
  });

  test('hides what is made of it', async () => {
    const ages = 'family { members { dateOfBirth age ageBand birthYear } }';
    expect(await answer(ages)).toMatch(/"age":\d/);
    await hideFromTom('Person.dateOfBirth');
    expect(await answer(ages)).not.toMatch(/"(age|ageBand|birthYear|dateOfBirth)":[^n]/);
  });

  test('in its one list is not in another', async () => {
    const list = '{ referrals(first: 50) { edges { node { id reasons } } } }';
    const [reasons] = await valuesOf(
      `SELECT reasons AS value FROM episodes.referral WHERE episode_id = '${referred}'`,
    );
    expect((await gate.ask(tom, list)).text).toContain(reasons);
    await hideFromTom('Episode.referrals', { of: referred });
    expect((await gate.ask(tom, list)).text).not.toContain(reasons);
  });

  test('of one person is hidden where a record names nobody', async () => {
    const parts = await valuesOf(LINES);
    await hideFromTom('Family.address', { personId: adult.id });
    const after = await answer(HOME);
    for (const part of parts) expect(after).not.toContain(part);
  });

  test('of one person is hidden in entries about them that outlast their part in the episode', async () => {
    const [text] = await valuesOf(
      `SELECT description AS value FROM episodes.need WHERE episode_id = '${episodeId}' AND concerns @> ARRAY['${adult.id}']::uuid[]`,
    );
    expect(await answer('needs { description }')).toContain(text);
    await database.owner.script(
      `DELETE FROM episodes.episode_person WHERE episode_id = '${episodeId}' AND person_id = '${adult.id}'`,
    );
    await hideFromTom('Need.description', { personId: adult.id });
    expect(await answer('needs { description }')).not.toContain(text);
  });
});

test('a safety restriction that names no item hides every address of the family', async () => {
  const parts = await valuesOf(LINES);
  await restrictFromTom(['Address.line', 'Address.postcode'], adult.id);
  const after = await answer(HOME);
  for (const part of parts) expect(after).not.toContain(part);
});
