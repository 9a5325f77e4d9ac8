import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerBody, Asking } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import type { Root } from './schema-walk.ts';
import { RECORDS, withinOf } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { HARD_CASES, openWays, purposeFor } from './ways.ts';

const { grace, tom, esther } = cast.practitioners;
const READERS = [grace, tom, esther, ...HARD_CASES.slice(0, 5)];
const PAGES = RECORDS.roots.filter(({ isPage }) => isPage);

let ways: Ways;
let county: RawCounty;
beforeAll(async () => {
  ways = await openWays();
  // The family keeps from Grace Adebayo's agency whatever its episode could be found by.
  const coordinates = FILTERS.map(({ root, name }) => `${root.type}.${fieldOf(name)}`);
  await ways.database.owner.run({
    text: `INSERT INTO access.exclusion VALUES (gen_random_uuid(), $1, $2, 'DETAILS', $3, NULL, $4, NULL)`,
    values: [
      cast.families.okafor.episodes.current.id,
      grace.agency.id,
      `{${[...new Set(coordinates)].join(',')}}`,
      COUNTY_NOW.toISOString(),
    ],
  });
  county = await readCounty(ways.database.owner, COUNTY_NOW);
});
afterAll(() => ways?.close());

interface Page {
  readonly totalCount: number;
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

const SELECTION = '{ totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } }';

async function body(
  who: Asking,
  root: Root,
  args: string,
  purpose: Purpose,
  variables: Readonly<Record<string, unknown>> = {},
  head = '',
): Promise<AnswerBody> {
  const within = withinOf(root);
  const given = within === '' ? args : `${within}, ${args}`;
  const query = `query ${head} { page: ${root.name}(${given}) ${SELECTION} }`;
  return (await ways.gate.ask(who, query, { purpose, variables })).body;
}

function pageOf({ data }: AnswerBody): Page {
  const edges: { cursor: string; node: { id: string } }[] = data.page.edges ?? [];
  return {
    totalCount: data.page.totalCount,
    ids: edges.map(({ node }) => node.id),
    cursors: edges.map(({ cursor }) => cursor),
  };
}

/** The whole of a list, its pages one after another. */
async function whole(who: Asking, root: Root, purpose: Purpose): Promise<Page> {
  let page = pageOf(await body(who, root, 'first: 100', purpose));
  const { totalCount } = page;
  const ids = [...page.ids];
  const cursors = [...page.cursors];
  while (page.ids.length === 100) {
    page = pageOf(
      await body(
        who,
        root,
        'first: 100, after: $a',
        purpose,
        { a: cursors.at(-1) },
        '($a: String)',
      ),
    );
    ids.push(...page.ids);
    cursors.push(...page.cursors);
  }
  return { totalCount, ids, cursors };
}

describe.each(PAGES.map((root) => [root.name, root] as const))('%s', (_, root) => {
  test('counts the rows that are shown, and no row twice', async () => {
    for (const who of READERS) {
      const { totalCount, ids } = await whole(who, root, await purposeFor(ways.gate, who));
      expect(totalCount, who.name).toBe(ids.length);
      expect(new Set(ids).size, who.name).toBe(ids.length);
      expect(ids.length, who.name).toBeLessThanOrEqual(
        county.rows(recordModel(root.type).table).length,
      );
    }
  });

  test('a cursor of another caller, of another list or changed in one place opens nothing', async () => {
    for (const who of READERS) {
      const purpose = await purposeFor(ways.gate, who);
      const [own] = (await whole(who, root, purpose)).cursors;
      if (own === undefined) continue;
      const after = (
        asker: Asking,
        at: Root,
        cursor: string,
        with_: Purpose,
      ): Promise<AnswerBody> =>
        body(asker, at, 'first: 5, after: $a', with_, { a: cursor }, '($a: String)');
      expect((await after(who, root, own, purpose)).errors).toBeUndefined();
      const flipped = [0, Math.floor(own.length / 2), own.length - 2].map(
        (n) => own.slice(0, n) + (own[n] === 'A' ? 'B' : 'A') + own.slice(n + 1),
      );
      const refused = [
        ...flipped.map((cursor) => after(who, root, cursor, purpose)),
        ...PAGES.filter(({ name }) => name !== root.name).map((other) =>
          after(who, other, own, purpose),
        ),
        ...READERS.filter((other) => other !== who)
          .slice(0, 4)
          .map(async (other) => after(other, root, own, await purposeFor(ways.gate, other))),
      ];
      for (const answer of await Promise.all(refused))
        expect([answer.data ?? null, answer.errors?.[0]?.extensions['code']]).toEqual([
          null,
          'CURSOR_INVALID',
        ]);
    }
  });
});

interface FilterUse {
  readonly root: Root;
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
  readonly enumerated: readonly string[];
}

/** The field that a filter compares with. */
function fieldOf(filter: string): string {
  return filter.replace(/(From|To)$/, 'On');
}

/** Every filter of every list, as the schema has them. */
const FILTERS: readonly FilterUse[] = PAGES.flatMap((root) => {
  const input = getNamedType(root.args.find(({ name }) => name === 'filter')?.type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).map(({ name, type }) => {
    const named = getNamedType(type);
    return {
      root,
      name,
      type: String(type),
      isList: isListType(getNullableType(type)),
      enumerated: isEnumType(named) ? named.getValues().map((value) => value.name) : [],
    };
  });
});

/** Every value that a row of the whole county, hidden or not, could be found by. */
function valuesFor({ root, name, enumerated, isList }: FilterUse): readonly unknown[] {
  if (enumerated.length > 0) return enumerated;
  const rows = county.rows(recordModel(root.type).table);
  const column = rows.some((row) => name in row) ? name : fieldOf(name);
  const found = new Set(rows.map((row) => row[column]).filter((value) => value !== null));
  expect(found.size, `${root.name}: nothing to filter ${name} by`).toBeGreaterThan(0);
  return isList
    ? [...found]
    : [...found]
        .map(String)
        .toSorted()
        .filter((_, n) => n % 9 === 0);
}

test('there are filters, and no argument of a list that is none of the known ones', () => {
  expect(FILTERS.length).toBeGreaterThan(3);
  const names = new Set(PAGES.flatMap(({ args }) => args.map(({ name }) => name)));
  // A sort or a search would need a test of its own here.
  expect([...names].sort()).toEqual(['after', 'episode', 'filter', 'first']);
});

test.each(FILTERS.map((filter) => [`${filter.root.name} ${filter.name}`, filter] as const))(
  'filtering %s by any value in the county finds those that show the value, and counts no other',
  async (_, filter) => {
    const field = fieldOf(filter.name);
    const values = valuesFor(filter);
    for (const who of READERS) {
      const purpose = await purposeFor(ways.gate, who);
      const query = `{ ${filter.root.name}(first: 100) { edges { node { id ${field} } } } }`;
      const { data } = (await ways.gate.ask(who, query, { purpose })).body;
      const shown: Record<string, unknown>[] = data[filter.root.name].edges.map(
        ({ node }: { node: Record<string, unknown> }) => node,
      );
      if (who === grace) expect(shown.some((node) => node[field] === null)).toBe(true);
      const fits = (value: unknown, given: unknown): boolean => {
        if (value === null) return false;
        if (filter.isList) return value === given;
        return filter.name.endsWith('From')
          ? String(value) >= String(given)
          : String(value) <= String(given);
      };
      for (const given of values) {
        const answer = await body(
          who,
          filter.root,
          `first: 100, filter: { ${filter.name}: $v }`,
          purpose,
          { v: filter.isList ? [given] : given },
          `($v: ${filter.type})`,
        );
        const due = shown.filter((node) => fits(node[field], given)).map(({ id }) => id);
        const { ids, totalCount } = pageOf(answer);
        expect([ids, totalCount], `${who.name} ${given}`).toEqual([due, due.length]);
      }
    }
  },
);
