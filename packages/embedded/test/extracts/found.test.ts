import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import type { Planted } from './cohort.ts';
import { mostlyAlike, plant } from './cohort.ts';
import type { Asked } from './making.ts';
import { agreementOn, makes } from './making.ts';

const { gideon, dorothea } = cast.practitioners;
const YEAR = 1602;
const BEFORE = '2026-06-01T00:00:00Z';
const AFTER = '2026-06-20T00:00:00Z';

let database: CountyDatabase;
let owner: Connection;
let partners: Connection;
let families: Connection;
/** A family of the cohort, and somebody of it. */
let family: Planted;
let member: string;
beforeAll(async () => {
  database = await countyDatabase();
  owner = database.owner;
  partners = connect(database.address, 'partners', { max: 1 });
  families = connect(database.address, 'families', { max: 1 });
  const persons = [{ years: 7, sex: 'FEMALE' }];
  const all = await plant(
    owner,
    mostlyAlike.map((drawn) => ({ ...drawn, persons })),
    YEAR,
  );
  const [, , , , first] = all;
  if (first?.members[0] === undefined) throw new Error('somebody is planted');
  family = first;
  [member] = first.members as [string];
});
afterAll(async () => {
  await Promise.all([partners?.close(), families?.close()]);
  await database?.drop();
});
beforeEach(() =>
  owner.script(`TRUNCATE partners.extract, extracts.line, extracts.key;
    DELETE FROM families.person_merge WHERE evidence = 'The same.'`),
);

async function extract(unit: Asked['unit']): Promise<string> {
  const asked: Asked = { unit, fields: ['END_REASON'], smallest: 10, year: YEAR };
  const { id, lines } = await makes(partners, await agreementOn(owner, asked), asked, 'ROWS');
  expect(lines).toBeGreaterThan(50);
  return id;
}

/** Whether somebody is in an extract, as the officer who answers them is told. */
async function isIn(made: string, person: string): Promise<boolean | null | undefined> {
  const rows = await families.run<{ madeId: string; isIn: boolean | null }>({
    text: 'SELECT made_id AS "madeId", is_in AS "isIn" FROM access.extracts_of_person($1)',
    values: [person],
  });
  return rows.find(({ madeId }) => madeId === made)?.isIn;
}

async function somebody(): Promise<string> {
  const id = crypto.randomUUID();
  await run(`INSERT INTO families.person (id, given_name) VALUES ($1, 'Somebody')`, id);
  return id;
}

async function run(text: string, ...values: readonly unknown[]): Promise<void> {
  await owner.run({ text, values: [...values] });
}

async function merged(kept: string, other: string, at = BEFORE): Promise<string> {
  const id = crypto.randomUUID();
  await run(
    `INSERT INTO families.person_merge (id, kept_id, merged_id, state, evidence, proposed_by, proposed_at, decided_by, decided_at)
      VALUES ($1, $2, $3, 'MERGED', 'The same.', $4, $6, $5, $6)`,
    ...[id, kept, other, gideon.id, dorothea.id, at],
  );
  return id;
}

async function parted(merge: string, at: string): Promise<void> {
  await run(`UPDATE families.person_merge SET state = 'UNMERGED' WHERE id = $1`, merge);
  await run(
    `INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, at, reason, details)
      VALUES ('PERSON_MERGE', $1, 'UNMERGE', 'MERGED', 'UNMERGED', 'AGENCY', $2, 'Two.', '{}')`,
    ...[merge, at],
  );
}

test.each(['PERSON', 'FAMILY'] as const)(
  'by any record of theirs somebody is found in lines of each %s',
  async (unit) => {
    const [kept, another, stranger] = [await somebody(), await somebody(), await somebody()];
    const made = await extract(unit);
    expect(await isIn(made, member)).toBe(true);
    for (const who of [kept, another]) expect(await isIn(made, who)).toBe(false);
    await merged(kept, member, AFTER);
    await merged(kept, another, AFTER);
    for (const who of [member, kept, another]) expect(await isIn(made, who)).toBe(true);
    expect(await isIn(made, stranger)).toBe(false);
  },
);

test('of records taken for one person when it was made, each is found in it after they were parted', async () => {
  const other = await somebody();
  const merge = await merged(member, other);
  const made = await extract('PERSON');
  await parted(merge, AFTER);
  expect(await isIn(made, other)).toBe(true);
});

test('of records that were parted before it was made, only the one that is in it is found', async () => {
  const other = await somebody();
  await parted(await merged(member, other), '2026-06-05T00:00:00Z');
  const made = await extract('PERSON');
  expect(await isIn(made, member)).toBe(true);
  expect(await isIn(made, other)).toBe(false);
});

test('whoever was of a family, by its household or an episode of it, is found in lines of families', async () => {
  const [lived, concerned] = [await somebody(), await somebody()];
  await run(
    `INSERT INTO families.household_member (household_id, person_id, started_on, ended_on) VALUES ($1, $2, '1601-01-01', '1603-01-01')`,
    ...[family.family, lived],
  );
  await run(
    'INSERT INTO episodes.episode_person (episode_id, person_id) SELECT id, $2 FROM episodes.episode WHERE family_id = $1',
    ...[family.family, concerned],
  );
  await run('DELETE FROM episodes.episode_person WHERE person_id = $1', concerned);
  const made = await extract('FAMILY');
  for (const who of [lived, concerned]) expect(await isIn(made, who)).toBe(true);
});
