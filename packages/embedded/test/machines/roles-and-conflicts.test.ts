import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { expectChain, recordedOf, STEPS, walk } from './walking.ts';
import type { Way } from './ways.ts';
import { Ways } from './ways.ts';

const { prue, gideon, adaline, barnaby, ursula, dorothea, caspar, tom, grace, hester } =
  cast.practitioners;
const scene = setScene();
const DAY = 86_400_000;
const SHOWS = { shows: '... on RoleHoldingChanged { holding role state confirmedUntil revision }' };
const PEOPLE = [prue, gideon, adaline, barnaby, ursula, dorothea, caspar] as const;
type Person = (typeof PEOPLE)[number];

/** Who may give what, written down here once more. */
const BY: Readonly<Record<string, readonly Person[]>> = {
  TAF_MEMBER: [prue, gideon],
  CONTACT_OFFICER: [prue, gideon],
  BUSINESS_SUPPORT: [adaline, barnaby],
  HUB_WORKER: [adaline, barnaby],
  QA_AUDITOR: [adaline, barnaby],
  DATA_PROTECTION_OFFICER: [adaline, barnaby],
  SAFEGUARDING_REVIEWER: [ursula],
  BUSINESS_UNIT: [gideon],
  ADMINISTRATOR: [gideon],
  FAMILY_MEMBER: [],
};
const APART = [
  ['ADMINISTRATOR'],
  ['BUSINESS_SUPPORT', 'HUB_WORKER'],
  ['QA_AUDITOR', 'DATA_PROTECTION_OFFICER'],
];

type Move = 'assign' | 'confirm' | 'end' | 'wait' | 'half';

/** What becomes of a role by each step; one that was ended is none any more. */
const LIFE: Readonly<Record<Move, readonly Way[]>> = {
  assign: ['NONE', 'LAPSED'].map((from) => [from, 'HELD']),
  confirm: [['HELD', 'HELD']],
  end: ['HELD', 'LAPSED'].map((from) => [from, 'NONE']),
  wait: [['HELD', 'LAPSED']],
  half: [],
};

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

const does = (
  who: { readonly subject: string },
  command: string,
  given: Readonly<Record<string, unknown>>,
) => commands(scene.gate(), who, command, { reason: 'needed', ...given }, SHOWS);

const gives = (
  who: { readonly subject: string },
  role: string,
  to: { readonly id: string } = grace,
) => does(who, 'assignRole', { practitioner: to.id, role, idempotencyKey: crypto.randomUUID() });

interface Known {
  holding: string;
  revision: number;
  steps: number;
  until: number;
}

const step = fc.record({
  move: fc.constantFrom<Move>('assign', 'assign', 'assign', 'confirm', 'end', 'wait', 'half'),
  role: fc.constantFrom(...Object.keys(BY)),
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Person>(...PEOPLE) },
  ),
  stale: fc.nat(12),
});

test('roles are given, confirmed and ended by whom they may be, and lapse by themselves', async () => {
  await scene.database().owner.run({
    text: 'DELETE FROM access.role_holding WHERE account_id = $1',
    values: [grace.id],
  });
  const held = new Map<string, Known>();
  const ways = new Ways(Object.values(LIFE).flat());
  let refusedAsLapsed = 0;
  await walk(
    step,
    async ({ move, role: any, who, stale }) => {
      const now = (): number => scene.clock.now().getTime();
      if (now() > COUNTY_NOW.getTime() + 20_000 * DAY) return;
      const lives = (one: Known | undefined): boolean => one !== undefined && one.until > now();
      const stands = (name: string): string => {
        const one = held.get(name);
        return one === undefined ? 'NONE' : lives(one) ? 'HELD' : 'LAPSED';
      };
      const leadsOn = (name: string): boolean =>
        LIFE[move].some((way) => way[0] === stands(name) && ways.isLeft(way));
      const role = [any, ...held.keys()].find(leadsOn) ?? any;
      const stood = new Map([role, ...held.keys()].map((name) => [name, stands(name)]));
      const known = held.get(role);
      const by = BY[role] ?? [];
      const actor = who ?? by[stale % Math.max(by.length, 1)] ?? gideon;
      const isQualified = by.includes(actor);
      let isConfirmed = false;
      if (move === 'wait' || move === 'half') {
        scene.clock.set(new Date(now() + (move === 'wait' ? 200 : 60) * DAY));
        await fireDue(
          service,
          partnersTimers.filter(({ name }) => name === 'ROLE_REVIEW_DUE'),
          scene.clock.now(),
          {
            log: () => {},
          },
        );
      } else if (move === 'assign') {
        const answer = await gives(actor, role);
        const live = [...held].filter(([, one]) => lives(one)).map(([name]) => name);
        const apart = APART.filter((group) => !group.includes(role)).flat();
        const clashing = APART.some((group) => group.includes(role))
          ? apart.filter((one) => live.includes(one))
          : [];
        if (!isQualified) expect(answer).toMatchObject({ code: 'ROLE_NOT_ASSIGNABLE' });
        else if (lives(known)) expect(answer).toMatchObject({ code: 'ROLE_HELD', about: [role] });
        else if (clashing.length > 0) {
          expect(answer).toMatchObject({ code: 'ROLES_APART' });
          expect([...answer.about].sort()).toEqual([...clashing].sort());
        } else {
          expect(carriedOut(answer)).toMatchObject({ role, state: 'HELD', revision: 1 });
          const until = new Date(answer.confirmedUntil).getTime();
          expect(Math.round((until - now()) / DAY)).toBeGreaterThanOrEqual(395);
          expect(Math.round((until - now()) / DAY)).toBeLessThanOrEqual(398);
          held.set(role, { holding: answer.holding, revision: 1, steps: 1, until });
        }
      } else if (known !== undefined) {
        const isStale = stale === 0;
        const answer = await does(actor, move === 'confirm' ? 'confirmRole' : 'endRole', {
          holding: known.holding,
          expectedRevision: known.revision + (isStale ? 1 : 0),
        });
        if (!isQualified)
          expect(answer.turnedAway?.code ?? answer.code).toMatch(
            /^(ROLE_NOT_ASSIGNABLE|RECORD_UNKNOWN)$/,
          );
        else if (isStale) expect(answer).toMatchObject({ code: 'REVISION_PASSED' });
        else if (move === 'confirm' && !lives(known)) {
          expect(answer).toMatchObject({ code: 'STEP_NOT_POSSIBLE', about: ['LAPSED', 'END'] });
          refusedAsLapsed += 1;
        } else {
          carriedOut(answer);
          known.revision += 1;
          known.steps += 1;
          isConfirmed = move === 'confirm';
          if (move === 'end') held.delete(role);
          else known.until = new Date(answer.confirmedUntil).getTime();
          const steps = await recordedOf(scene.database().owner, known.holding);
          expect(steps).toHaveLength(known.steps);
          expect(steps.at(-1)).toMatchObject({
            machine: 'ROLE_HOLDING',
            actor: actor.id,
            agency: actor.agency.id,
            reason: 'needed',
            at: scene.clock.now().toISOString(),
          });
        }
      }
      for (const [name, from] of stood)
        if (from !== stands(name) || (isConfirmed && name === role)) ways.took(from, stands(name));
      const { body } = await scene
        .gate()
        .ask(gideon, `{ accountOf(practitioner: "${grace.id}") { holdings { role state } } }`, {
          purpose: 'ADMINISTRATION',
        });
      const live = [...held].filter(([, one]) => lives(one)).map(([name]) => name);
      const shown = body.data.accountOf.holdings.filter(({ state }: Answered) => state === 'HELD');
      expect(shown.map((one: Answered) => one.role).sort()).toEqual(live.sort());
    },
    { count: Math.ceil(STEPS / 2), until: () => ways.areTaken },
  );
  ways.expectAll();
  expect(refusedAsLapsed).toBeGreaterThan(0);
  for (const { holding } of held.values())
    expectChain(await recordedOf(scene.database().owner, holding));
  scene.clock.set(COUNTY_NOW);
});

describe('who decides about roles', () => {
  test('nobody about their own, nor about one that they hold', async () => {
    expect(await gives(adaline, 'BUSINESS_SUPPORT', adaline)).toMatchObject({ code: 'OWN_ACCESS' });
    await scene.given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: adaline.id,
      role: 'HUB_WORKER',
      starts_at: COUNTY_NOW.toISOString(),
      ends_at: null,
    });
    expect(await gives(adaline, 'HUB_WORKER', tom)).toMatchObject({ code: 'ROLE_OF_YOUR_OWN' });
  });

  test('a role that lapsed opens nothing, from the very moment on', async () => {
    const okafor = cast.families.okafor.episodes.current;
    const until = new Date(COUNTY_NOW.getTime() + DAY);
    await scene.reader(tom).reads(okafor);
    await scene.given.changed(
      'access.role_holding',
      { account_id: tom.id },
      { confirmed_until: until.toISOString() },
    );
    scene.clock.set(new Date(until.getTime() - 1));
    await scene.reader(tom).reads(okafor);
    scene.clock.set(until);
    await scene.reader(tom).isRefused('ROLE_MISSING');
  });

  test('the hub’s roles are not the hub’s to give', async () => {
    expect((await gives(hester, 'TAF_MEMBER', tom)).turnedAway?.code).toBe('PURPOSE_NOT_PERMITTED');
  });
});

describe('a conflict of interest', () => {
  const CONFLICT = '... on ConflictChanged { conflict state }';
  const okafor = cast.families.okafor.episodes.current;
  const declare = (
    who: { readonly subject: string },
    command: string,
    given: Readonly<Record<string, unknown>>,
  ) =>
    commands(
      scene.gate(),
      who,
      command,
      { reason: 'my cousin', ...given },
      {
        shows: CONFLICT,
        purpose: who === tom ? 'COORDINATE_SUPPORT' : 'ADMINISTRATION',
      },
    );

  test('that somebody declares bars them at once, until the host ends it', async () => {
    await scene.reader(tom).reads(okafor);
    const { conflict } = carriedOut(
      await declare(tom, 'declareConflict', { episode: okafor.id, idempotencyKey: 'own' }),
    );
    await scene.reader(tom).findsNothingOf(okafor);
    const end = { conflict };
    expect((await declare(tom, 'endConflict', end)).turnedAway?.code ?? 'x').toMatch(/./);
    expect(await declare(prue, 'endConflict', { conflict: 'x' })).toMatchObject({
      code: 'RECORD_UNKNOWN',
    });
    expect(carriedOut(await declare(prue, 'endConflict', end))).toMatchObject({ state: 'ENDED' });
    await scene.reader(tom).reads(okafor);
    expect(await declare(prue, 'endConflict', end)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    const steps = await recordedOf(scene.database().owner, conflict);
    expectChain(steps);
    expect(steps.map(({ actor, onBehalfOf, after }) => [actor, onBehalfOf, after])).toEqual([
      [tom.id, 'SELF', 'DECLARED'],
      [prue.id, 'COLLEAGUE', 'ENDED'],
    ]);
  });

  test('is declared with no family that one does not see, and the answer does not tell which there is', async () => {
    const other = cast.families.bexley.episodes.current;
    for (const episode of [cast.families.everard.episodes, other].map((each) =>
      'id' in each ? each.id : crypto.randomUUID(),
    ))
      expect(
        (
          await declare(dorothea, 'declareConflict', {
            episode,
            idempotencyKey: crypto.randomUUID(),
          })
        ).code,
      ).toBe('RECORD_UNKNOWN');
  });
});
