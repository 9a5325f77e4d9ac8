import { cast } from '@postern/sample-county';
import type { RecordingClaim } from '@postern/subgraph-kit';
import { RecordingAssertions, readManifestMessage } from '@postern/subgraph-kit';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGatewayService } from '../../src/services/gateway-service.ts';
import { expectRefusal, send } from '../bad-input/plain-refusal.ts';
import type { OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, openShape } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import { testKeys } from '../signing.ts';
import { RECORDING_KEY } from './services-shape.ts';
import { askStraight, bodyOf } from './straight.ts';

const { grace, tom } = cast.practitioners;
const { okafor } = cast.families;
const { reference } = okafor.episodes.current;
const QUERY =
  'query ($r: String!) { episode(reference: $r) { reference status withheld { code } } }';
const variables = { r: reference };
const gateway = new RecordingAssertions(RECORDING_KEY);

let open: OpenShape;
let claim: RecordingClaim;
beforeAll(async () => {
  open = await openShape('services');
  claim = {
    subgraph: 'episodes',
    authorization: `Bearer ${await open.gate.token(grace)}`,
    purpose: 'UNDERSTAND_NEEDS',
    body: bodyOf(QUERY, variables),
  };
});
afterAll(() => open?.close());

const ask = (recording: string): ReturnType<typeof askStraight> =>
  askStraight(open.gate, 'episodes', QUERY, { who: grace, variables, recording });
const later = (seconds: number): Date => new Date(COUNTY_NOW.getTime() + seconds * 1000);

describe('to a gateway that proves that it will record, a subgraph hands the manifest', () => {
  test('beside the data, and records nothing itself', async () => {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const rows = await recordedBy(open.database.owner, async () =>
      answers.push(await ask(await gateway.sign(claim, COUNTY_NOW))),
    );
    expect(rows).toEqual([]);
    const body = answers[0]?.body;
    expect(body?.data.episode.reference).toBe(reference);
    expect(readManifestMessage(body?.extensions?.['manifest'])).toMatchObject({
      principal: { accountId: grace.id, agencyId: grace.agency.id },
      policyVersions: [1],
      rows: [{ type: 'Episode', ids: [okafor.episodes.current.id] }],
      grants: [okafor.episodes.current.grants.grace],
    });
    // Identifiers and counts: never a value.
    expect(JSON.stringify(body?.extensions)).not.toContain(reference);
  });

  test('for some seconds, as clocks differ by some', async () => {
    for (const seconds of [-9, 4])
      expect((await ask(await gateway.sign(claim, later(seconds)))).status).toBe(200);
  });
});

describe('a proof that is none is refused, nothing is given and nothing recorded', () => {
  const bytes = (n: number): Uint8Array => new Uint8Array(32).fill(n);
  const forged = (header: object, payload: object, key: Uint8Array): Promise<string> =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg: 'HS256', typ: 'postern-recording+jwt', ...header })
      .sign(key);
  const seconds = Math.floor(COUNTY_NOW.getTime() / 1000);
  const times = { iss: 'postern-gateway', aud: 'episodes', iat: seconds, exp: seconds + 10 };

  test.each<[string, () => Promise<string> | string]>([
    ['text', () => 'yes'],
    ['nothing', () => ''],
    ['another key', () => new RecordingAssertions(bytes(3)).sign(claim, COUNTY_NOW)],
    ['the shared secret itself as the key', () => forged({}, times, RECORDING_KEY)],
    ['alg none', () => new UnsecuredJWT(times).encode()],
    ['an access token', () => open.gate.token(grace)],
    ['one of a minute ago', () => gateway.sign(claim, later(-60))],
    ['one of the future', () => gateway.sign(claim, later(60))],
    [
      'one for another subgraph',
      () => gateway.sign({ ...claim, subgraph: 'families' }, COUNTY_NOW),
    ],
    [
      'one for another purpose',
      () => gateway.sign({ ...claim, purpose: 'SAFEGUARDING' }, COUNTY_NOW),
    ],
    [
      'one for another caller',
      async () =>
        gateway.sign(
          { ...claim, authorization: `Bearer ${await open.gate.token(tom)}` },
          COUNTY_NOW,
        ),
    ],
    [
      'one for other variables',
      () => gateway.sign({ ...claim, body: bodyOf(QUERY, { r: 'EH-000002' }) }, COUNTY_NOW),
    ],
    [
      'one for another operation',
      () => gateway.sign({ ...claim, body: bodyOf('{ __typename }', variables) }, COUNTY_NOW),
    ],
  ])('%s', async (_, recording) => {
    const rows = await recordedBy(open.database.owner, async () => {
      expectRefusal(await ask(await recording()), 403, 'ASSERTION_INVALID');
    });
    expect(rows).toEqual([]);
  });

  test('a good proof does not stand in for the caller’s token', async () => {
    const recording = await gateway.sign(claim, COUNTY_NOW);
    const answer = await askStraight(open.gate, 'episodes', QUERY, { variables, recording });
    expectRefusal(answer, 401, 'TOKEN_MISSING');
  });
});

describe('no manifest reaches a client', () => {
  test('an answer through the gate holds what it holds in one process', async () => {
    const embedded = await openShape('embedded');
    try {
      const manner = { variables, purpose: 'COORDINATE_SUPPORT' } as const;
      const query = `query ($r: String!) { episode(reference: $r) { status family { members { givenName healthConditions { name } } } } }`;
      const through = await open.gate.ask(grace, query, manner);
      expect(Object.keys(through.body.extensions ?? {})).toEqual(['access']);
      expect(through.text).toBe((await embedded.gate.ask(grace, query, manner)).text);
    } finally {
      await embedded.close();
    }
  });

  test('nor is one handed out for a header or extension that the client adds', async () => {
    const answer = await send(open.gate, {
      body: JSON.stringify({ query: QUERY, variables, extensions: { manifest: true } }),
      headers: {
        authorization: claim.authorization,
        'content-type': 'application/json',
        'purpose-of-use': 'UNDERSTAND_NEEDS',
        'postern-recording': await gateway.sign(claim, COUNTY_NOW),
      },
    });
    expect([answer.status, Object.keys(JSON.parse(answer.text))]).toEqual([200, ['data']]);
    const alone = await askStraight(open.gate, 'episodes', QUERY, { who: grace, variables });
    expect(alone.body.extensions).toBeUndefined();
  });

  test('a gateway with another key is answered by no subgraph, and says so by code', async () => {
    const stranger = await startGatewayService(0, {
      address: open.database.address,
      clock: new CountyClock(),
      production: false,
      host: '127.0.0.1',
      recordingKey: new Uint8Array(32).fill(1),
      log: () => {},
      keys: testKeys,
      mounts: [],
      subgraphs: [...open.gate.subgraphs].map(([name, url]) => ({
        name,
        urls: [new URL('/graphql', url)],
      })),
    });
    try {
      const answer = await fetch(`${stranger.url.replace('localhost', '127.0.0.1')}/graphql`, {
        method: 'POST',
        headers: {
          authorization: claim.authorization,
          'content-type': 'application/json',
          'purpose-of-use': 'UNDERSTAND_NEEDS',
        },
        body: bodyOf(QUERY, variables),
      });
      expectRefusal({ status: answer.status, text: await answer.text() }, 500, 'SUBGRAPH_FAILED');
    } finally {
      await stranger.stop();
    }
  });
});
