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
import { expectChain, recordedOf, walk } from './walking.ts';

const { prue, gideon, adaline, caspar, grace } = cast.practitioners;
const { fernhollow, lantern } = cast.agencies;
const scene = setScene();
const DAY = 86_400_000;

const SHOWS = { shows: '... on AccountChanged { account state revision }' };
const OWN = { shows: '... on EnrolmentChanged { state missing }' };

type Who = { readonly subject: string; readonly id?: string };

const does = (who: Who, command: string, given: Readonly<Record<string, unknown>>) =>
  commands(scene.gate(), who, command, { reason: 'as agreed', ...given }, SHOWS);

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  // Years go by in the walk: nobody else's training or papers are to run out meanwhile.
  await scene.database().owner.script(`UPDATE access.training SET expires_on = '2090-01-01';
    UPDATE access.agency_evidence SET valid_until = '2090-01-01'`);
});
afterAll(() => service.close());

/** What happens to accounts and roles meanwhile. */
async function timePasses(days: number): Promise<void> {
  scene.clock.set(new Date(scene.clock.now().getTime() + days * DAY));
  const timers = partnersTimers.filter(({ name }) => !name.startsWith('AGENCY_'));
  const { failed } = await fireDue(service, timers, scene.clock.now(), { log: () => {} });
  expect(failed).toBe(0);
}

/** The code of the last invitation, as its mail has it. */
async function lastCode(email: string): Promise<string> {
  const [notice] = await scene.database().owner.run<{ code: string }>({
    text: `SELECT params ->> 'code' AS code FROM scheduler.notice WHERE kind = 'INVITATION' AND to_address = $1
      ORDER BY age(xmin) LIMIT 1`,
    values: [email],
  });
  return notice?.code ?? '';
}

let serial = 0;

function nominee(over: Readonly<Record<string, unknown>> = {}) {
  serial += 1;
  return {
    agency: fernhollow.id,
    name: 'Wren Ó Súilleabháin 沈',
    jobTitle: 'Learning mentor',
    email: `wren.${serial}@fernhollow.example`,
    idempotencyKey: crypto.randomUUID(),
    ...over,
  };
}

/** What is known of an account, by the rules written down here once more. */
interface Known {
  id: string;
  email: string;
  subject: string;
  state: string;
  revision: number;
  steps: number;
  code: string | null;
  /** When the code is too old. */
  codeUntil: number;
  trained: number | null;
  accepted: boolean;
  secondFactor: boolean;
  idleSince: number;
  bound: boolean;
}

async function nominates(): Promise<Known> {
  const given = nominee();
  const answer = carriedOut(await does(caspar, 'nominatePractitioner', given));
  expect(answer).toMatchObject({ state: 'NOMINATED', revision: 1 });
  const subject = `walker-${serial}`;
  return {
    id: answer.account,
    email: String(given.email),
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

type Move =
  | 'invite'
  | 'take'
  | 'train'
  | 'accept'
  | 'factor'
  | 'lock'
  | 'compromise'
  | 'unlock'
  | 'breach'
  | 'leave'
  | 'reactivate'
  | 'year'
  | 'months';

const COMMANDS: Readonly<Partial<Record<Move, string>>> = {
  invite: 'invitePractitioner',
  train: 'recordTraining',
  lock: 'lockDownAccount',
  compromise: 'disableCompromised',
  unlock: 'unlockAccount',
  breach: 'endForTermsBreach',
  leave: 'reportLeaver',
  reactivate: 'reactivateAccount',
};

const ENDED = ['LEFT', 'TERMS_BREACH'];
const LOCKED = ['LOCKED_DOWN', 'DISABLED_COMPROMISE'];
const ON_THE_WAY = ['TRAINING', 'UAA_PENDING', 'MFA_PENDING'];
const IN_USE = ['ACTIVE', 'DORMANT_WARNING'];

/** The state that a command leads to, without the steps that follow by themselves; null where it is not possible. */
function led(state: string, move: Move): string | null {
  const known = ['INVITED', ...ON_THE_WAY, ...IN_USE, 'DISABLED_DORMANT'];
  switch (move) {
    case 'invite':
      return ['NOMINATED', 'INVITED'].includes(state) ? 'INVITED' : null;
    case 'train':
      return ENDED.includes(state) || state === 'DISABLED_COMPROMISE' ? null : state;
    case 'lock':
      return known.includes(state) ? 'LOCKED_DOWN' : null;
    case 'compromise':
      return [...known, 'LOCKED_DOWN'].includes(state) ? 'DISABLED_COMPROMISE' : null;
    case 'unlock':
      return LOCKED.includes(state) ? 'INVITED' : null;
    case 'breach':
      return [...known, ...LOCKED].includes(state) ? 'TERMS_BREACH' : null;
    case 'leave':
      return ENDED.includes(state) ? null : 'LEFT';
    case 'reactivate':
      return state === 'DISABLED_DORMANT' ? 'TRAINING' : null;
    default:
      return null;
  }
}

const MAY: Readonly<Partial<Record<Move, readonly Who[]>>> = {
  invite: [prue, gideon],
  train: [prue, gideon],
  lock: [prue, gideon, adaline, caspar],
  compromise: [prue, gideon, adaline],
  unlock: [prue, gideon],
  breach: [prue, gideon],
  leave: [prue, gideon, caspar],
  reactivate: [prue, gideon],
};

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

function leadingOn({ state, trained, accepted }: Known): readonly Move[] {
  const missing: readonly Move[] = [
    ...(trained === null ? (['train'] as const) : []),
    ...(accepted ? [] : (['accept'] as const)),
    'factor',
  ];
  if (state === 'NOMINATED') return ['invite', 'invite', 'leave'];
  if (state === 'INVITED') return ['take', 'take', 'take', 'lock', 'invite'];
  if (state === 'TRAINING') return ['train', 'train', 'accept', 'factor', 'lock'];
  if (ON_THE_WAY.includes(state)) return [...missing, ...missing, 'lock', 'months'];
  if (state === 'ACTIVE')
    return [...Array<Move>(6).fill('months'), 'year', 'lock', 'lock', 'compromise', 'leave'];
  if (state === 'DORMANT_WARNING') return ['months', 'months', 'months', 'lock', 'breach'];
  if (state === 'DISABLED_DORMANT') return ['reactivate', 'reactivate', 'leave', 'lock'];
  return ['unlock', 'unlock', 'unlock', 'breach', 'leave'];
}

test('an account lives as it is described, whoever tries what, and reads exactly while it is active', async () => {
  const begin = async (): Promise<Known> => {
    scene.clock.set(COUNTY_NOW);
    return nominates();
  };
  let known = await begin();
  const taken = new Set<string>();
  await walk(step, async ({ wild, anybody, pick }) => {
    if (ENDED.includes(known.state) && pick % 4 > 0) known = await begin();
    const choices = leadingOn(known);
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
        const answer = await does(who, command, {
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
            known.code = await lastCode(known.email);
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
      if (known.bound) expect(answer).toMatchObject({ code: 'CREDENTIAL_IN_USE' });
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
    if (known.state !== before.state) taken.add(`${before.state} ${known.state}`);
    const steps = await recordedOf(scene.database().owner, known.id);
    expect(steps.length, move).toBe(known.steps);
    expectChain(steps);
    expect(steps.at(-1)?.after).toBe(known.state);
    if (known.state !== before.state && known.bound) {
      const { body } = await scene.gate().ask(self, '{ myAccount { state missing next } }');
      expect(body.data.myAccount.state).toBe(known.state);
      expect(body.data.myAccount.missing.includes('ACCOUNT_NOT_ACTIVE')).toBe(
        !IN_USE.includes(known.state),
      );
      if (body.data.myAccount.missing.length > 0) expect(body.data.myAccount.next).toMatch(/\S/);
    }
  });
  const asked = [
    ...['NOMINATED INVITED', 'INVITED TRAINING', 'ACTIVE LOCKED_DOWN', 'LOCKED_DOWN INVITED'],
    ...['ACTIVE TRAINING', 'ACTIVE DORMANT_WARNING', 'DORMANT_WARNING DISABLED_DORMANT'],
    ...['INVITED LOCKED_DOWN', 'NOMINATED LEFT', 'LOCKED_DOWN TERMS_BREACH'],
  ];
  expect(asked.filter((each) => !taken.has(each))).toEqual([]);
});

describe('who is nominated', () => {
  test.each([
    ['a mailbox that several people read', { email: 'office@fernhollow.example' }, 'email'],
    ['the same with a number', { email: 'info.2@fernhollow.example' }, 'email'],
    ['the same in two words', { email: 'School-Office@fernhollow.example' }, 'email'],
    ['a domain of nobody’s', { email: 'wren@elsewhere.example' }, 'email'],
    ['a domain of another agency', { email: 'wren@lantern.example' }, 'email'],
    ['a domain that only looks alike', { email: 'wren@fеrnhollow.example' }, 'email'],
    ['a domain below the own', { email: 'wren@mail.fernhollow.example' }, 'email'],
    ['a name in letters that look alike', { email: 'wrеn@fernhollow.example' }, 'email'],
    ['a tag after a plus', { email: 'wren+2@fernhollow.example' }, 'email'],
    ['quotes', { email: '"wren"@fernhollow.example' }, 'email'],
    ['two addresses', { email: 'wren@x.example,wren@fernhollow.example' }, 'email'],
    ['a line of its own', { email: 'wren\n@fernhollow.example' }, 'email'],
    ['no address', { email: '' }, 'email'],
    ['a name that says nothing', { name: ' \u200b' }, 'name'],
    ['a name too long', { name: 'n'.repeat(201) }, 'name'],
    ['marks that turn the text round', { jobTitle: 'Mentor\u202egnp' }, 'jobTitle'],
  ] as const)(
    '%s is refused with what would be right, and nothing is written',
    async (_, over, part) => {
      const before = await counted();
      const answer = await does(caspar, 'nominatePractitioner', nominee(over));
      expect(answer).toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect(answer.findings.map((each: Answered) => each.part)).toEqual([part]);
      expect(await counted()).toEqual(before);
    },
  );

  test('an address is one person’s, in whatever letters it is written', async () => {
    const given = nominee();
    carriedOut(await does(caspar, 'nominatePractitioner', given));
    for (const email of [given.email.toUpperCase(), ` ${given.email}`.trim(), grace.email])
      expect(await does(caspar, 'nominatePractitioner', nominee({ email }))).toMatchObject({
        code: 'EMAIL_IN_USE',
      });
  });

  test('is of the contact officer’s own agency; the host nominates whoever is named as one, and a second person countersigns', async () => {
    expect(
      await does(caspar, 'nominatePractitioner', nominee({ agency: lantern.id })),
    ).toMatchObject({ code: 'RECORD_UNKNOWN' });
    expect(await does(prue, 'nominatePractitioner', nominee())).toMatchObject({
      code: 'NOMINATION_OF_AGENCY',
    });
    const email = 'sole.worker@lantern.example';
    const { body } = await scene
      .gate()
      .ask(prue, '{ agencies { id revision } }', { purpose: 'ADMINISTRATION' });
    const { revision } = body.data.agencies.find(({ id }: Answered) => id === lantern.id);
    carriedOut(
      await commands(
        scene.gate(),
        prue,
        'nameContactOfficer',
        {
          agency: lantern.id,
          expectedRevision: revision,
          name: 'Sole Worker',
          jobTitle: 'Coordinator',
          phone: '01632 960102',
          email,
          reason: 'as told',
        },
        { shows: '... on AgencyChanged { agency { id } }' },
      ),
    );
    const { account } = carriedOut(
      await does(prue, 'nominatePractitioner', nominee({ agency: lantern.id, email })),
    );
    const step = { practitioner: account, expectedRevision: 1 };
    expect(await does(gideon, 'invitePractitioner', step)).toMatchObject({
      code: 'COUNTERSIGNATURE_MISSING',
    });
    expect(await does(prue, 'countersignNomination', step)).toMatchObject({
      code: 'SECOND_PERSON',
    });
    carriedOut(await does(gideon, 'countersignNomination', step));
    carriedOut(await does(gideon, 'invitePractitioner', { ...step, expectedRevision: 2 }));
  });

  test('is kept as given, once for each key', async () => {
    const given = nominee({ name: `'; DROP TABLE x; -- <b>\${7} {{x}} 名前 ‘’` });
    const first = carriedOut(await does(caspar, 'nominatePractitioner', given));
    const again = carriedOut(await does(caspar, 'nominatePractitioner', given));
    expect(again.account).toBe(first.account);
    const [row] = await scene.database().owner.run<{ name: string }>({
      text: 'SELECT name FROM partners.practitioner WHERE id = $1',
      values: [first.account],
    });
    expect(row?.name).toBe(given.name);
  });
});

/** How many people, accounts and steps there are. */
async function counted(): Promise<unknown> {
  return scene.database().owner.run({
    text: `SELECT (SELECT count(*) FROM partners.practitioner) AS people, (SELECT count(*) FROM access.account) AS accounts,
      (SELECT count(*) FROM partners.access_event) AS steps, (SELECT count(*) FROM scheduler.notice) AS notices`,
    values: [],
  });
}

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

/** An invited account and its code. */
async function invited(): Promise<{ readonly account: string; readonly code: string }> {
  const given = nominee();
  const { account } = carriedOut(await does(caspar, 'nominatePractitioner', given));
  carriedOut(
    await does(prue, 'invitePractitioner', { practitioner: account, expectedRevision: 1 }),
  );
  return { account, code: await lastCode(given.email) };
}

test('of two who take one code at once one has the account, and the other is told nothing of it', async () => {
  for (let race = 0; race < Number(process.env['POSTERN_RACES'] ?? 100) / 4; race += 1) {
    const { account, code } = await invited();
    const takers = ['one', 'other'].map((name) => ({ subject: `${name}-${account}` }));
    const answers = await Promise.all(
      takers.map((who) => commands(scene.gate(), who, 'acceptInvitation', { code }, OWN)),
    );
    expect(answers.map((answer) => answer.code ?? answer.state).sort()).toEqual([
      'INVITATION_INVALID',
      'TRAINING',
    ]);
    const [bound] = await scene.database().owner.run<{ subject: string }>({
      text: 'SELECT subject FROM access.account WHERE id = $1',
      values: [account],
    });
    const winner = takers[answers.findIndex((answer) => answer.state === 'TRAINING')];
    expect(bound?.subject).toBe(winner?.subject);
  }
});

test('a code is kept as its digest only, and is good for nothing in other hands or too late', async () => {
  const { code } = await invited();
  const kept = await scene.database().owner.run({
    text: `SELECT 1 AS found FROM partners.invitation WHERE invitation::text LIKE '%' || $1 || '%'`,
    values: [code],
  });
  expect(kept).toEqual([]);
  const take = (subject: string, given: string) =>
    commands(scene.gate(), { subject }, 'acceptInvitation', { code: given }, OWN);
  expect(await take('late', `${code.slice(0, -1)}2`)).toMatchObject({ code: 'INVITATION_INVALID' });
  expect(await take(grace.subject, code)).toMatchObject({ code: 'CREDENTIAL_IN_USE' });
  scene.clock.set(new Date(COUNTY_NOW.getTime() + 16 * DAY));
  expect(await take('late', code)).toMatchObject({ code: 'INVITATION_INVALID' });
  scene.clock.set(COUNTY_NOW);
  expect(carriedOut(await take('in-time', code.toLowerCase().replaceAll('-', ' ')))).toBeDefined();
});
