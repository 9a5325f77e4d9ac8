import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import type { Added, Hiding } from './merged-persons.ts';
import { hiding, hidingFromOne, LIMITED, MergeCounty, opening, PAIRS } from './merged-persons.ts';

const { noor } = cast.familyAccounts;

const WITHHELD = {
  kind: 'WITHHELD',
  of: 1,
  from: cast.practitioners.tom,
  everybody: true,
} as const;

const PROCESSING: Hiding = {
  kind: 'PROCESSING',
  of: 1,
  coordinates: ['Person.givenName', 'Person.contactDetails', 'Person.attendance'],
};

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
        const said: Added[] = [];
        for (const fact of since) said.push(await county.hides(pair, fact));
        const later = await county.seen(pair);
        expect(beyond(later, merged)).toEqual([]);
        expect(kept([...facts, ...since], later)).toEqual([]);
        await county.parts(again);
        const parted = await county.seen(pair);
        expect(beyond(parted, apart)).toEqual([]);
        expect(kept(since, parted)).toEqual([]);

        // Until it is lifted where it was said: then of neither any more.
        for (const each of said) await county.ends(each);
        expect(await county.seen(pair)).toEqual(apart);
        await county.restores(before);
      },
    ),
    // First what hides whole persons, and what hides something that was seen: of anything drawn it may be that nobody saw it.
    {
      numRuns: 6,
      endOnFailure: true,
      examples: [
        [0, [WITHHELD], [], [WITHHELD]],
        [3, [PROCESSING], [], []],
      ],
    },
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

const [[one, other], [third]] = [PAIRS[0] as Pair, PAIRS[1] as Pair];

/** Of whom something is withheld now. */
async function withheld(): Promise<readonly string[]> {
  const rows = await database.owner.run<{ person: string }>({
    text: `SELECT person_id AS person FROM access.withheld_person WHERE starts_at = '2026-06-01T00:00:00Z' AND ends_at IS NULL`,
    values: [],
  });
  return rows.map(({ person }) => person).sort();
}
const those = (...persons: readonly { readonly id: string }[]): readonly string[] =>
  persons.map(({ id }) => id).sort();

test('what hid of a third meanwhile is no fact of theirs: it is carried no further, and ends where it was said', async () => {
  const before = await county.ids();
  const first = await county.merges([one, other]);
  const second = await county.merges([one, third]);
  const said = await county.hides([one, other], WITHHELD);
  expect(await withheld()).toEqual(those(one, other, third));
  await county.parts(first);
  expect(await withheld()).toEqual(those(one, other, third));
  await county.parts(second);
  const later = await county.merges([one, LIMITED[1]]);
  expect(await withheld()).toEqual(those(one, other, third));
  await county.parts(later);
  await county.ends(said);
  expect(await withheld()).toEqual([]);
  // What is withheld again is, once they are two, of whom it is said.
  await database.owner.run({
    text: 'UPDATE access.withheld_person SET ends_at = NULL WHERE id = $1',
    values: [said.id],
  });
  expect(await withheld()).toEqual(those(other));
  const again = await county.merges([one, other]);
  expect(await withheld()).toEqual(those(one, other));
  await county.parts(again);
  expect(await withheld()).toEqual(those(other));
  await county.restores(before);
}, 60_000);

test('a record stands under one other, which stands under none, whoever says so', async () => {
  const before = await county.ids();
  const merge = await county.merges([one, other]);
  for (const chain of [
    [other, third],
    [third, one],
    [third, other],
  ] as const) {
    await expect(county.merges(chain)).rejects.toThrow();
    await database.owner.run({
      text: `DELETE FROM families.person_merge WHERE id <> $1 AND state = 'MERGED'`,
      values: [merge],
    });
  }
  await county.parts(merge);
  await county.restores(before);
});

/** Until somebody of this database waits for somebody else's lock. */
async function untilSomebodyWaits(): Promise<'waits'> {
  for (;;) {
    const waiting = await database.owner.run({
      text: `SELECT 1 AS waits FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      values: [],
    });
    if (waiting.length > 0) return 'waits';
  }
}

test('a merge and what comes to hide something at the same moment take turns: it hides of both, whichever is first', async () => {
  const before = await county.ids();
  for (const isMergeFirst of [true, false]) {
    const merge = crypto.randomUUID();
    const merges = (by: CountyDatabase['owner']) => county.merges([one, other], { by, id: merge });
    const hides = (by: CountyDatabase['owner']) => county.hides([one, other], WITHHELD, by);
    let second: Promise<unknown> | undefined;
    await database.owner.transaction(async (first) => {
      await (isMergeFirst ? merges : hides)(first);
      second = (isMergeFirst ? hides : merges)(database.owner).then(() => 'done');
      expect(await Promise.race([second, untilSomebodyWaits()])).toBe('waits');
    });
    await second;
    expect(await withheld()).toEqual(those(one, other));
    await county.parts(merge);
    await county.restores(before);
  }
});

test('parting waits for what comes to hide something at the same moment, and it for the parting', async () => {
  const before = await county.ids();
  for (const isPartingFirst of [true, false]) {
    const merge = await county.merges([one, other]);
    const parts = (by: CountyDatabase['owner']) => county.parts(merge, by);
    const hides = (by: CountyDatabase['owner']) => county.hides([one, other], WITHHELD, by);
    let second: Promise<unknown> | undefined;
    await database.owner.transaction(async (first) => {
      await (isPartingFirst ? parts : hides)(first);
      second = (isPartingFirst ? hides : parts)(database.owner).then(() => 'done');
      expect(await Promise.race([second, untilSomebodyWaits()])).toBe('waits');
    });
    await second;
    expect(await withheld()).toEqual(isPartingFirst ? those(other) : those(one, other));
    await county.restores(before);
  }
});

test('of two records of one person both have died, by whichever it was recorded, until they are parted or it is taken back', async () => {
  const before = await county.ids();
  const died = async ({ id }: { readonly id: string }, on: string | null): Promise<void> => {
    await database.owner.run({
      text: 'UPDATE families.person SET deceased_on = $2 WHERE id = $1',
      values: [id, on],
    });
  };
  const known = async (): Promise<unknown> =>
    database.owner.run<object>({
      text: 'SELECT person_id AS id, died_on::text AS on FROM access.deceased_person WHERE person_id IN ($1, $2) ORDER BY died_on, person_id = $1',
      values: [one.id, other.id],
    });
  const [ofOne, ofOther] = [
    { id: one.id, on: '2026-06-02' },
    { id: other.id, on: '2026-06-02' },
  ];
  await died(other, '2026-06-02');
  expect(await known()).toEqual([ofOther]);
  const merge = await county.merges([one, other]);
  expect(await known()).toEqual([ofOther, ofOne]);
  await died(other, null);
  expect(await known()).toEqual([]);
  await died(one, '2026-06-02');
  expect(await known()).toEqual([ofOther, ofOne]);
  await died(other, '2026-06-01');
  expect(await known()).toEqual([{ ...ofOther, on: '2026-06-01' }, ofOne]);
  await died(other, null);
  expect(await known()).toEqual([ofOther, ofOne]);
  await county.parts(merge);
  expect(await known()).toEqual([ofOne]);
  await died(one, null);
  expect(await known()).toEqual([]);
  await county.restores(before);
});
