import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import { SEEDED } from '../machines/walking.ts';
import type { Planted } from './cohort.ts';
import { cohort, KEPT_OUT, mostlyAlike, plant } from './cohort.ts';
import type { Asked, Form, Holder, Made } from './making.ts';
import {
  agreementOn,
  contentOf,
  JUSTICE,
  makes,
  pseudonymsIn,
  WORK_AND_PENSIONS,
} from './making.ts';

let database: CountyDatabase;
let service: Connection;
beforeAll(async () => {
  database = await countyDatabase();
  service = connect(database.address, 'partners', { max: 1 });
});
afterAll(async () => {
  await service?.close();
  await database?.drop();
});

const FAMILY = ['OPENED', 'LOCALITY', 'LEVEL_OF_NEED', 'LEAD_AGENCY_KIND', 'CHILDREN', 'CLOSED'];
const PERSON = ['OPENED', 'LOCALITY', 'LEVEL_OF_NEED', 'AGE_BAND', 'SEX'];
const OUTCOMES = ['END_REASON', 'NEEDS', 'NEEDS_MET'];

const asked: fc.Arbitrary<Omit<Asked, 'year'>> = fc
  .record({
    unit: fc.constantFrom<Asked['unit']>('FAMILY', 'PERSON'),
    smallest: fc.constantFrom(10, 10, 13),
  })
  .chain(({ unit, smallest }) =>
    fc
      .record({
        known: fc.subarray(unit === 'FAMILY' ? FAMILY : PERSON),
        outcomes: fc.subarray(OUTCOMES, { minLength: 1 }),
      })
      .map(({ known, outcomes }) => ({ unit, smallest, fields: [...known, ...outcomes] })),
  );

const OF_LEVELS: Omit<Asked, 'year'> = {
  ...{ unit: 'FAMILY', smallest: 10, fields: ['LEVEL_OF_NEED', 'END_REASON'] },
};

const UNSIGNED = { signed_on: null, signature_recorded_by: null };

/** A cohort after another has years of its own, before those of the county. */
let year = 1102;

/** Makes one under an agreement of its own; null where it cannot be made so that nobody stands out. */
async function made(of: Asked, form: Form, holder: Holder): Promise<Made | null> {
  const { owner } = database;
  const on = await agreementOn(owner, of, holder);
  const { id, lines } = await makes(service, on, of, form, holder);
  const content = await contentOf(owner, id);
  expect(content.lines).toHaveLength(lines);
  return lines === 0 ? null : content;
}

/** Every choice of some columns, the empty one too. */
function choices(columns: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = columns;
  if (first === undefined) return [[]];
  const others = choices(rest);
  return [...others, ...others.map((some) => [first, ...some])];
}

const alike = (line: readonly string[], columns: readonly number[]) =>
  JSON.stringify(columns.map((at) => line[at]));

/** Those of whom lines can be, by their pseudonym: the family of each. */
async function subjects(extract: Made, { unit }: Asked, planted: readonly Planted[]) {
  const pseudonym = await pseudonymsIn(database.owner, extract, unit);
  const all = planted.flatMap((each) =>
    (unit === 'FAMILY' ? [each.family] : each.members).map(
      (subject) => [pseudonym(subject), each] as const,
    ),
  );
  return new Map(all);
}

test('whatever a cohort is, nobody in an extract is like too few in anything known of them, and nobody kept out is in it', async () => {
  const seen = { made: 0, refused: 0, coarser: 0, leftOut: 0, keptOut: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(cohort, asked, async (drawn, wanted) => {
      year += 3;
      const of: Asked = { ...wanted, year };
      const planted = await plant(database.owner, drawn, year);
      const extract = await made(of, 'ROWS', JUSTICE);
      const statistics = await made(of, 'STATISTICS', WORK_AND_PENSIONS);
      expect(await held('extracts.subject')).toBe(0);
      if (extract === null) {
        seen.refused += 1;
        expect(statistics).toBeNull();
        return;
      }
      seen.made += 1;
      const by = await subjects(extract, of, planted);
      const families = extract.lines.map(([pseudonym = '']) => by.get(pseudonym));
      for (const family of families) expect(family?.keptOut).toBeNull();
      for (const { keptOut } of planted) if (keptOut !== null) seen.keptOut.add(keptOut);
      // Everybody who may be is in it, or among those of whom it says that they are too few.
      const possible = [...by.values()].filter(({ keptOut }) => keptOut === null).length;
      expect(extract.lines.length + extract.leftOut).toBe(possible);
      expect(extract.leftOut * 5).toBeLessThanOrEqual(possible);
      if (extract.leftOut > 0) seen.leftOut += 1;
      if (extract.lines.some((line) => line.includes('*'))) seen.coarser += 1;
      expectAlike(extract, families, of);
      expectOutcomes(extract, families, [...by.values()], of);
      expectCounted(statistics, extract, families, of);
    }),
    { numRuns: 60, endOnFailure: true, examples: [[mostlyAlike, OF_LEVELS]], ...SEEDED },
  );
  // What it is about was met.
  expect(seen.made).toBeGreaterThan(10);
  expect(seen.refused).toBeGreaterThan(3);
  expect(seen.coarser).toBeGreaterThan(3);
  expect(seen.leftOut).toBeGreaterThan(0);
  expect([...seen.keptOut].sort()).toEqual([...KEPT_OUT].sort());
});

/** In every choice of what is known, as many families as were agreed; among the alike in all of it, no outcome that is everybody’s. */
function expectAlike(extract: Made, families: readonly (Planted | undefined)[], of: Asked): void {
  const of1 = (columns: readonly number[]) =>
    Map.groupBy(extract.lines.keys(), (at) => alike(extract.lines[at] ?? [], columns)).values();
  const distinct = (at: readonly number[]) => new Set(at.map((each) => families[each]?.family));
  for (const columns of choices(extract.known))
    for (const group of of1(columns))
      expect(distinct(group).size).toBeGreaterThanOrEqual(of.smallest);
  for (const group of of1(extract.known))
    for (const outcome of extract.outcomes)
      expect(
        new Set(group.map((at) => extract.lines[at]?.[outcome])).size,
        extract.headings[outcome],
      ).toBeGreaterThan(1);
}

/** What became of each is as it was planted, and of those whom few share it with, another thing. */
function expectOutcomes(
  extract: Made,
  families: readonly (Planted | undefined)[],
  everybody: readonly Planted[],
  of: Asked,
): void {
  const possible = everybody.filter(({ keptOut }) => keptOut === null);
  for (const column of extract.outcomes) {
    const heading = extract.headings[column] ?? '';
    const sharing = Map.groupBy(possible, (each) => outcomeOf(each, heading));
    const isTold = (outcome: string) =>
      new Set(sharing.get(outcome)?.map(({ family }) => family)).size >= of.smallest;
    const expected = families.flatMap((family) => {
      if (family === undefined) return [];
      const outcome = outcomeOf(family, heading);
      return [isTold(outcome) ? outcome : 'OTHER'];
    });
    expect(extract.lines.map((line) => line[column])).toEqual(expected);
  }
}

function outcomeOf({ endReason, needs }: Planted, heading: string): string {
  if (heading === 'END_REASON') return endReason ?? 'NONE';
  if (needs.length === 0) return 'NONE';
  if (heading === 'NEEDS') return [...new Set(needs.map((each) => each.outcome))].sort().join('+');
  if (needs.every(({ isMet }) => isMet)) return 'ALL';
  return needs.some(({ isMet }) => isMet) ? 'SOME' : 'NOT_YET';
}

/** Statistics are the same lines, counted where families enough are alike in everything, to the nearest five. */
function expectCounted(
  statistics: Made | null,
  extract: Made,
  families: readonly (Planted | undefined)[],
  of: Asked,
): void {
  const columns = [...extract.known, ...extract.outcomes];
  const groups = Map.groupBy(extract.lines.keys(), (at) => alike(extract.lines[at] ?? [], columns));
  const counted = [...groups].flatMap(([cells, lines]) =>
    new Set(lines.map((at) => families[at]?.family)).size < of.smallest
      ? []
      : [[...JSON.parse(cells), String(Math.round(lines.length / 5) * 5)]],
  );
  const sorted = (lines: readonly (readonly string[])[]) => lines.map(String).toSorted();
  expect(sorted(statistics?.lines ?? [])).toEqual(sorted(counted));
}

async function held(table: string): Promise<number> {
  const [row] = await database.owner.run<{ rows: number }>({
    text: `SELECT count(*)::int AS rows FROM ${table}`,
    values: [],
  });
  return row?.rows ?? -1;
}

test('of two extracts of the same families no pseudonym is in both, nor do their lines follow each other', async () => {
  year += 3;
  const [drawn] = fc.sample(
    cohort.filter((each) => each.length > 60),
    { numRuns: 1, seed: 7 },
  );
  const planted = await plant(database.owner, drawn ?? [], year);
  const of: Asked = { unit: 'FAMILY', fields: ['NEEDS_MET'], smallest: 10, year };
  const [one, another] = [
    await made(of, 'ROWS', JUSTICE),
    await made(of, 'ROWS', WORK_AND_PENSIONS),
  ];
  if (one === null || another === null) throw new Error('neither is made');
  const order = async (extract: Made) => {
    const by = await subjects(extract, of, planted);
    return extract.lines.map(([pseudonym = '']) => by.get(pseudonym)?.family);
  };
  const [first, second] = [await order(one), await order(another)];
  expect(first.toSorted()).toEqual(second.toSorted());
  expect(first).not.toEqual(second);
  const pseudonyms = new Set(one.lines.map(([pseudonym]) => pseudonym));
  for (const [pseudonym] of another.lines) expect(pseudonyms).not.toContain(pseudonym);
});

test('no service reads lines, keys or those an extract is of, and none has one made that nothing covers', async () => {
  const refused = { logged: { sqlstate: '42501' } };
  for (const role of [
    'partners',
    'families',
    'episodes',
    'reporting',
    'reporting_builder',
  ] as const) {
    const connection = connect(database.address, role, { max: 1 });
    try {
      for (const text of [
        ...['key', 'line', 'subject', 'family_episode', 'basis'].map(
          (table) => `SELECT FROM extracts.${table}`,
        ),
        `SELECT * FROM extracts.population('FAMILY', '1900-01-01', '2026-12-31', true)`,
        ...(role === 'partners' ? [] : ['SELECT partners.make_extract(gen_random_uuid())']),
        ...(role === 'families' ? [] : ['SELECT access.extracts_of_person(gen_random_uuid())']),
      ])
        await expect(
          connection.run({ text, values: [] }),
          `${role}: ${text}`,
        ).rejects.toMatchObject(refused);
    } finally {
      await connection.close();
    }
  }
  const of: Asked = { unit: 'FAMILY', fields: ['NEEDS'], smallest: 10, year };
  const signed = await agreementOn(database.owner, of);
  for (const [agreement, asking] of [
    [await agreementOn(database.owner, of, JUSTICE, UNSIGNED), of],
    [await agreementOn(database.owner, of, { ...JUSTICE, analyst: crypto.randomUUID() }), of],
    [{ agreement_id: crypto.randomUUID() }, of],
    [signed, { ...of, fields: ['NEEDS', 'LOCALITY'] }],
    [signed, { ...of, smallest: 2 }],
  ] as const)
    await expect(makes(service, agreement, asking, 'ROWS')).rejects.toMatchObject(refused);
});
