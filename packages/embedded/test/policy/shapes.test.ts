import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerBody, Asking, CountyDatabase, Gate, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, openShape, SHAPES } from '../county-fixture.ts';
import type { Services } from '../shapes/services-shape.ts';
import { loopback, startServices } from '../shapes/services-shape.ts';
import { askStraight } from '../shapes/straight.ts';
import { signToken } from '../signing.ts';
import { Desk } from './at-the-desk.ts';

const { adaline, gideon, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const AGES = `{ episode(reference: "${okafor.reference}") { family { members { dateOfBirth } } } }`;

const agesIn = ({ data }: AnswerBody): number =>
  data.episode.family.members.filter(
    ({ dateOfBirth }: { dateOfBirth: string | null }) => dateOfBirth !== null,
  ).length;

describe.each(SHAPES)('%s', (shape) => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape(shape);
  });
  afterAll(() => open?.close());

  test('a draft is made, approved by a second person, and holds for the next request', async () => {
    expect(agesIn((await open.gate.ask(grace, AGES)).body)).toBeGreaterThan(0);
    const draft = await new Desk(open.gate, adaline).submitsWithout('taf-reads-Person-age');
    await new Desk(open.gate, adaline).mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', draft);
    await new Desk(open.gate, gideon).takes('approvePolicyDraft', draft);
    expect(agesIn((await open.gate.ask(grace, AGES)).body)).toBe(0);
  });

  test('the address of aggregates has no commands', async () => {
    const { status } = await open.gate.ask(
      adaline,
      'mutation { createPolicyDraft { draft { id } } }',
      {
        path: '/reporting/graphql',
        purpose: 'ADMINISTRATION',
      },
    );
    expect(status).toBe(400);
  });
});

describe('straight to the subgraph', () => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape('services');
  });
  afterAll(() => open?.close());

  const begin =
    'mutation ($key: String!) { createPolicyDraft(title: "t", reason: "r", idempotencyKey: $key) { ... on PolicyDraftChanged { draft { id revision state createdBy { name } } } ... on CommandRefusal { code } } }';
  const at = (who: Asking, key: string, purpose: string | null = 'ADMINISTRATION') =>
    askStraight(open.gate, 'partners', begin, { who, purpose, variables: { key } });

  test('a command is carried out once, with the checks that it has anywhere', async () => {
    const first = await at(adaline, 'one');
    expect(first.body.errors).toBeUndefined();
    expect(first.body.data.createPolicyDraft).toMatchObject({
      draft: { revision: 1, state: 'EDITING', createdBy: { name: adaline.name } },
    });
    expect((await at(adaline, 'one')).body).toEqual(first.body);
    const { id } = first.body.data.createPolicyDraft.draft;
    const through = await new Desk(open.gate, adaline).reads(id);
    expect(through?.id).toBe(id);
  });

  test('without the purpose, the role, the second factor or a token it is refused', async () => {
    expect((await at(adaline, 'two', null)).body.errors?.[0]?.extensions['code']).toBe(
      'PURPOSE_REQUIRED',
    );
    expect((await at(gideon, 'two', 'SAFEGUARDING')).status).toBe(403);
    expect((await at(grace, 'two')).status).toBe(403);
    const straight = { authorization: null, purpose: 'ADMINISTRATION', variables: { key: 'two' } };
    expect((await askStraight(open.gate, 'partners', begin, straight)).status).toBe(401);
    const { all } = (
      await open.database.owner.run<{ all: number }>({
        text: `SELECT count(*)::integer AS all FROM partners.command_key WHERE key = 'two'`,
        values: [],
      })
    )[0] ?? { all: -1 };
    expect(all).toBe(0);
  });

  test('a subgraph without commands serves none', async () => {
    const answer = await askStraight(
      open.gate,
      'families',
      'mutation { createPolicyDraft { draft { id } } }',
      {
        who: adaline,
        purpose: 'ADMINISTRATION',
      },
    );
    expect(answer.status).toBe(400);
  });
});

describe('two gateways over two processes of each subgraph', () => {
  let database: CountyDatabase;
  let services: Services;
  let gates: readonly Pick<Gate, 'ask'>[];

  beforeAll(async () => {
    database = await countyDatabase();
    services = await startServices({
      address: database.address,
      clock: new CountyClock(),
      production: false,
      cursorSecret: new Uint8Array(32).fill(7),
      log: () => {},
      copies: 2,
      // Proving a draft takes the processor; on a busy machine that has to serve many at once it may take long.
      timeout: 60_000,
    });
    const urls = [services.gateway, await services.anotherGateway()].map(({ url }) =>
      loopback(url),
    );
    gates = urls.map((url) => ({ ask: (...asked) => ask(url, ...asked) }));
  });
  afterAll(async () => {
    await services?.close();
    await database?.drop();
  });

  const ask = async (
    url: string,
    ...[who, query, { purpose, variables } = {}]: Parameters<Gate['ask']>
  ) => {
    const bearer = await signToken(who.subject, { multiFactor: true, now: COUNTY_NOW });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        'purpose-of-use': purpose ?? 'UNDERSTAND_NEEDS',
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as AnswerBody, headers: {} };
  };
  const everyWay = async (): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const gate of [...gates, ...gates]) found.push(agesIn((await gate.ask(grace, AGES)).body));
    return found;
  };

  test('what one of them activates holds for the next request in every one, and so does its undoing', async () => {
    const [one, other] = gates as readonly [Pick<Gate, 'ask'>, Pick<Gate, 'ask'>];
    const before = await everyWay();
    expect(Math.min(...before)).toBeGreaterThan(0);
    let draft = await new Desk(one, adaline).begins();
    draft = await new Desk(other, adaline).takes('removePolicyRule', draft, {
      name: 'taf-reads-Person-age',
    });
    const active = await new Desk(one, adaline).takes('activateNarrowing', draft);
    expect(await everyWay()).toEqual(before.map(() => 0));
    await new Desk(other, gideon).takes('refusePolicyDraft', active);
    expect(await everyWay()).toEqual(before);
  });

  test('of many who publish at once one does, and its version has all of its rules', async () => {
    const names = ['taf-reads-Plan', 'taf-reads-Need', 'taf-reads-CaseNote', 'taf-reads-Voice'];
    const drafts = [];
    for (const name of names)
      drafts.push(await new Desk(gates[0] as Gate, adaline).submitsWithout(name));
    const answers = await Promise.all(
      drafts.map((draft, at) =>
        new Desk(gates[at % 2] as Gate, gideon).answers('approvePolicyDraft', {
          draft: draft.id,
          expectedRevision: draft.revision,
          reason: 'at once',
        }),
      ),
    );
    expect(answers.filter(({ draft }) => draft?.state === 'PUBLISHED')).toHaveLength(1);
    expect(answers.flatMap(({ refused }) => (refused === null ? [] : [refused.code]))).toEqual(
      Array(3).fill('POLICY_BASE_NOT_LIVE'),
    );
    const [found] = await database.owner.run<{ lost: number; versions: number }>({
      text: `SELECT count(DISTINCT version)::integer AS versions,
        (count(*) FILTER (WHERE version = (SELECT max(version) FROM access.policy_version) - 1)
          - count(*) FILTER (WHERE version = (SELECT max(version) FROM access.policy_version)))::integer AS lost
        FROM access.policy_rule`,
      values: [],
    });
    expect(found?.lost).toBe(1);
  });
});
