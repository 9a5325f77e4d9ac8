import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import type { Hiding } from './merged-persons.ts';
import { hiding, hidingFromOne, LIMITED, MergeCounty, opening, PAIRS } from './merged-persons.ts';

const { noor } = cast.familyAccounts;

let database: CountyDatabase;
let gate: Gate;
let county: MergeCounty;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  county = new MergeCounty(database, gate);
  await county.plants();
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

type Pair = (typeof PAIRS)[number];

/** What of one is not of the other. */
const beyond = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((told) => !other.has(told));

/** Whether what was told is something that a fact keeps, of either of the two, from whomever it names. */
function keptBy(fact: Hiding, pair: Pair, told: string): boolean {
  if (!('coordinates' in fact && 'from' in fact) || !told.startsWith(`${fact.from.subject} `))
    return false;
  return fact.coordinates.some((coordinate) => {
    const field = coordinate.slice('Person.'.length);
    return pair.some(({ id }) => told.includes(` ${id}.${field}=`));
  });
}

test('whatever is hidden, granted and limited: a merge shows nobody anything new, hides of both what is hidden of one, and is taken back without a trace', async () => {
  const before = await county.ids();
  let [hidden, shown] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(PAIRS.length - 1),
      fc.array(hiding, { maxLength: 6 }),
      fc.array(opening, { maxLength: 4 }),
      fc.array(hidingFromOne, { maxLength: 2 }),
      async (place, facts, openings, since) => {
        const pair = PAIRS[place] as Pair;
        const kept = (by: readonly Hiding[], told: ReadonlySet<string>): readonly string[] =>
          [...told].filter((each) => by.some((fact) => keptBy(fact, pair, each)));
        for (const each of openings) await county.opens(pair, each);
        for (const fact of facts) await county.hides(pair, fact);
        const [apart, ids] = [await county.seen(pair), await county.ids()];

        const merge = await county.merges(pair);
        const merged = await county.seen(pair);
        expect(beyond(merged, apart)).toEqual([]);
        expect(kept(facts, merged)).toEqual([]);
        hidden += apart.size - merged.size;
        shown += merged.size;
        await county.parts(merge);
        expect(await county.ids()).toEqual(ids);

        // What comes meanwhile hides of both, and goes on once they are parted.
        const again = await county.merges(pair);
        for (const fact of since) await county.hides(pair, fact);
        const later = await county.seen(pair);
        expect(beyond(later, merged)).toEqual([]);
        expect(kept([...facts, ...since], later)).toEqual([]);
        await county.parts(again);
        const parted = await county.seen(pair);
        expect(beyond(parted, apart)).toEqual([]);
        expect(kept(since, parted)).toEqual([]);
        await county.restores(before);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
  expect(hidden).toBeGreaterThan(0);
  expect(shown).toBeGreaterThan(500);
}, 120_000);

test('of two young persons taken for one the stricter limit holds on both records, whatever is said later on the other', async () => {
  const before = await county.ids();
  const [, opened] = LIMITED;
  const ofOpened = async (): Promise<readonly string[]> =>
    [...(await county.seen(LIMITED))]
      .filter(
        (told) =>
          told.includes(` ${opened.id}.dateOfBirth=`) || told.includes(`Held of ${opened.id}`),
      )
      .filter((told) => told.startsWith(`${noor.subject} `));
  const apart = await ofOpened();
  expect(apart.some((told) => told.includes('Held of'))).toBe(true);
  const merge = await county.merges(LIMITED);
  const merged = await ofOpened();
  expect(merged.filter((told) => told.includes('Held of'))).toEqual([]);
  await county.hides(LIMITED, { kind: 'LIMIT', of: 1, level: 'OPEN_TO_PARENTS' });
  expect(await ofOpened()).toEqual(merged);
  await county.parts(merge);
  expect(await ofOpened()).toEqual(apart);
  await county.restores(before);
}, 60_000);
