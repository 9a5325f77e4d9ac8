import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import type { Way } from './ways.ts';
import { Ways } from './ways.ts';

const { quincy, gideon, prue, sigrid, ursula, dorothea, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const ENDS = '2026-07-31T17:00:00Z';
const scene = setScene();

/** Of everything that happens in time only what is told here. */
const timers = partnersTimers.filter(({ name }) => name.startsWith('REVIEW_ACCESS'));

const PEOPLE = { quincy, gideon, prue, sigrid, ursula, dorothea, grace } as const;
type Name = keyof typeof PEOPLE;
type Kind = 'AUDIT' | 'REVIEW';
type Move = 'accept' | 'withdraw' | 'open' | 'read' | 'scope' | 'complete' | 'expire' | 'publish';

/** Where a step leads from where; of a review also through its stages. Nothing of it is read from the code. */
const LIFE: Readonly<Record<Move, (state: string, kind: Kind) => string | undefined>> = {
  accept: (state) => (state === 'PROPOSED' ? 'ACCEPTED' : undefined),
  withdraw: (state) => (['PROPOSED', 'ACCEPTED'].includes(state) ? 'WITHDRAWN' : undefined),
  open: (state) => (state === 'ACCEPTED' ? 'OPEN' : undefined),
  read: (state, kind) => (state === 'OPEN' && kind === 'REVIEW' ? 'OPEN' : undefined),
  scope: (state, kind) => (state === 'OPEN' && kind === 'REVIEW' ? 'OPEN' : undefined),
  complete: (state) => (state === 'OPEN' ? 'COMPLETE' : undefined),
  expire: (state) => (state === 'OPEN' ? 'EXPIRED' : undefined),
  publish: (state) => (['COMPLETE', 'EXPIRED'].includes(state) ? 'LEARNING_PUBLISHED' : undefined),
};
const MOVES = Object.keys(LIFE) as Move[];
const ENDED = ['WITHDRAWN', 'LEARNING_PUBLISHED'];
const WAYS = (['AUDIT', 'REVIEW'] as const).flatMap((kind) =>
  ['PROPOSED', 'ACCEPTED', 'OPEN', 'COMPLETE', 'EXPIRED'].flatMap((from) =>
    MOVES.flatMap((move): Way[] => {
      const to = LIFE[move](from, kind);
      return to === undefined ? [] : [[`${kind} ${from}`, `${kind} ${to}`]];
    }),
  ),
);

/** Quincy audits and proposed it; Sigrid reviews, proposed by Ursula. */
const MAY: Readonly<Record<Kind, Readonly<Record<Move, readonly Name[]>>>> = {
  AUDIT: {
    accept: ['gideon'],
    withdraw: ['gideon', 'prue', 'quincy', 'dorothea'],
    // Who accepted it does not open it.
    open: ['prue'],
    read: [],
    scope: [],
    complete: ['quincy', 'dorothea'],
    expire: [],
    publish: ['quincy', 'gideon'],
  },
  REVIEW: {
    accept: ['dorothea'],
    withdraw: ['ursula', 'sigrid', 'dorothea'],
    open: ['ursula'],
    read: ['ursula'],
    scope: ['ursula'],
    complete: ['sigrid', 'ursula'],
    expire: [],
    publish: ['sigrid', 'ursula'],
  },
};
const PURPOSE: Readonly<Record<Name, Purpose>> = {
  quincy: 'AUDIT',
  gideon: 'ADMINISTRATION',
  prue: 'ADMINISTRATION',
  sigrid: 'REVIEW',
  ursula: 'REVIEW',
  dorothea: 'ADMINISTRATION',
  grace: 'COORDINATE_SUPPORT',
};

const CALLS: Readonly<Record<Exclude<Move, 'expire'>, readonly [command: string, args: string]>> = {
  accept: ['acceptReviewAccess', 'reason: "It is worth it."'],
  withdraw: ['withdrawReviewAccess', 'reason: "Not now."'],
  open: ['openReviewAccess', `episodes: ["${okafor.id}"], reason: "Sampled."`],
  read: ['moveReviewStage', 'stage: STAGE_REVIEW, reason: "Scoped."'],
  scope: ['moveReviewStage', 'stage: STAGE_SCOPING, reason: "Once more."'],
  complete: ['completeReviewAccess', 'reason: "Everything is read."'],
  publish: ['publishLearning', 'learning: "Plans name who does what. لا أسماء."'],
};

const SHOWN = `__typename ... on ReviewAccessChanged { reviewAccess { id kind state stage revision practitioner { id } endsAt learning } }
  ... on CommandRefusal { code about revision findings { part code } }`;

let service: Connection;
beforeAll(() => {
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(() => service.close());

async function asks(name: Name, command: string, args: string): Promise<Answered> {
  const { body } = await scene
    .gate()
    .ask(PEOPLE[name], `mutation { ${command}(${args}) { ${SHOWN} } }`, {
      purpose: PURPOSE[name],
    });
  return body.errors === undefined
    ? body.data[command]
    : { code: body.errors[0]?.extensions['code'] };
}

async function begins(kind: Kind, over: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
  const args = {
    practitioner: (kind === 'AUDIT' ? quincy : sigrid).id,
    about: 'How plans are reviewed',
    endsAt: ENDS,
    reason: 'Of the year’s programme.',
    idempotencyKey: crypto.randomUUID(),
    ...over,
  };
  const given = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return asks(
    kind === 'AUDIT' ? 'quincy' : 'ursula',
    'proposeReviewAccess',
    `kind: ${kind}, ${given.join(', ')}`,
  );
}

/** Whether whoever looks finds the case now. */
async function finds(kind: Kind): Promise<boolean> {
  const name = kind === 'AUDIT' ? 'quincy' : 'sigrid';
  const { body } = await scene
    .gate()
    .ask(PEOPLE[name], `{ episode(reference: "${okafor.reference}") { status } }`, {
      purpose: PURPOSE[name],
    });
  expect(body.errors).toBeUndefined();
  return body.data.episode !== null;
}

const step = fc.record({
  kind: fc.constantFrom<Kind>('AUDIT', 'REVIEW'),
  wild: fc.option(fc.constantFrom(...MOVES), { freq: 3 }),
  anybody: fc.option(fc.constantFrom<Name>(...(Object.keys(PEOPLE) as Name[])), { freq: 3 }),
  pick: fc.nat(999),
});

test('an audit or review lives as it is described, and only while it is open is anything read', async () => {
  let kind: Kind = 'AUDIT';
  let { reviewAccess } = await begins(kind);
  let known = { state: 'PROPOSED', stage: 'STAGE_SCOPING', revision: 1 };
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ kind: next, wild, anybody, pick }) => {
      if (ENDED.includes(known.state)) {
        kind = next;
        ({ reviewAccess } = await begins(kind));
        known = { state: 'PROPOSED', stage: 'STAGE_SCOPING', revision: 1 };
      }
      const led = (each: Move): string | undefined => LIFE[each](known.state, kind);
      const leadingOn = ways.onward(
        `${kind} ${known.state}`,
        MOVES.filter(led),
        (each) => `${kind} ${led(each)}`,
      );
      const move = wild ?? leadingOn[pick % leadingOn.length] ?? 'accept';
      const to = led(move);
      let allowed = to !== undefined;
      if (move === 'expire') {
        await fireDue(service, timers, new Date(ENDS), { log: () => {} });
        // The county goes on at its own moment, at which what ends on that day has not ended yet.
        await scene.database().owner.run({
          text: `UPDATE access.access_grant SET ends_at = starts_at WHERE id IN (SELECT grant_id FROM partners.review_case
          WHERE review_id = $1) AND $2`,
          values: [reviewAccess.id, allowed],
        });
      } else {
        const may = MAY[kind][move];
        const who = anybody ?? may[pick % Math.max(1, may.length)] ?? 'grace';
        const isStale = pick % 12 === 11;
        allowed = may.includes(who) && to !== undefined && !isStale;
        const [command, args] = CALLS[move];
        const answer = await asks(
          who,
          command,
          `reviewAccess: "${reviewAccess.id}", expectedRevision: ${known.revision + (isStale ? 1 : 0)}, ${args}`,
        );
        expect(answer.reviewAccess?.state, `${who} ${move} ${known.state} ${answer.code}`).toBe(
          allowed ? to : undefined,
        );
        if (may.includes(who) && isStale) expect(answer.code).toBe('REVISION_PASSED');
        if (may.includes(who) && !isStale && to === undefined)
          expect(answer.code).toBe('STEP_NOT_POSSIBLE');
      }
      const steps = await recordedOf(scene.database().owner, reviewAccess.id);
      if (allowed && to !== undefined) {
        ways.took(`${kind} ${known.state}`, `${kind} ${to}`);
        known = {
          state: to,
          revision: known.revision + 1,
          stage:
            move === 'read' ? 'STAGE_REVIEW' : move === 'scope' ? 'STAGE_SCOPING' : known.stage,
        };
        expect(steps.at(-1)).toMatchObject({ machine: 'REVIEW_ACCESS', after: to });
      }
      expectChain(steps);
      expect(steps).toHaveLength(known.revision);
      const isRead = known.state === 'OPEN' && (kind === 'AUDIT' || known.stage === 'STAGE_REVIEW');
      expect(await finds(kind), `${kind} ${known.state} ${known.stage}`).toBe(isRead);
    },
    { until: () => ways.areTaken },
  );
  if (known.state === 'OPEN')
    await asks(
      kind === 'AUDIT' ? 'dorothea' : 'ursula',
      'completeReviewAccess',
      `reviewAccess: "${reviewAccess.id}", expectedRevision: ${known.revision}, reason: "r"`,
    );
  ways.expectAll();
});

describe('what is asked of it', () => {
  test.each([
    ['an end that has passed', { endsAt: '2026-06-16T17:00:00Z' }, 'REVIEW_END_INVALID'],
    ['an end too far', { endsAt: '2026-12-31T17:00:00Z' }, 'REVIEW_END_INVALID'],
    ['no moment', { endsAt: 'soon' }, 'ARGUMENT_INVALID'],
    ['somebody who is no auditor', { practitioner: grace.id }, 'LOOKER_ROLE_MISSING'],
    ['nobody', { practitioner: 'none' }, 'RECORD_UNKNOWN'],
    ['an episode in what it is about', { about: 'EH-000001' }, 'LEARNING_IDENTIFIES'],
    ['nothing that it is about', { about: ' ' }, 'ARGUMENT_INVALID'],
  ])('%s is refused', async (_, over, code) => {
    const answer = await begins('AUDIT', over);
    expect([code, 'GRAPHQL_VALIDATION_FAILED']).toContain(answer.code);
  });

  async function open(episodes: readonly string[]): Promise<Answered> {
    const { reviewAccess } = await begins('AUDIT');
    const id = `reviewAccess: "${reviewAccess.id}"`;
    await asks('gideon', 'acceptReviewAccess', `${id}, expectedRevision: 1, reason: "r"`);
    const answer = await asks(
      'prue',
      'openReviewAccess',
      `${id}, expectedRevision: 2, reason: "r", episodes: ${JSON.stringify(episodes)}`,
    );
    return { answer, id: reviewAccess.id };
  }

  test('of several cases all are opened or none', async () => {
    const { answer, id } = await open([okafor.id, crypto.randomUUID()]);
    expect(answer.code).toBe('RECORD_UNKNOWN');
    expect(await recordedOf(scene.database().owner, id)).toHaveLength(2);
    expect(await finds('AUDIT')).toBe(false);
    const [left] = await scene.database().owner.run<{ many: number }>({
      text: 'SELECT count(*)::integer AS many FROM partners.review_case WHERE review_id = $1',
      values: [id],
    });
    expect(left?.many).toBe(0);
  });

  test('a case that cannot be opened is told by its place among those that were named', async () => {
    const audited = cast.families.hallam.episodes.current.id;
    for (const [episodes, part] of [
      [[okafor.id, audited], 'episodes.1.role'],
      [[audited, okafor.id], 'episodes.0.role'],
    ] as const) {
      const { answer } = await open(episodes);
      expect(answer).toMatchObject({
        code: 'GRANT_NOT_POSSIBLE',
        findings: [{ code: 'ALREADY_GRANTED', part }],
      });
    }
  });

  test('the same case twice, no case and too many are refused', async () => {
    for (const episodes of [[okafor.id, okafor.id], [], Array(51).fill(okafor.id)])
      expect((await open(episodes)).answer.code).toBe('ARGUMENT_INVALID');
  });

  test.each([
    ['EH-000001 was well kept', 'a reference of an episode or a family'],
    ['943 476 5919 should have been asked', 'a number of ten digits or more, as the NHS number is'],
    ['see anna@home.example', 'an e-mail address'],
    ['born 3/4/2014', 'a day'],
    ['of MZ9 9ZZ', 'a postcode'],
  ])('what identifies somebody is not published: %s', async (learning, what) => {
    const { id } = await open([okafor.id]);
    const of = `reviewAccess: "${id}"`;
    await asks('dorothea', 'completeReviewAccess', `${of}, expectedRevision: 3, reason: "r"`);
    const answer = await asks(
      'quincy',
      'publishLearning',
      `${of}, expectedRevision: 4, learning: ${JSON.stringify(learning)}`,
    );
    expect(answer).toMatchObject({ code: 'LEARNING_IDENTIFIES', about: [what] });
  });
});
