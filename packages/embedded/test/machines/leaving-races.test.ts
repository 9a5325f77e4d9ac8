import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { Membership } from '../scenarios/vocabulary/membership.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { Doer } from './doer.ts';
import { expectChain, RACES, recordedOf } from './walking.ts';

// Whoever leaves, is locked out or leaves with their agency has no access left, whatever is given them at the moment.
const { prue, gideon, caspar, grace, sian, tom } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id state } }';
const TAKEN_OR_LATE = [undefined, 'STEP_NOT_POSSIBLE', 'REVISION_PASSED'];

const scene = setScene();
const membership = new Membership(scene);
let other: Gate;
let service: Connection;
beforeAll(async () => {
  other = await gateFor(scene.database(), { clock: scene.clock });
  service = connect(scene.database().address, 'partners', { max: 2 });
  await scene.database().owner.script(KEPT.map(kept).join(';'));
});
beforeEach(startOver);
afterAll(async () => {
  await other?.close();
  await service?.close();
});

const KEPT = ['access.access_grant', 'access.role_holding', 'access.account'];
const kept = (table: string, at: number) => `CREATE TABLE public.kept_${at} AS TABLE ${table}`;
const asItWas = (table: string, at: number) =>
  `DELETE FROM ${table}; INSERT INTO ${table} TABLE public.kept_${at}`;

/** Everything about access as the county has it; of what was done with it nothing stays on the record. */
async function startOver(): Promise<void> {
  await scene
    .database()
    .owner.script([...KEPT.map(asItWas), 'DELETE FROM partners.access_event'].join(';'));
}

async function owner<Row = Readonly<Record<string, unknown>>>(
  text: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  return scene.database().owner.run<Row & Record<string, unknown>>({ text, values: [...values] });
}

const asked = (practitioner: { readonly id: string }) => ({
  practitioner: practitioner.id,
  episode: okafor.id,
  role: 'TAF_MEMBER',
  workingRelationship: 'Works with the family',
  endsAt: daysFromNow(60),
  reason: 'as the plan has it',
  idempotencyKey: crypto.randomUUID(),
});
const grants = (to: { readonly id: string }) =>
  new Doer(other, prue, 'ADMINISTRATION').tries<{ grant: { id: string } }>(
    'grantAccess',
    asked(to),
    GRANT,
  );
/** The account's grants by the state that they are in, each with a record that leads there. */
async function states(account: string): Promise<readonly string[]> {
  const rows = await owner<{ id: string; state: string }>(
    `SELECT id, access.grant_state(ends_at, confirm_by, suspended_at, revoked_at, $2) AS state FROM access.access_grant
      WHERE account_id = $1`,
    account,
    daysFromNow(0),
  );
  for (const { id, state } of rows) {
    const steps = await recordedOf(scene.database().owner, id);
    // What the county brought was given before there was a record.
    expectChain(
      steps.map((step, at) =>
        at === 0 && step.move !== 'GRANT' ? { ...step, before: null } : step,
      ),
    );
    if (steps.length > 0) expect([state, 'EXPIRING']).toContain(steps.at(-1)?.after);
  }
  return [...new Set(rows.map(({ state }) => state))].sort();
}

const FOR_AN_EPISODE = `locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

async function untilSomebodyWaits(what = FOR_AN_EPISODE): Promise<'waits'> {
  for (;;) {
    const waiting = await owner(`SELECT 1 AS waits FROM pg_locks WHERE NOT granted AND ${what}`);
    if (waiting.length > 0) return 'waits';
  }
}

/** Gives access in one transaction, in the middle of which something else begins; that waits, and is done in the end. */
async function whileGiving(to: { readonly id: string }, begin: () => Promise<unknown>) {
  const grant = crypto.randomUUID();
  let begun: Promise<unknown> | undefined;
  await scene.database().owner.transaction(async (giving) => {
    await giving.run({ text: 'SELECT access.hold_episode($1)', values: [okafor.id] });
    begun = begin().then(() => 'done');
    expect(await Promise.race([begun, untilSomebodyWaits()])).toBe('waits');
    await giving.run({
      text: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at, confirm_by)
        VALUES ($1, $2, $3, 'TAF_MEMBER', 'Any', $4, $5, $6)`,
      values: [grant, to.id, okafor.id, prue.id, daysFromNow(-1), daysFromNow(900)],
    });
  });
  await begun;
  const [row] = await owner(
    `SELECT revoked_cause AS cause, suspended_at IS NOT NULL AS suspended, (SELECT max(move) FROM partners.access_event
      WHERE subject_id = held.id) AS move FROM access.access_grant held WHERE id = $1`,
    grant,
  );
  return row;
}

describe('while access is given on an episode that they were not on', () => {
  test('whoever leaves waits for it, and it is ended with all else', async () => {
    const ended = await whileGiving(sian, async () =>
      carriedOut(await membership.account(prue, 'reportLeaver', sian.id)),
    );
    expect(ended).toEqual({ cause: 'USER_LEFT', suspended: false, move: 'REVOKE' });
    expect(await states(sian.id)).toEqual(['REVOKED']);
  });

  test('whoever is locked out waits for it, and it is suspended with all else', async () => {
    const ended = await whileGiving(sian, async () =>
      carriedOut(await membership.account(prue, 'lockDownAccount', sian.id)),
    );
    expect(ended).toEqual({ cause: null, suspended: true, move: 'SUSPEND' });
  });

  test('an agency that leaves waits for it, and it is ended with all of its people’s', async () => {
    await scene.given.changed(
      'access.agency',
      { id: sian.agency.id },
      { state: 'NOTICE_GIVEN', leaves_at: daysFromNow(-1), revision: 1 },
    );
    const leaving = partnersTimers.filter(({ name }) => name === 'AGENCY_WITHDRAWN');
    const ended = await whileGiving(sian, async () =>
      expect(await fireDue(service, leaving, scene.clock.now(), { log: () => {} })).toMatchObject({
        fired: 1,
        failed: 0,
      }),
    );
    expect(ended).toEqual({ cause: 'AGENCY_WITHDREW', suspended: false, move: 'REVOKE' });
    expect(await states(sian.id)).toEqual(['REVOKED']);
  });
});

describe('one of its people is ended while an agency', () => {
  const LAST = `SELECT id FROM access.account WHERE agency_id = $1 AND kind = 'PRACTITIONER' AND state NOT IN ('LEFT', 'TERMS_BREACH')
    ORDER BY id DESC LIMIT 1`;
  const rowIsWaitedFor = () =>
    untilSomebodyWaits(`locktype IN ('transactionid', 'tuple') AND pid IN (SELECT pid FROM pg_stat_activity
      WHERE datname = current_database())`);

  /** Holds the account, then every episode, as whoever ends it does; what began meanwhile waits for the account alone. */
  async function endsLastOf(agency: string, begin: () => Promise<unknown>): Promise<unknown> {
    const [last] = await owner<{ id: string }>(LAST, agency);
    let begun: Promise<unknown> | undefined;
    await scene.database().owner.transaction(async (ending) => {
      await ending.run({
        text: 'SELECT id FROM access.account WHERE id = $1 FOR UPDATE',
        values: [last?.id],
      });
      begun = begin();
      expect(await Promise.race([begun, rowIsWaitedFor()])).toBe('waits');
      await ending.run({ text: 'SELECT access.hold_every_episode()', values: [] });
    });
    return begun;
  }

  test('leaves, neither waits for what the other has', async () => {
    await scene.given.changed(
      'access.agency',
      { id: sian.agency.id },
      { state: 'NOTICE_GIVEN', leaves_at: daysFromNow(-2), revision: 1 },
    );
    const leaving = partnersTimers.filter(({ name }) => name === 'AGENCY_WITHDRAWN');
    expect(
      await endsLastOf(sian.agency.id, () =>
        fireDue(service, leaving, scene.clock.now(), { log: () => {} }),
      ),
    ).toMatchObject({ fired: 1, failed: 0 });
    expect(await states(sian.id)).toEqual(['REVOKED']);
  });

  test('is invited again, neither waits for what the other has', async () => {
    await scene.given.changed(
      'access.agency',
      { id: sian.agency.id },
      { state: 'WITHDRAWN', leaves_at: daysFromNow(-1), revision: 1 },
    );
    const again = await endsLastOf(sian.agency.id, () =>
      membership.step(prue, 'inviteAgencyAgain', sian.agency.id),
    );
    expect(carriedOut(again as Answered).agency).toMatchObject({ state: 'INVITED' });
    expect(await states(sian.id)).toEqual(['REVOKED']);
  });
});

test('access that is given while somebody leaves waits for that, and is then refused', async () => {
  let giving: ReturnType<typeof grants> | undefined;
  await scene.database().owner.transaction(async (leaving) => {
    await leaving.run({ text: 'SELECT access.hold_every_episode()', values: [] });
    giving = grants(sian);
    expect(await Promise.race([giving, untilSomebodyWaits()])).toBe('waits');
    await leaving.run({
      text: `UPDATE access.account SET state = 'LEFT' WHERE id = $1`,
      values: [sian.id],
    });
  });
  expect((await giving)?.refused).toMatchObject({
    code: 'GRANT_NOT_POSSIBLE',
    findings: expect.arrayContaining([expect.objectContaining({ code: 'ACCOUNT_NOT_ACTIVE' })]),
  });
});

test('a leaver and a grant at once: whichever comes first, no grant is left, and neither fails', async () => {
  for (let race = 0; race < RACES / 4; race += 1) {
    await startOver();
    const leaves = async () =>
      carriedOut(await membership.account(prue, 'reportLeaver', sian.id)).state;
    const both = race % 2 === 0 ? [leaves(), grants(sian)] : [grants(sian), leaves()];
    await Promise.all(both);
    expect(await states(sian.id)).toEqual(['REVOKED']);
    expect(await membership.stateOf('account', sian.id)).toBe('LEFT');
  }
});

test('two who leave, their grants revoked and suspended, and their roles ended, all at once: everything is done once', async () => {
  const manager = new Doer(other, gideon, 'COORDINATE_SUPPORT');
  for (let race = 0; race < RACES / 10; race += 1) {
    await startOver();
    const held = await owner<{ grant: string; expectedRevision: number }>(
      `SELECT id AS grant, revision AS "expectedRevision" FROM access.access_grant
        WHERE account_id = ANY ($1::uuid[]) AND episode_id = $2`,
      [grace.id, tom.id],
      okafor.id,
    );
    const [role] = await owner<{ holding: string; expectedRevision: number }>(
      `SELECT id AS holding, revision AS "expectedRevision" FROM access.role_holding WHERE account_id = $1`,
      grace.id,
    );
    await Promise.all([
      membership.account(prue, 'reportLeaver', tom.id).then(carriedOut),
      membership.account(caspar, 'reportLeaver', grace.id).then(carriedOut),
      commands(other, prue, 'endRole', { ...role, reason: 'moves on' }, { shows: '' }).then(
        (answer) => expect(TAKEN_OR_LATE).toContain(answer.code),
      ),
      ...held.map((given, at) =>
        manager
          .tries(
            at % 2 === 0 ? 'revokeGrant' : 'suspendGrant',
            { ...given, reason: 'over', ...(at % 2 === 0 ? { cause: 'ERROR' } : {}) },
            GRANT,
          )
          .then(({ refused }) => expect(TAKEN_OR_LATE).toContain(refused?.code)),
      ),
    ]);
    for (const { id } of [tom, grace]) {
      expect(await states(id)).not.toContain('GRANTED');
      expect(await states(id)).not.toContain('EXPIRING');
      expect(await states(id)).not.toContain('SUSPENDED');
    }
  }
});

test('the record says from which state a grant was revoked, and nothing of one that was over before', async () => {
  const [first, ...others] = await owner<{ id: string }>(
    `SELECT id FROM access.access_grant WHERE account_id = $1
      AND access.grant_state(ends_at, confirm_by, suspended_at, revoked_at, $2) = 'GRANTED' ORDER BY id`,
    grace.id,
    daysFromNow(0),
  );
  const over = others[0];
  const set = (column: string, id: unknown, at: string) =>
    owner(`UPDATE access.access_grant SET ${column} = $2 WHERE id = $1`, id, at);
  await set('ends_at', first?.id, daysFromNow(1));
  await set('confirm_by', over?.id, daysFromNow(-1));
  carriedOut(await membership.account(caspar, 'reportLeaver', grace.id));
  const { owner: at } = scene.database();
  expect((await recordedOf(at, first?.id ?? '')).at(-1)).toMatchObject({
    move: 'REVOKE',
    before: 'EXPIRING',
    actor: caspar.id,
    onBehalfOf: 'AGENCY',
  });
  expect((await recordedOf(at, over?.id ?? '')).map(({ move }) => move)).not.toContain('REVOKE');
});
