import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Command, Known, Move, Name } from './access-request-life.ts';
import {
  ASKERS,
  HOST,
  hasAccess,
  isOpen,
  keptUntil,
  LIFE,
  leadsTo,
  MOVES,
  NAMES,
  PEOPLE,
  shownTo,
} from './access-request-life.ts';
import { CALLS, RequestWalk } from './access-request-walk.ts';
import type { Answered } from './commands.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const okafor = cast.families.okafor.episodes.current;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIFETIME = 50;
const scene = setScene();
const walking = new RequestWalk(scene);

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

const REFUSED_WITH = [
  ...['ROLE_NOT_PERMITTED', 'RECORD_UNKNOWN', 'NOT_A_GRANTOR', 'OWN_ACCESS', 'REVISION_PASSED'],
  ...['STEP_NOT_POSSIBLE', 'GRANT_NOT_POSSIBLE'],
];

/** In which states a request was shown how to whoever asked. */
const seen = new Set<string>();

/** Every step is on the record once: who, for which agency, on whose behalf, when and why. */
async function expectRecorded(
  known: Known,
  taken: { readonly move: Move; readonly by: Name | null } | null,
): Promise<void> {
  const steps = await recordedOf(scene.database().owner, known.id);
  expect(steps).toHaveLength(known.revision);
  expectChain(steps);
  if (taken === null) return;
  const { move, by } = taken;
  expect(steps.at(-1)).toMatchObject({
    machine: 'ACCESS_REQUEST',
    move: move.toUpperCase(),
    after: known.state,
    actor: by === null ? null : PEOPLE[by].id,
    agency: by === null ? null : PEOPLE[by].agency.id,
    onBehalfOf: move === 'lapse' ? 'SERVICE' : move === 'reply' ? 'SELF' : 'AGENCY',
    at: scene.clock.now().toISOString(),
    ...(move === 'lapse' ? {} : { reason: CALLS[move].reason }),
  });
}

/** Whoever asked sees what they may, reads while they have access, and heard of each window once. */
async function expectShownTo(asker: Name): Promise<void> {
  const now = walking.now();
  const own = walking.world.requests.filter((each) => each.asker === asker);
  const { body } = await walking.as(asker).asks(
    `{ myAccessRequests { request state revision outcomeAt query reply code reasons }
      episode(reference: "${okafor.reference}") { id } }`,
  );
  expect(body.errors).toBeUndefined();
  const byId = (a: Answered, b: Answered): number => (a.request < b.request ? -1 : 1);
  const expected = own.map((each) => shownTo(each, now));
  expect([...body.data.myAccessRequests].sort(byId)).toEqual(expected.sort(byId));
  for (const each of own) seen.add(`${each.state} ${shownTo(each, now)['state']}`);
  expect(body.data.episode?.id ?? null).toBe(
    hasAccess(walking.world, asker, now) ? okafor.id : null,
  );
  const notices = await scene.database().owner.run({
    text: `SELECT 1 AS sent FROM scheduler.notice WHERE kind = 'ACCESS_REQUEST_ANSWERED' AND to_account = $1`,
    values: [PEOPLE[asker].id],
  });
  expect(notices).toHaveLength(own.reduce((sum, { noticed }) => sum + noticed.size, 0));
}

/** The host sees what waits for it, of colleagues only; and what was told of a family is kept no longer than it is needed. */
async function expectWaiting(host: Name): Promise<void> {
  const { requests } = walking.world;
  const { body } = await walking
    .as(host)
    .asks('{ accessRequestsToAnswer { request state revision } }');
  expect(body.data.accessRequestsToAnswer.map(({ request }: Answered) => request).sort()).toEqual(
    requests
      .filter((each) => isOpen(each) && each.asker !== host)
      .map(({ id }) => id)
      .sort(),
  );
  const wiped = await scene.database().owner.run<{ id: string }>({
    text: 'SELECT id FROM partners.access_request WHERE num_nonnulls(identifiers, purpose, working_relationship, query, reply) = 0',
    values: [],
  });
  expect(wiped.map(({ id }) => id).sort()).toEqual(
    requests
      .filter(({ isWiped }) => isWiped)
      .map(({ id }) => id)
      .sort(),
  );
}

const step = fc.record({
  kind: fc.constantFrom('move', 'move', 'move', 'move', 'move', 'ask', 'ask', 'wait', 'wait'),
  // Mostly a move that leads on, and by somebody who may: else hardly anything would happen.
  wild: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Command>('query', 'reply', 'answer', 'refuse') },
  ),
  anybody: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Name>(...NAMES) },
  ),
  asker: fc.constantFrom(...ASKERS),
  which: fc.nat(99),
  pick: fc.nat(9_999),
});

test('a request for access lives as it is described, whoever tries what, and whoever asked is told nothing before its time', async () => {
  const ways = new Ways(Object.values(LIFE).flat());
  const refusals = new Set<string>(REFUSED_WITH);
  await walk(
    step,
    async ({ kind, wild, anybody, asker, which, pick }, at) => {
      if (at % LIFETIME === 0) await walking.startOver();
      const all = walking.world.requests.filter((each) => wild !== null || isOpen(each));
      const known = all[which % Math.max(1, all.length)];
      if (known === undefined || kind === 'ask') await walking.asks(asker, pick % 12 > 0);
      else if (kind === 'wait') {
        const hours = walking.now() + 7 * HOUR;
        await waits([hours, known.outcomeAt - 1, known.outcomeAt][pick % 3] ?? hours, ways);
      } else {
        const led = (each: Move) => leadsTo(each, known.state);
        const choices = ways.onward(known.state, MOVES.filter(led), led);
        const move = wild ?? choices[pick % choices.length] ?? 'query';
        if (move === 'lapse') await waits(keptUntil(known), ways);
        else {
          const may =
            move === 'reply' ? [known.asker] : HOST.filter((each) => each !== known.asker);
          // Whoever may not is told so in every way that there is.
          const untold = NAMES.find((who) =>
            refusals.has(walking.expects(known, move, { who, pick }) ?? ''),
          );
          const some = may[pick % may.length] ?? 'prue';
          const who = anybody === null ? some : (untold ?? anybody);
          const from = known.state;
          const code = await walking.tries(known, move, { who, pick });
          if (code === null) ways.took(from, known.state);
          else refusals.delete(code);
          await expectRecorded(known, code === null ? { move, by: who } : null);
        }
      }
      await expectShownTo(known?.asker ?? asker);
      if (at % 7 === 0) await expectWaiting(HOST[at % 2] ?? 'prue');
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
  expect([...refusals]).toEqual([]);
  expect([...seen].sort()).toEqual([
    'GRANTED GRANTED',
    'LAPSED NOT_GIVEN',
    'QUERIED NOT_GIVEN',
    'QUERIED QUERIED',
    'REFUSED NOT_GIVEN',
    'REFUSED RECEIVED',
    'REFUSED REFUSED',
    'REQUESTED NOT_GIVEN',
    'REQUESTED RECEIVED',
  ]);
});

/** Time goes by; each request that nobody decided on for too long lapses, by the service. */
async function waits(until: number, ways: Ways): Promise<void> {
  const before = new Map(walking.world.requests.map(({ id, state }) => [id, state]));
  for (const each of await walking.waits(until, service)) {
    ways.took(before.get(each.id) ?? '', 'LAPSED');
    await expectRecorded(each, { move: 'lapse', by: null });
  }
}

test('the window ends with the second working day in London, whatever the clocks and the holidays', async () => {
  for (const [asked, over] of [
    ['2026-06-17T10:00:00Z', '2026-06-19T23:00:00.000Z'],
    ['2026-08-28T22:59:59Z', '2026-09-02T23:00:00.000Z'],
    ['2026-08-28T23:00:00Z', '2026-09-02T23:00:00.000Z'],
    ['2026-10-23T10:00:00Z', '2026-10-28T00:00:00.000Z'],
  ] as const) {
    await walking.startOver();
    scene.clock.set(new Date(asked));
    await walking.asks('marcus', true);
    expect(new Date(walking.world.requests[0]?.outcomeAt ?? 0).toISOString()).toBe(over);
    await expectShownTo('marcus');
  }
});

test('nobody asks more than twenty times within a day', async () => {
  await walking.startOver();
  for (let at = 0; at < 21; at += 1) await walking.asks('zara', true);
  expect(walking.world.requests).toHaveLength(20);
  await walking.asks('marcus', true);
  for (const more of [DAY - 1, 1]) {
    scene.clock.set(new Date(walking.now() + more));
    await walking.asks('zara', true);
  }
  expect(walking.world.requests).toHaveLength(22);
});
