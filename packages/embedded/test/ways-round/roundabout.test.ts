import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { whatIsDirect } from './direct.ts';
import { valuesIn } from './known-values.ts';
import type { Edge } from './schema-walk.ts';
import { ENTITY_TYPES, RECORDS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { openWays } from './ways.ts';

const { marcus, tom } = cast.practitioners;

/** Every way back to an episode, through family and members too; the shortest first. */
const AROUND = RECORDS.ways('Episode', 'Episode', 6);
const AT_ONCE = 6;

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.close());

/** A way and what stands at its end: the episode, and the persons of its family with all that is recorded of them. */
function written(way: readonly Edge[]): string {
  // As much of a person as the limits of depth and cost leave.
  const person = way.length < 3 ? RECORDS.own('Person') : RECORDS.selection('Person');
  const end = `${RECORDS.selection('Episode', `family { __typename id members ${person} }`)}`;
  return way.reduceRight(
    (inner, { field }, index) =>
      `${field} ${index === way.length - 1 ? inner : `{ __typename id ${inner} }`}`,
    end,
  );
}

test('the schema leads back to an episode by more ways than one, and through a family', () => {
  expect(AROUND.length).toBeGreaterThan(20);
  expect(AROUND.some((way) => way.some(({ type }) => type === 'Person'))).toBe(true);
  expect([...ENTITY_TYPES]).toContain('Episode');
});

/** Marcus has a grant on one episode of two families and a justification, about a child of both, on the other. */
test.each([
  [marcus.name, 'UNDERSTAND_NEEDS', marcus],
  [tom.name, 'COORDINATE_SUPPORT', tom],
] as const)(
  '%s for %s: an episode reached by way of another shows what it shows directly',
  async (_, purpose, who) => {
    const county = await readCounty(ways.database.owner, COUNTY_NOW);
    const known = await whatIsDirect(ways, county, who, purpose);
    let values = 0;
    for (let from = 0; from < AROUND.length; from += AT_ONCE) {
      // One spelling each, side by side: a field asked twice under one name would have to agree.
      const inner = AROUND.slice(from, from + AT_ONCE).map(
        (way, n) => `... on Episode { w${n}: ${written(way)} }`,
      );
      const query = `{ episodes(first: 4) { edges { node { __typename id ${inner.join(' ')} } } } }`;
      const { body } = await ways.gate.ask(who, query, { purpose });
      expect(body.errors).toBeUndefined();
      expect(known.beyond(body.data)).toEqual([]);
      values += valuesIn(body.data).length;
    }
    expect(values).toBeGreaterThan(50);
  },
);
