import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Asking, Manner } from '../county-fixture.ts';
import { SUBGRAPHS } from './schema-walk.ts';
import type { Ways } from './ways.ts';
import { HARD_CASES, openWays, purposeFor } from './ways.ts';

const { grace, tom, niamh, gideon, hester, conrad } = cast.practitioners;
const CALLERS = [grace, tom, ...HARD_CASES.slice(0, 6)];
const QUERY = `query Same { me { id name } episodes(first: 20) { totalCount edges { node { id reference family { id reference members {
  id givenName ethnicity healthConditions { name } convictions { offence } withheld { coordinate code } } } } } } }`;

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.close());

interface Ask {
  readonly who: Asking;
  readonly manner: Manner;
}

const ask = async ({ who, manner }: Ask): Promise<unknown> => {
  const answer: Answer = await ways.gate.ask(who, QUERY, manner);
  return [answer.status, answer.text];
};

/** The same order on every run, another for every number. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return items
    .map((item, n) => [((n + 1) * (seed * 2 + 1) * 7_919) % 1_009, item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Asked at once in many orders, each answer is the one that its asker gets alone. */
async function expectOwn(asks: readonly Ask[]): Promise<void> {
  const alone = new Map<Ask, unknown>();
  for (const each of asks) alone.set(each, await ask(each));
  expect(new Set([...alone.values()].map((each) => JSON.stringify(each))).size).toBe(asks.length);
  for (let seed = 1; seed <= 4; seed += 1) {
    const order = shuffled([...asks, ...asks], seed);
    // Some wait until others are under way or answered: a share of work that is still going on, and a remembered answer.
    const first = order.slice(0, seed).map(ask);
    if (seed % 2 === 0) await first[0];
    const answers = await Promise.all([...first, ...order.slice(seed).map(ask)]);
    expect(answers).toEqual(order.map((each) => alone.get(each)));
  }
}

test('callers who ask the same at the same time each get their own', async () => {
  const asks: Ask[] = [];
  for (const who of CALLERS)
    asks.push({ who, manner: { purpose: await purposeFor(ways.gate, who) } });
  await expectOwn(asks);
});

test('one caller who asks for two purposes at once gets what each is due', async () => {
  const purposes = ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT', 'SAFEGUARDING'] as const;
  const different: Ask[] = [];
  for (const who of [grace, tom, niamh, gideon, hester, conrad]) {
    const seen = new Set<string>();
    for (const purpose of purposes) {
      const each = { who, manner: { purpose } };
      const answer = JSON.stringify(await ask(each));
      if (!seen.has(answer)) different.push(each);
      seen.add(answer);
    }
  }
  expect(different.length).toBeGreaterThan(6);
  const distinct = new Map<string, Ask>();
  for (const each of different) distinct.set(JSON.stringify(await ask(each)), each);
  await expectOwn([...distinct.values()]);
});

test('with and without a second factor at once, only the first is answered', async () => {
  const strong = { who: grace, manner: {} };
  const weak = { who: grace, manner: { multiFactor: false } };
  const due = [await ask(strong), await ask(weak)];
  expect(JSON.stringify(due[1])).toContain('MULTI_FACTOR_REQUIRED');
  for (const order of [
    [strong, weak],
    [weak, strong],
    [strong, weak, strong, weak],
  ])
    expect(await Promise.all(order.map(ask))).toEqual(
      order.map((each) => due[each === strong ? 0 : 1]),
    );
});

test('the same list and the same record in one operation are not taken for one another', async () => {
  const query = `{ a: episodes(first: 1) { edges { node { reference } } } b: episodes(first: 3) { edges { node { reference } } }
    c: episodes(first: 3, filter: { status: [CLOSED] }) { edges { node { reference } } }
    mine: me { name } again: me { jobTitle } }`;
  const { body } = await ways.gate.ask(grace, query);
  const sizes = ['a', 'b', 'c'].map((name) => body.data[name].edges.length);
  expect([sizes, body.data.mine.name, body.data.again.name]).toEqual([
    [1, 3, 0],
    grace.name,
    undefined,
  ]);
});

test('straight at each subgraph too', async () => {
  for (const [subgraph, walk] of SUBGRAPHS) {
    const person =
      subgraph === 'families'
        ? ['Person', cast.families.okafor.persons.chidi.id]
        : subgraph === 'episodes'
          ? ['Episode', cast.families.okafor.episodes.current.id]
          : ['Practitioner', tom.id];
    const [type = '', id] = person;
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${walk.own(type)} } }`;
    const straight = (who: Asking): Promise<unknown> =>
      ways.straight(subgraph, {
        who,
        query,
        purpose: 'COORDINATE_SUPPORT',
        variables: { all: [{ __typename: type, id }] },
      });
    const callers = [grace, niamh, tom, cast.practitioners.callum];
    const alone = new Map<Asking, unknown>();
    for (const who of callers) alone.set(who, await straight(who));
    for (let seed = 1; seed <= 4; seed += 1) {
      const order = shuffled([...callers, ...callers], seed);
      expect(await Promise.all(order.map(straight)), subgraph).toEqual(
        order.map((who) => alone.get(who)),
      );
    }
  }
});
