import type { Purpose } from '@postern/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asking } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { whatIsCounted, whatIsDirect } from './direct.ts';
import { recordsIn, valuesIn } from './known-values.ts';
import type { Root } from './schema-walk.ts';
import { askOf, ENTITY_TYPES, RECORDS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { HARD_CASES, openWays, purposeFor } from './ways.ts';

/** Lists that are asked without saying which. */
const LISTS = RECORDS.roots.filter(({ args }) =>
  args.every(({ type }) => !`${type}`.endsWith('!')),
);

let ways: Ways;
let county: RawCounty;
beforeAll(async () => {
  ways = await openWays();
  county = await readCounty(ways.database.owner, COUNTY_NOW);
});
afterAll(() => ways?.close());

/** What every edge of a root's records leads to, and every edge of those. */
function beyond({ type }: Root): readonly string[] {
  return RECORDS.edges(type).map((edge) => {
    const further = RECORDS.edges(edge.type).map(
      (next) => `${next.field} ${RECORDS.selection(next.type)}`,
    );
    return `${edge.field} ${RECORDS.selection(edge.type, ...further)}`;
  });
}

/** Asks for all of it, in as many queries as the limits make of it; each answer is held against what is direct just then. */
async function askAll(
  who: Asking,
  purpose: Purpose,
  root: Root,
  inner: readonly string[],
  holds: (answer: unknown) => void,
  before: () => Promise<void>,
): Promise<void> {
  const selection = `{ __typename id ${inner.join(' ')} }`;
  const query = `{ ${askOf(root, selection, root.isPage ? 'first: 30' : '')} }`;
  await before();
  const { body } = await ways.gate.ask(who, query, { purpose });
  const code = body.errors?.[0]?.extensions['code'];
  if (code === undefined) return holds(body.data);
  expect(code).toBeOneOf(['QUERY_TOO_COSTLY', 'GRAPHQL_PARSE_FAILED']);
  expect(inner.length).toBeGreaterThan(1);
  const half = Math.ceil(inner.length / 2);
  await askAll(who, purpose, root, inner.slice(0, half), holds, before);
  await askAll(who, purpose, root, inner.slice(half), holds, before);
}

const tally = { values: 0, blank: 0, callers: 0 };

test.each(HARD_CASES.map((who) => [who.name, who] as const))(
  'every edge from what %s may see leads to no more of a record than asking for it directly',
  async (_, who) => {
    const purpose = await purposeFor(ways.gate, who);
    tally.callers += 1;
    const known = await whatIsDirect(ways, county, who, purpose);
    for (const root of LISTS) {
      const some = await ways.gate.ask(
        who,
        `{ ${askOf(root, '{ __typename id }', root.isPage ? 'first: 1' : '')} }`,
        { purpose },
      );
      if (recordsIn(some.body.data).length === 0 || RECORDS.edges(root.type).length === 0) continue;
      const holds = (answer: unknown): void => {
        expect(known.beyond(answer), root.name).toEqual([]);
        const shown = valuesIn(answer);
        const showing = new Set(shown.map(({ id }) => id));
        tally.values += shown.length;
        tally.blank += recordsIn(answer).filter(
          ({ type, id }) => ENTITY_TYPES.has(type) && !showing.has(id),
        ).length;
      };
      const before = (): Promise<void> => whatIsCounted(known, ways, county, who, purpose);
      await askAll(who, purpose, root, beyond(root), holds, before);
    }
  },
);

test('edges led to values, and to records that one may not see', () => {
  expect(tally.callers).toBe(HARD_CASES.length);
  expect(tally.values).toBeGreaterThan(1_000);
  expect(tally.blank).toBeGreaterThan(10);
});
