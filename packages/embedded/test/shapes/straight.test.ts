import { isRefusal } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import type { Asking, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, gateFor, openShape } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { clientSelection, printed } from '../oracle/whole-selection.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';
import { askStraight } from './straight.ts';

const { grace, tom, niamh, callum } = cast.practitioners;
const { okafor } = cast.families;
const EVERYTHING: ReadonlySet<string> = new Set(
  [...wholeDictionary()].flatMap(([type, fields]) =>
    [...fields.keys()].map((field) => `${type}.${field}`),
  ),
);

let open: OpenShape;
let inProcess: Subgraphs;
let county: RawCounty;

beforeAll(async () => {
  open = await openShape('services');
  inProcess = subgraphsFor(open.database.address, new CountyClock());
  county = await readCounty(open.database.owner, COUNTY_NOW);
});

afterAll(async () => {
  if (inProcess !== undefined) await closeSubgraphs(inProcess);
  await open?.close();
});

interface Due {
  readonly data: unknown;
  readonly code: string | null;
  readonly coordinates: Readonly<Record<string, number>> | null;
}

/** What the subgraph says in process, and what it released by that. */
async function due(
  subgraph: string,
  who: Asking,
  document: string,
  variables: object,
): Promise<Due> {
  const context = contextOf(who, 'COORDINATE_SUPPORT', COUNTY_NOW);
  try {
    const request = { document, variables: { ...variables }, context };
    const answer = await inProcess.get(subgraph)?.execute(request);
    const coordinates = context.manifest.summarise(EVERYTHING)?.coordinates ?? null;
    return { data: answer?.data, code: null, coordinates };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { data: null, code: error.code, coordinates: null };
  }
}

describe('called straight, a subgraph gives what it gives through the gate, and records it itself', () => {
  const callers = [grace, niamh, tom, callum, cast.practitioners.ines];
  const asked = callers.flatMap((who) =>
    ENTITIES.map(([subgraph, type]) => [who.name, subgraph, type, who] as const),
  );

  test.each(asked)('%s asks %s for every %s', async (_, subgraph, type, who) => {
    const selection = printed(clientSelection(inProcess.get(subgraph)?.typeDefs ?? '', type));
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${selection} } }`;
    const all = county.rows(recordModel(type).table).map(({ id }) => ({ __typename: type, id }));
    const expected = await due(subgraph, who, query, { all });
    let rows: Awaited<ReturnType<typeof recordedBy>> = [];
    const answers: Awaited<ReturnType<typeof askStraight>>[] = [];
    rows = await recordedBy(open.database.owner, async () =>
      answers.push(
        await askStraight(open.gate, subgraph, query, {
          who,
          variables: { all },
          purpose: 'COORDINATE_SUPPORT',
        }),
      ),
    );
    const [answer] = answers;
    expect(answer?.body.data ?? null).toEqual(JSON.parse(JSON.stringify(expected.data ?? null)));
    expect(answer?.body.errors?.[0]?.extensions['code'] ?? null).toBe(expected.code);
    expect(answer?.body.extensions).toBeUndefined();
    expect(rows.map(({ coordinates }) => coordinates)).toEqual(
      expected.coordinates === null ? [] : [expected.coordinates],
    );
  });

  test('what it withholds by class it says on the record', async () => {
    const { body } = await askStraight(
      open.gate,
      'families',
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { healthConditions { name } withheld { coordinate code } } } }`,
      {
        who: grace,
        variables: { r: [{ __typename: 'Person', id: okafor.persons.chidi.id }] },
        purpose: 'COORDINATE_SUPPORT',
      },
    );
    expect(body.data._entities).toEqual([
      {
        healthConditions: null,
        withheld: [{ coordinate: 'Person.healthConditions', code: 'JUSTIFICATION_REQUIRED' }],
      },
    ]);
  });

  test('a ledger that fails leaves no data', async () => {
    const failing = await gateFor(open.database, {
      shape: 'services',
      ledger: { record: () => Promise.reject(new Error('gone')), close: async () => {} },
    });
    try {
      const one = `{ episode(reference: "${okafor.episodes.current.reference}") { status } }`;
      const { status, body, text } = await askStraight(failing, 'episodes', one, { who: grace });
      expect([status, body.errors?.[0]?.extensions['code'], body.data ?? null]).toEqual([
        503,
        'LEDGER_UNAVAILABLE',
        null,
      ]);
      expect(text).not.toContain('OPEN');
      const agencies = await askStraight(failing, 'partners', '{ agencies { name } }', {
        who: grace,
      });
      expect(agencies.status).toBe(200);
    } finally {
      await failing.close();
    }
  });

  test('two callers who ask the same at once each get their own', async () => {
    const caseload = '{ episodes(first: 50) { edges { node { reference } } } }';
    const callersOf = [grace, tom, callum, grace, tom, callum];
    const ask = (at: 'GATE' | 'STRAIGHT', who: Asking): Promise<unknown> =>
      (at === 'GATE'
        ? open.gate.ask(who, caseload)
        : askStraight(open.gate, 'episodes', caseload, { who })
      ).then(({ body }) => body.data);
    const alone = new Map<Asking, unknown>();
    for (const who of [grace, tom, callum]) alone.set(who, await ask('STRAIGHT', who));
    expect(new Set([...alone.values()].map((data) => JSON.stringify(data))).size).toBe(3);
    for (const at of ['GATE', 'STRAIGHT'] as const)
      expect(await Promise.all(callersOf.map((who) => ask(at, who)))).toEqual(
        callersOf.map((who) => alone.get(who)),
      );
  });
});
