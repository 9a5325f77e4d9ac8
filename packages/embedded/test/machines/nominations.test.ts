import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { tablesHolding } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { Nominees } from './nominees.ts';
import { RACES } from './walking.ts';

const { prue, gideon, caspar, grace } = cast.practitioners;
const { lantern } = cast.agencies;
const scene = setScene();
const nominees = new Nominees(scene);
const DAY = 86_400_000;
const OWN = { shows: '... on EnrolmentChanged { state missing }' };

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
      const answer = await nominees.does(caspar, 'nominatePractitioner', nominees.next(over));
      expect(answer).toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect(answer.findings.map((each: Answered) => each.part)).toEqual([part]);
      expect(await counted()).toEqual(before);
    },
  );

  test('an address is one person’s, in whatever letters it is written', async () => {
    const given = nominees.next();
    carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
    for (const email of [given.email.toUpperCase(), ` ${given.email}`.trim(), grace.email])
      expect(
        await nominees.does(caspar, 'nominatePractitioner', nominees.next({ email })),
      ).toMatchObject({
        code: 'EMAIL_IN_USE',
      });
  });

  test('is of the contact officer’s own agency; the host nominates whoever is named as one, and a second person countersigns', async () => {
    expect(
      await nominees.does(caspar, 'nominatePractitioner', nominees.next({ agency: lantern.id })),
    ).toMatchObject({ code: 'RECORD_UNKNOWN' });
    expect(await nominees.does(prue, 'nominatePractitioner', nominees.next())).toMatchObject({
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
      await nominees.does(
        prue,
        'nominatePractitioner',
        nominees.next({ agency: lantern.id, email }),
      ),
    );
    const step = { practitioner: account, expectedRevision: 1 };
    expect(await nominees.does(gideon, 'invitePractitioner', step)).toMatchObject({
      code: 'COUNTERSIGNATURE_MISSING',
    });
    expect(await nominees.does(prue, 'countersignNomination', step)).toMatchObject({
      code: 'SECOND_PERSON',
    });
    carriedOut(await nominees.does(gideon, 'countersignNomination', step));
    carriedOut(await nominees.does(gideon, 'invitePractitioner', { ...step, expectedRevision: 2 }));
  });

  test('is kept as given, once for each key', async () => {
    const given = nominees.next({ name: `'; DROP TABLE x; -- <b>\${7} {{x}} 名前 ‘’` });
    const first = carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
    const again = carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
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

/** An invited account and its code. */
async function invited(): Promise<{ readonly account: string; readonly code: string }> {
  const given = nominees.next();
  const { account } = carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
  carriedOut(
    await nominees.does(prue, 'invitePractitioner', { practitioner: account, expectedRevision: 1 }),
  );
  return { account, code: await nominees.lastCode(given.email) };
}

test('of two who take one code at once one has the account, and the other is told nothing of it', async () => {
  for (let race = 0; race < RACES / 4; race += 1) {
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

test('a code is good for no provider that does not speak for the agency, and no more once another was sent', async () => {
  const given = nominees.next();
  const { account } = carriedOut(await nominees.does(caspar, 'nominatePractitioner', given));
  const invite = (expectedRevision: number) =>
    nominees.does(prue, 'invitePractitioner', { practitioner: account, expectedRevision });
  carriedOut(await invite(1));
  const first = await nominees.lastCode(given.email);
  carriedOut(await invite(2));
  const code = await nominees.lastCode(given.email);
  const take = (given: string) =>
    commands(scene.gate(), { subject: account }, 'acceptInvitation', { code: given }, OWN);
  expect(await take(first)).toMatchObject({ code: 'INVITATION_INVALID' });
  const { owner } = scene.database();
  const issuerOf = (agency: string, other: string) =>
    owner.run({
      text: `UPDATE access.issuer_agency SET agency_id = $2 WHERE issuer_id = 'development' AND agency_id = $1`,
      values: [agency, other],
    });
  const nobody = crypto.randomUUID();
  await issuerOf(given.agency, nobody);
  // Whoever nominates and invites is of other agencies; this one's people cannot sign in here.
  expect(await take(code)).toMatchObject({ code: 'ISSUER_NOT_FOR_AGENCY' });
  await issuerOf(nobody, given.agency);
  expect(carriedOut(await take(code)).state).toBe('TRAINING');
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
  const mistyped = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  expect(await take('late', mistyped)).toMatchObject({ code: 'INVITATION_INVALID' });
  expect(await take(grace.subject, code)).toMatchObject({ code: 'CREDENTIAL_IN_USE' });
  scene.clock.set(new Date(COUNTY_NOW.getTime() + 16 * DAY));
  expect(await take('late', code)).toMatchObject({ code: 'INVITATION_INVALID' });
  scene.clock.set(COUNTY_NOW);
  expect(carriedOut(await take('in-time', code.toLowerCase().replaceAll('-', ' ')))).toBeDefined();
});

describe('a code that is good no longer stands nowhere in the database, though its mail was not sent yet', () => {
  const holding = (code: string) => tablesHolding(scene.database().owner, code);
  const fires = async (days: number): Promise<void> => {
    scene.clock.set(new Date(COUNTY_NOW.getTime() + days * DAY));
    const service = connect(scene.database().address, 'partners', { max: 2 });
    const timers = partnersTimers.filter(({ name }) => name === 'INVITATION_EXPIRED');
    expect(await fireDue(service, timers, scene.clock.now(), { log: () => {} })).toMatchObject({
      failed: 0,
    });
    await service.close();
  };
  const stateOf = async (code: string): Promise<unknown> => {
    const [row] = await scene.database().owner.run<{ state: string; error: string }>({
      text: `SELECT state, last_error_code AS error FROM scheduler.notice JOIN partners.invitation ON notice_id = notice.id
        WHERE code_digest = encode(sha256(convert_to(replace($1, '-', ''), 'UTF8')), 'hex')`,
      values: [code],
    });
    return row;
  };
  const off = { state: 'GIVEN_UP', error: 'CALLED_OFF' };

  test('because it was taken', async () => {
    const { account, code } = await invited();
    expect(await holding(code)).toEqual(['scheduler.notice']);
    const taken = commands(scene.gate(), { subject: account }, 'acceptInvitation', { code }, OWN);
    expect(carriedOut(await taken).state).toBe('TRAINING');
    expect(await holding(code)).toEqual([]);
    expect(await stateOf(code)).toEqual(off);
  });

  test.each(['invitePractitioner', 'lockDownAccount', 'reportLeaver'])(
    'because of %s',
    async (command) => {
      const { account, code } = await invited();
      carriedOut(
        await nominees.does(prue, command, { practitioner: account, expectedRevision: 2 }),
      );
      expect(await holding(code)).toEqual([]);
      expect(await stateOf(code)).toEqual(off);
    },
  );

  test('because nobody took it in time, and not before', async () => {
    const { code } = await invited();
    await fires(13);
    expect(await holding(code)).toEqual(['scheduler.notice']);
    await fires(16);
    expect(await holding(code)).toEqual([]);
    expect(await stateOf(code)).toEqual(off);
  });
});
test('a code that is called off while somebody takes it is good no more, and neither waits for the other for ever', async () => {
  const { account, code } = await invited();
  const { owner } = scene.database();
  const taker = { subject: `leaves-${account}` };
  let taking: Promise<Answered> | undefined;
  await owner.transaction(async (leaving) => {
    await leaving.run({
      text: 'SELECT 1 AS held FROM access.account WHERE id = $1 FOR UPDATE',
      values: [account],
    });
    taking = commands(scene.gate(), taker, 'acceptInvitation', { code }, OWN);
    await untilSomebodyWaits();
    await leaving.run({
      text: 'UPDATE partners.invitation SET called_off_at = $2 WHERE account_id = $1',
      values: [account, COUNTY_NOW.toISOString()],
    });
  });
  expect(await taking).toMatchObject({ code: 'INVITATION_INVALID' });
});

async function untilSomebodyWaits(): Promise<void> {
  const waiting = await scene.database().owner.run({
    text: `SELECT 1 AS waits FROM pg_catalog.pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    values: [],
  });
  if (waiting.length === 0) await untilSomebodyWaits();
}
