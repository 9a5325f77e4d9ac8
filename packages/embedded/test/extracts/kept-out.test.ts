import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import type { Planted } from './cohort.ts';
import { mostlyAlike, plant } from './cohort.ts';

const { tom, gideon, dorothea } = cast.practitioners;

let database: CountyDatabase;
let owner: Connection;
beforeAll(async () => {
  database = await countyDatabase();
  owner = database.owner;
});
afterAll(() => database?.drop());

/** A cohort after another has a year of its own. */
let year = 1702;

/** Of whom an extract of the cohort can be, by family. */
async function population(unit: 'FAMILY' | 'PERSON'): Promise<ReadonlySet<string>> {
  const rows = await owner.run<{ family: string }>({
    text: 'SELECT family FROM extracts.population($1, make_date($2, 1, 1), make_date($2 + 1, 12, 31), false)',
    values: [unit, year],
  });
  return new Set(rows.map(({ family }) => family));
}

/** Somebody whom no episode of a family concerns now. */
async function somebody(): Promise<string> {
  const id = crypto.randomUUID();
  await run(
    `INSERT INTO families.person (id, given_name, date_of_birth, sex) VALUES ($1, 'Somebody', '1690-01-01', 'FEMALE')`,
    id,
  );
  return id;
}

async function run(text: string, ...values: readonly unknown[]): Promise<void> {
  await owner.run({ text, values: [...values] });
}

/** Another episode of a family, long before, that concerns somebody. */
async function earlierEpisode(family: string, person: string): Promise<string> {
  const id = crypto.randomUUID();
  await run(
    `INSERT INTO episodes.episode (id, reference, family_id, status, level_of_need, opened_on, closed_on, allocated_agency_id)
      VALUES ($1::uuid, 'EH-' || $1::uuid, $2, 'CLOSED', 2, '1695-01-01', '1695-02-01', $3)`,
    ...[id, family, tom.agency.id],
  );
  await run(
    'INSERT INTO episodes.episode_person (episode_id, person_id) VALUES ($1, $2)',
    id,
    person,
  );
  return id;
}

/** How somebody is, or once was, of a family. */
const OF_IT: Readonly<Record<string, (family: Planted, person: string) => Promise<void>>> = {
  'whom an earlier episode concerns': async ({ family }, person) => {
    await earlierEpisode(family, person);
  },
  'whom an earlier episode concerned once': async ({ family }, person) => {
    const episode = await earlierEpisode(family, person);
    await run('DELETE FROM episodes.episode_person WHERE episode_id = $1', episode);
  },
  'who was a member once': ({ family }, person) =>
    run(
      `INSERT INTO families.family_member (family_id, person_id, relationship, started_on, ended_on) VALUES ($1, $2, 'OTHER', '1690-01-01', '1691-01-01')`,
      ...[family, person],
    ),
  'who lived there once': ({ family }, person) =>
    run(
      `INSERT INTO families.household_member (household_id, person_id, started_on, ended_on) VALUES ($1, $2, '1690-01-01', '1691-01-01')`,
      ...[family, person],
    ),
  'another record of whom was of it': async (planted, person) => {
    const other = await somebody();
    await OF_IT['whom an earlier episode concerned once']?.(planted, other);
    await run(
      `INSERT INTO families.person_merge (id, kept_id, merged_id, state, evidence, proposed_by, proposed_at, decided_by, decided_at)
        VALUES (gen_random_uuid(), $1, $2, 'MERGED', 'The same.', $3, now(), $4, now())`,
      ...[person, other, gideon.id, dorothea.id],
    );
  },
};

/** Why somebody is in none. */
const ASKED: Readonly<Record<string, (person: string) => Promise<void>>> = {
  'asked that their data be used no further': (person) =>
    run(
      `INSERT INTO access.processing_restriction (id, person_id, coordinates, starts_at) VALUES (gen_random_uuid(), $1, '{Person.sex}', '1700-01-01')`,
      person,
    ),
  'is protected from somebody': (person) =>
    run(
      `INSERT INTO access.restriction (id, protected_person_id, family_id, coordinates, hidden_from_agency_id, starts_at)
        VALUES (gen_random_uuid(), $1, gen_random_uuid(), '{Person.givenName}', $2, '1700-01-01')`,
      ...[person, tom.agency.id],
    ),
};

const CASES = Object.keys(OF_IT).flatMap((how) =>
  Object.keys(ASKED).map((why): [string, string] => [how, why]),
);

test.each(CASES)('a family is in no extract where somebody %s %s', async (how, why) => {
  year += 3;
  const one = mostlyAlike.slice(0, 2).map((drawn) => ({
    ...{ ...drawn, persons: [{ years: 7, sex: 'FEMALE' }] },
  }));
  const [family, other] = await plant(owner, one, year);
  if (family === undefined || other === undefined) throw new Error('two are planted');
  const person = await somebody();
  await OF_IT[how]?.(family, person);
  const both = new Set([family.family, other.family]);
  for (const unit of ['FAMILY', 'PERSON'] as const) expect(await population(unit)).toEqual(both);
  await ASKED[why]?.(person);
  for (const unit of ['FAMILY', 'PERSON'] as const)
    expect(await population(unit)).toEqual(new Set([other.family]));
});
