import { firstRules, putInForce } from '@postern/fuzz';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerBody, CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { signToken } from '../signing.ts';
import type { Services } from './services-shape.ts';
import { loopback, startServices } from './services-shape.ts';

const { grace } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const QUERY = `{ episode(reference: "${episode.reference}") { reference family { reference members { givenName } } } }`;

let database: CountyDatabase;
let services: Services;
let gateways: readonly string[];

beforeAll(async () => {
  database = await countyDatabase();
  services = await startServices({
    address: database.address,
    clock: new CountyClock(),
    production: false,
    cursorSecret: new Uint8Array(32).fill(7),
    log: () => {},
    copies: 2,
  });
  const second = await services.anotherGateway();
  gateways = [services.gateway, second].map(({ url }) => loopback(url));
});

afterAll(async () => {
  await services?.close();
  await database?.drop();
});

async function ask(gateway: string, query: string, after?: string): Promise<AnswerBody> {
  const bearer = await signToken(grace.subject, { multiFactor: true, now: COUNTY_NOW });
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'purpose-of-use': 'UNDERSTAND_NEEDS',
    },
    body: JSON.stringify({ query, variables: { after } }),
  });
  return (await response.json()) as AnswerBody;
}

/** Through each gateway so often that each process of each subgraph has its turn. */
async function everyWay(query: string): Promise<readonly AnswerBody[]> {
  const answers: AnswerBody[] = [];
  for (const gateway of gateways)
    for (let turn = 0; turn < 2; turn += 1) answers.push(await ask(gateway, query));
  return answers;
}

/** How many requests each process of a subgraph has answered. */
async function answeredBy(subgraph: 'episodes' | 'families'): Promise<readonly number[]> {
  const processes = services.subgraphs.get(subgraph) ?? [];
  return Promise.all(
    processes.map(async ({ url }) => {
      const figures = await (await fetch(`${loopback(url)}/metrics`)).text();
      const count = new RegExp(`postern_requests_total{contract="${subgraph}",code="OK"} (\\d+)`);
      return Number(count.exec(figures)?.[1] ?? 0);
    }),
  );
}

describe('two gateways over two processes of each subgraph', () => {
  test('what is revoked is denied by the next request, whichever way it goes', async () => {
    for (const { data } of await everyWay(QUERY))
      expect(data.episode.family.reference).toBe(okafor.reference);
    for (const subgraph of ['episodes', 'families'] as const)
      for (const count of await answeredBy(subgraph)) expect(count).toBeGreaterThan(0);
    await database.owner.run({
      text: 'UPDATE access.access_grant SET revoked_at = $1 WHERE account_id = $2 AND episode_id = $3',
      values: [COUNTY_NOW.toISOString(), grace.id, episode.id],
    });
    for (const answer of await everyWay(QUERY)) expect(answer).toEqual({ data: { episode: null } });
  });

  test('a cursor of one process is read by another', async () => {
    const page = `query ($after: String) { episodes(first: 1, after: $after) { edges { node { reference } } pageInfo { endCursor } } }`;
    const seen: string[] = [];
    let after: string | undefined;
    for (let turn = 0; turn < 4; turn += 1) {
      const { data } = await ask(gateways[turn % 2] ?? '', page, after);
      seen.push(data.episodes.edges[0].node.reference);
      after = data.episodes.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(4);
  });

  test('a policy published while they run is the policy of both processes from then on', async () => {
    const rules = await firstRules(database.owner, ({ resource }) => resource !== 'Person');
    await putInForce(database.owner, { rules, activatedAt: COUNTY_NOW.toISOString() });
    const names = '{ episodes(first: 20) { edges { node { family { members { givenName } } } } } }';
    for (const answer of await everyWay(names)) {
      const text = JSON.stringify(answer);
      expect(answer.errors).toBeUndefined();
      expect(text).toContain('"family"');
      expect(text).not.toMatch(/"givenName":"/);
    }
    const versions = await database.owner.run<{ version: number }>({
      text: 'SELECT DISTINCT unnest(policy_versions) AS version FROM ledger.release ORDER BY 1',
      values: [],
    });
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('with one process of a subgraph gone the other answers; with both gone the gateway says so', async () => {
    const processes = services.subgraphs.get('episodes') ?? [];
    await processes[0]?.stop();
    const caseload = '{ episodes(first: 2) { edges { node { reference } } } }';
    for (const { data } of await everyWay(caseload)) expect(data.episodes.edges).toHaveLength(2);
    const ready = (): Promise<Response> => fetch(`${gateways[0]}/health/ready`);
    expect((await ready()).status).toBe(200);
    await processes[1]?.stop();
    for (const { data, errors } of await everyWay(caseload)) {
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.extensions['code']).toBe('SUBGRAPH_FAILED');
    }
    expect([(await ready()).status, await (await ready()).json()]).toEqual([
      503,
      { status: 'not ready', code: 'SUBGRAPH_FAILED' },
    ]);
    // What needs no episode is still answered.
    expect((await ask(gateways[0] ?? '', '{ me { name } }')).data.me.name).toBe(grace.name);
  });
});
