import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';
import type { PostgresProxy } from '../wire/postgres-proxy.ts';
import { proxyTo } from '../wire/postgres-proxy.ts';

const { grace, tom } = cast.practitioners;
const { okafor, rusk } = cast.families;
const WORKER: Asking = { subject: 'bulk-1' };

const CASELOAD = `query Caseload($first: Int) { episodes(first: $first) { totalCount edges { node {
  reference status needs { description recordedBy { name } } plan { objective actions { goal } } meetings { minutes }
  assessment { reasons sections { summary } } team { name agency { name } } grants { role }
  family { reference address households { name addresses { line } members { givenName } }
    members { givenName ethnicity healthConditions { name } convictions { offence } withheld { coordinate } } }
} } } }`;

let database: CountyDatabase;
let proxy: PostgresProxy;
let gate: Gate;
let subgraphs: Subgraphs;

beforeAll(async () => {
  database = await countyDatabase();
  // A caseload of fifty and more: a live grant on every open episode.
  await database.owner.run({
    text: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
      SELECT gen_random_uuid(), a.id, e.id, 'LEAD_PROFESSIONAL', 'Statement test', $3, $1::timestamptz - interval '1 day'
      FROM access.account a, access.episode e WHERE a.subject = $2 AND e.status IN ('OPEN', 'OPEN_TAF')`,
    values: [COUNTY_NOW.toISOString(), WORKER.subject, cast.practitioners.esther.id],
  });
  proxy = await proxyTo(database.address);
  gate = await gateFor(proxy);
  subgraphs = subgraphsFor(proxy.address, new CountyClock());
});

afterAll(async () => {
  await gate?.close();
  if (subgraphs !== undefined) await closeSubgraphs(subgraphs);
  await proxy?.close();
  await database?.drop();
});

/** The statements of a question that was asked once before, so that nothing is compiled or prepared any more. */
async function statementsFor(work: () => Promise<unknown>): Promise<readonly string[]> {
  await work();
  proxy.forget();
  await work();
  return proxy.statements();
}

describe('statements do not follow rows', () => {
  test('two episodes and fifty run the same statements', async () => {
    const few = await statementsFor(() => gate.ask(WORKER, CASELOAD, { variables: { first: 2 } }));
    const rows: number[] = [];
    const many = await statementsFor(async () => {
      const { body } = await gate.ask(WORKER, CASELOAD, { variables: { first: 50 } });
      rows.push(body.data.episodes.edges.length);
    });
    expect(rows).toEqual([50, 50]);
    expect(few.toSorted()).toEqual(many.toSorted());
    // One for each fetch of the plan (episodes, families, and the partners' parts), and the ledger's transaction.
    expect(many.length).toBeLessThanOrEqual(9);
  });
});

describe('what is forbidden, what is absent and what is visible run the same statements', () => {
  const byReference = (reference: string): (() => Promise<Answer>) => {
    const query = `query One($reference: String!) { episode(reference: $reference) { reference status needs { description } } }`;
    return () => gate.ask(tom, query, { variables: { reference } });
  };
  const withoutLedger = (statements: readonly string[]): readonly string[] =>
    statements.filter((text) => !/ledger|^(begin|commit)/i.test(text));

  test('by reference, over HTTP', async () => {
    const shown = (await byReference(okafor.episodes.current.reference)()).body.data.episode;
    expect(shown.reference).toBe(okafor.episodes.current.reference);
    expect((await byReference(FORBIDDEN.reference)()).body.data.episode).toBeNull();
    const visible = await statementsFor(byReference(okafor.episodes.current.reference));
    const forbidden = await statementsFor(byReference(FORBIDDEN.reference));
    const absent = await statementsFor(byReference('EH-999999'));
    expect(forbidden).toEqual(absent);
    expect(withoutLedger(visible)).toEqual(absent);
    expect(absent).toHaveLength(1);
  });

  const ENTITY = `query ($one: [_Any!]!) { _entities(representations: $one) { ... on Person { id givenName healthConditions { name } } } }`;

  test('by id, at a subgraph, whatever the kind of record', async () => {
    const ask = (id: string) => (): Promise<unknown> | undefined =>
      subgraphs.get('families')?.execute({
        document: ENTITY,
        variables: { one: [{ __typename: 'Person', id }] },
        context: contextOf(tom, 'UNDERSTAND_NEEDS', COUNTY_NOW),
      });
    const visible = await statementsFor(async () => ask(okafor.persons.chidi.id)());
    const forbidden = await statementsFor(async () => ask(FORBIDDEN.person)());
    const absent = await statementsFor(async () => ask('00000000-0000-4000-8000-000000000000')());
    expect(visible).toHaveLength(1);
    expect(forbidden).toEqual(visible);
    expect(absent).toEqual(visible);
  });

  test('a cold question costs the same whether the record is there or not', async () => {
    const cold = async (reference: string): Promise<number> => {
      const fresh = await gateFor(proxy);
      try {
        await fresh.ask(tom, '{ agencies { name } }');
        proxy.forget();
        await fresh.ask(tom, `{ episode(reference: "${reference}") { reference status } }`);
        return proxy.statements().length;
      } finally {
        await fresh.close();
      }
    };
    expect(await cold(FORBIDDEN.reference)).toBe(await cold('EH-999999'));
  });
});

/** Of a family that Tom has nothing to do with. */
const FORBIDDEN = {
  reference: Object.values(rusk.episodes)[0]?.reference ?? '',
  person: Object.values(rusk.persons)[0]?.id ?? '',
};

describe('statements follow what is asked', () => {
  test('a field that a variable leaves out is neither read nor recorded, whatever was asked before', async () => {
    const query = `query ($reference: String!, $more: Boolean!) { episode(reference: $reference) {
      reference reason @include(if: $more) needs @skip(if: $more) { description }
      family { reference address @include(if: $more) members { givenName dateOfBirth @skip(if: $more) } } } }`;
    const ask = async (more: boolean): Promise<readonly string[]> => {
      const [row] = await recordedBy(database.owner, async () => {
        const { body } = await gate.ask(grace, query, {
          variables: { reference: okafor.episodes.current.reference, more },
        });
        expect('reason' in body.data.episode).toBe(more);
        expect(body.data.episode.family.address !== undefined).toBe(more);
      });
      return Object.keys(row?.coordinates ?? {}).toSorted();
    };
    const always = ['Episode.reference', 'Family.reference', 'Person.givenName'];
    const more = [...always, 'Episode.reason', 'Family.address'].toSorted();
    const less = [...always, 'Episode.needs', 'Need.description', 'Person.dateOfBirth'].toSorted();
    const asked = [await ask(true), await ask(false), await ask(true), await ask(false)];
    const without = (names: readonly string[]): readonly string[] =>
      names.filter((name) => !['Episode.family', 'Family.members'].includes(name));
    expect(asked.map(without)).toEqual([more, less, more, less]);
  });
});
