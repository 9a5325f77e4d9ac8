import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Known, Move, Who } from './account-life.ts';
import {
  COMMANDS,
  ENDED,
  heads,
  IN_USE,
  leadingOn,
  led,
  MAY,
  missing,
  ON_THE_WAY,
  WAYS,
} from './account-life.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { Nominees } from './nominees.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { prue, gideon, adaline, caspar, grace } = cast.practitioners;
const scene = setScene();
const nominees = new Nominees(scene);
const DAY = 86_400_000;

const OWN = { shows: '... on EnrolmentChanged { state missing }' };

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

/** What happens to accounts and roles meanwhile. */
async function timePasses(days: number): Promise<void> {
  scene.clock.set(new Date(scene.clock.now().getTime() + days * DAY));
  const timers = partnersTimers.filter(({ name }) => !name.startsWith('AGENCY_'));
  const { failed } = await fireDue(service, timers, scene.clock.now(), { log: () => {} });
  expect(failed).toBe(0);
}

async function nominates(): Promise<Known> {
  const given = nominees.next();
  const answer = carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
  expect(answer).toMatchObject({ state: 'NOMINATED', revision: 1 });
  const subject = `walker-${given.email}`;
  return {
    id: answer.account,
    email: given.email,
    subject,
    state: 'NOMINATED',
    revision: 1,
    steps: 1,
    code: null,
    codeUntil: 0,
    trained: null,
    accepted: false,
    secondFactor: false,
    idleSince: 0,
    bound: false,
  };
}

/** Each further step towards an active account, taken by itself once nothing is missing for it. */
function settle(known: Known): void {
  const now = scene.clock.now().getTime();
  const next = (state: string): void => {
    known.state = state;
    known.revision += 1;
    known.steps += 1;
  };
  if (known.state === 'TRAINING' && known.trained !== null && known.trained > now)
    next('UAA_PENDING');
  if (known.state === 'UAA_PENDING' && known.accepted) next('MFA_PENDING');
  if (known.state !== 'MFA_PENDING' || !known.secondFactor) return;
  next('ACTIVE');
  known.idleSince = now;
}

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may: else hardly anything would happen.
  wild: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Move>(
        ...(['invite', 'take', 'train', 'accept', 'factor', 'lock', 'compromise'] as const),
        ...(['unlock', 'breach', 'leave', 'reactivate', 'months'] as const),
      ),
    },
  ),
  anybody: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Who>(prue, gideon, adaline, caspar, grace) },
  ),
  pick: fc.nat(9_999),
});

test('an account lives as it is described, whoever tries what, and reads exactly while it is active', async () => {
  const begin = async (): Promise<Known> => {
    scene.clock.set(COUNTY_NOW);
    return nominates();
  };
  let known = await begin();
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ wild, anybody, pick }) => {
      if (ENDED.includes(known.state) && pick % 4 > 0) known = await begin();
      const choices = ways.onward(known.state, leadingOn(known), (each) => heads(known, each));
      const move = wild ?? choices[pick % choices.length] ?? 'invite';
      const before = { state: known.state, steps: known.steps };
      const now = scene.clock.now().getTime();
      const self = { subject: known.subject };
      const command = COMMANDS[move];
      if (command !== undefined) {
        const may = MAY[move] ?? [];
        const who = anybody ?? may[pick % may.length] ?? prue;
        const isStale = pick % 13 === 5;
        const today = scene.clock.now().toISOString().slice(0, 10);
        const until = new Date(now + 800 * DAY).toISOString().slice(0, 10);
        const module = known.trained === null && pick % 2 === 0 ? 'SYSTEM' : 'DATA_AND_SECURITY';
        const both = move === 'train' ? ['SYSTEM', 'DATA_AND_SECURITY'] : [module];
        for (const each of both) {
          const answer = await nominees.does(who, command, {
            practitioner: known.id,
            expectedRevision: known.revision + (isStale ? 1 : 0),
            ...(move === 'train'
              ? { module: { enum: each }, completedOn: today, expiresOn: until }
              : {}),
          });
          const next = led(known.state, move);
          if (!may.includes(who)) {
            expect(answer.turnedAway?.code ?? answer.code).toMatch(
              /^(ROLE_NOT_PERMITTED|PURPOSE_NOT_PERMITTED)$/,
            );
          } else if (isStale) {
            expect(answer).toMatchObject({ code: 'REVISION_PASSED', revision: known.revision });
          } else if (next === null) {
            expect(answer).toMatchObject({ code: 'STEP_NOT_POSSIBLE', revision: known.revision });
            expect(answer.about[0]).toBe(known.state);
          } else {
            known.state = next;
            known.revision += 1;
            known.steps += 1;
            if (move === 'train' && each === 'DATA_AND_SECURITY') known.trained = now + 800 * DAY;
            if (move === 'invite' || move === 'unlock') {
              known.code = await nominees.lastCode(known.email);
              known.codeUntil = now + 14 * DAY;
            }
            if (['lock', 'compromise', 'leave', 'breach'].includes(move)) known.code = null;
            if (move === 'unlock') {
              known.bound = false;
              known.secondFactor = false;
            }
            settle(known);
            expect(answer).toMatchObject({ state: known.state, revision: known.revision });
            const last = (await recordedOf(scene.database().owner, known.id)).at(-1);
            expect(last).toMatchObject({
              machine: 'ACCOUNT',
              actor: who.id,
              onBehalfOf: 'AGENCY',
              after: known.state,
              at: scene.clock.now().toISOString(),
            });
          }
        }
      } else if (move === 'take') {
        const code = known.code ?? '23456-ABCDE-23456-ABCDE-23456';
        const good = known.state === 'INVITED' && known.code !== null && known.codeUntil > now;
        const answer = await commands(scene.gate(), self, 'acceptInvitation', { code }, OWN);
        if (known.bound && known.state !== 'LEFT')
          expect(answer).toMatchObject({ code: 'CREDENTIAL_IN_USE' });
        else if (!good) expect(answer).toMatchObject({ code: 'INVITATION_INVALID' });
        else {
          known.state = 'TRAINING';
          known.revision += 1;
          known.steps += 1;
          known.bound = true;
          known.code = null;
          settle(known);
          expect(answer).toMatchObject({ state: known.state });
        }
      } else if (move === 'accept' || move === 'factor') {
        const answer = await (move === 'accept'
          ? commands(scene.gate(), self, 'acceptUserAgreement', { version: '2024-10' }, OWN)
          : ownFactor(known.subject));
        const possible = [...ON_THE_WAY, ...(move === 'accept' ? IN_USE : [])];
        if (!known.bound) expect(answer).toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
        else if (!possible.includes(known.state))
          expect(answer).toMatchObject({ code: 'STEP_NOT_POSSIBLE', revision: known.revision });
        else {
          known.revision += 1;
          known.steps += 1;
          if (move === 'accept') {
            known.accepted = true;
            known.idleSince = Math.max(known.idleSince, now);
          } else known.secondFactor = true;
          settle(known);
          expect(answer).toMatchObject({ state: known.state });
          const last = (await recordedOf(scene.database().owner, known.id)).at(-1);
          expect(last).toMatchObject({ actor: known.id, onBehalfOf: 'SELF' });
        }
      } else {
        await timePasses(move === 'year' ? 810 : 170);
        const then = scene.clock.now().getTime();
        const runOut = known.trained !== null && known.trained + DAY <= then;
        const next = (state: string): void => {
          known.state = state;
          known.revision += 1;
          known.steps += 1;
        };
        if (IN_USE.includes(known.state) && runOut) next('TRAINING');
        if (known.state === 'ACTIVE' && then - known.idleSince > 336 * DAY) next('DORMANT_WARNING');
        if (known.state === 'DORMANT_WARNING' && then - known.idleSince > 367 * DAY)
          next('DISABLED_DORMANT');
      }
      if (known.state !== before.state) ways.took(before.state, known.state);
      const steps = await recordedOf(scene.database().owner, known.id);
      expect(steps.length, move).toBe(known.steps);
      expectChain(steps);
      expect(steps.at(-1)?.after).toBe(known.state);
      if (known.state !== before.state && known.bound) {
        const { body } = await scene.gate().ask(self, '{ myAccount { state missing next } }');
        expect(body.data.myAccount.state).toBe(known.state);
        expect(body.data.myAccount.missing).toEqual(missing(known, scene.clock.now().getTime()));
        if (body.data.myAccount.missing.length > 0) expect(body.data.myAccount.next).toMatch(/\S/);
      }
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});

function ownFactor(subject: string): Promise<Answered> {
  return scene
    .gate()
    .ask(
      { subject },
      'mutation { confirmSecondFactor { __typename ... on EnrolmentChanged { state missing } ... on CommandRefusal { code about revision } } }',
      { purpose: 'ADMINISTRATION' },
    )
    .then(({ body }) => body.data?.confirmSecondFactor ?? { turnedAway: body.errors });
}
