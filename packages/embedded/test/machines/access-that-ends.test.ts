import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Gate } from '../county-fixture.ts';
import { COUNTY_NOW, gateFor } from '../county-fixture.ts';
import { Membership, SIGNATURE } from '../scenarios/vocabulary/membership.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { carriedOut } from './commands.ts';
import { expectChain, RACES, recordedOf } from './walking.ts';

const { tom, prue, gideon, caspar, grace, adaline, uma } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const scene = setScene();
const membership = new Membership(scene);
const DAY = 86_400_000;

let other: Gate;
let service: Connection;
beforeAll(async () => {
  other = await gateFor(scene.database(), { clock: scene.clock });
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(async () => {
  await other?.close();
  await service?.close();
});

/** Everything about somebody's access as it was, put back after each test. */
async function asItWas(account: string): Promise<void> {
  for (const [table, column] of [
    ['access.access_grant', 'account_id'],
    ['access.role_holding', 'account_id'],
    ['access.account', 'id'],
  ] as const) {
    const kept = await scene.database().owner.run<{ row: Record<string, unknown> }>({
      text: `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${column} = $1`,
      values: [account],
    });
    restores.push(async () => {
      for (const { row } of kept)
        await scene.database().owner.run({
          text: `UPDATE ${table} t SET ${Object.keys(row)
            .map((name) => `${name} = was.${name}`)
            .join(
              ', ',
            )} FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb) was WHERE t.id = was.id`,
          values: [JSON.stringify(row)],
        });
    });
  }
}
const restores: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const restore of restores.splice(0)) await restore();
});

async function grantEvents(account: string): Promise<readonly string[]> {
  const grants = await scene.database().owner.run<{ id: string }>({
    text: 'SELECT id FROM access.access_grant WHERE account_id = $1 ORDER BY id',
    values: [account],
  });
  const found: string[] = [];
  for (const { id } of grants) {
    const steps = await recordedOf(scene.database().owner, id);
    expectChain(steps.map((step, at) => (at === 0 ? { ...step, before: null } : step)));
    found.push(...steps.map(({ move }) => move));
  }
  return [...new Set(found)];
}

describe('a locked account', () => {
  test('reads nothing from that moment on; its grants come back with it, and those that were suspended before do not', async () => {
    await asItWas(tom.id);
    const [kept] = await scene.database().owner.run<{ id: string }>({
      text: `UPDATE access.access_grant SET suspended_at = $2 WHERE id = (SELECT id FROM access.access_grant
        WHERE account_id = $1 AND episode_id <> $3 AND revoked_at IS NULL AND ends_at IS NULL ORDER BY id LIMIT 1) RETURNING id`,
      values: [tom.id, '2026-06-01T00:00:00Z', okafor.id],
    });
    await scene.reader(tom).reads(okafor);
    const locked = carriedOut(await membership.account(adaline, 'lockDownAccount', tom.id));
    expect(locked.state).toBe('LOCKED_DOWN');
    await scene.reader(tom).isRefused('ACCOUNT_NOT_ACTIVE');
    expect(await membership.grantsOf(tom.id)).toEqual(['SUSPENDED']);

    carriedOut(await membership.account(prue, 'unlockAccount', tom.id));
    await scene.reader(tom).isRefused('ACCOUNT_UNKNOWN');
    expect(await membership.grantsOf(tom.id)).toEqual(['LIVE', 'SUSPENDED']);
    const still = await scene.database().owner.run({
      text: 'SELECT id FROM access.access_grant WHERE account_id = $1 AND suspended_at IS NOT NULL',
      values: [tom.id],
    });
    expect(still).toEqual([{ id: kept?.id }]);
    expect(await grantEvents(tom.id)).toEqual(['SUSPEND', 'RESUME']);
  });

  test('is locked by nobody who may not, and not by its owner’s own unlocking', async () => {
    await asItWas(tom.id);
    for (const who of [grace, tom])
      expect((await membership.account(who, 'lockDownAccount', tom.id)).turnedAway?.code).toBe(
        'PURPOSE_NOT_PERMITTED',
      );
    // Of another agency, for a contact officer, there is nobody.
    expect(await membership.account(caspar, 'lockDownAccount', tom.id)).toMatchObject({
      code: 'RECORD_UNKNOWN',
    });
    for (const id of ['x', '', crypto.randomUUID(), okafor.id])
      expect(await membership.account(prue, 'lockDownAccount', id)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    expect(await membership.account(prue, 'unlockAccount', prue.id)).toMatchObject({
      code: 'OWN_ACCESS',
    });
  });
});

describe('somebody who left', () => {
  test('has no grant and no role left, each ended on the record', async () => {
    await asItWas(grace.id);
    carriedOut(await membership.account(caspar, 'reportLeaver', grace.id));
    expect(await membership.grantsOf(grace.id)).toEqual(['REVOKED USER_LEFT']);
    await scene.reader(grace).isRefused('ACCOUNT_NOT_ACTIVE');
    const holdings = await scene.database().owner.run<{ id: string; open: boolean }>({
      text: 'SELECT id, ends_at IS NULL AS open FROM access.role_holding WHERE account_id = $1',
      values: [grace.id],
    });
    for (const { id, open } of holdings) {
      expect(open).toBe(false);
      expect((await recordedOf(scene.database().owner, id)).at(-1)).toMatchObject({
        machine: 'ROLE_HOLDING',
        move: 'END',
        actor: caspar.id,
      });
    }
    expect(await grantEvents(grace.id)).toEqual(['REVOKE']);
    expect(await membership.account(caspar, 'reportLeaver', grace.id)).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      about: ['LEFT'],
    });
  });

  test('reads nothing that is asked after the report was answered, whichever process is asked', async () => {
    const ask = `{ episode(reference: "${okafor.reference}") { id } }`;
    for (let race = 0; race < RACES / 4; race += 1) {
      await asItWas(grace.id);
      const [report, ...meanwhile] = await Promise.all([
        membership.account(caspar, 'reportLeaver', grace.id),
        ...[scene.gate(), other].map((gate) => gate.ask(grace, ask)),
      ]);
      carriedOut(report);
      for (const { body } of meanwhile)
        expect(body.errors?.[0]?.extensions['code'] ?? body.data.episode?.id).toMatch(
          new RegExp(`^(ACCOUNT_NOT_ACTIVE|ROLE_MISSING|${okafor.id})$`),
        );
      for (const gate of [scene.gate(), other])
        expect((await gate.ask(grace, ask)).body.errors?.[0]?.extensions['code']).toBe(
          'ACCOUNT_NOT_ACTIVE',
        );
      for (const restore of restores.splice(0)) await restore();
    }
  });
});

test('of a signature and the day of leaving that meet, either comes first and the agency has left in the end', async () => {
  for (let race = 0; race < RACES / 20; race += 1) {
    scene.clock.set(COUNTY_NOW);
    const agency = await membership.active();
    carriedOut(await membership.step(gideon, 'giveNotice', agency));
    scene.clock.set(new Date(COUNTY_NOW.getTime() + 32 * DAY));
    const leaving = partnersTimers.filter(({ name }) => name === 'AGENCY_WITHDRAWN');
    const [signed] = await Promise.all([
      membership.step(prue, 'signAgreement', agency, { signature: SIGNATURE }),
      ...[1, 2].map(() => fireDue(service, leaving, scene.clock.now(), { log: () => {} })),
    ]);
    expect(signed.code).toMatch(/^(STEP_NOT_POSSIBLE|REVISION_PASSED)$/);
    expect(await membership.stateOf('agency', agency)).toBe('WITHDRAWN');
    const steps = await recordedOf(scene.database().owner, agency);
    expect(steps.filter(({ move }) => move === 'WITHDRAW')).toHaveLength(1);
  }
});

describe('what is recorded of an agency', () => {
  const standings = async (agency: string) =>
    scene.database().owner.run({
      text: `SELECT standing, starts_on AS since, ends_on AS until FROM access.agency_standing
        WHERE agency_id = $1 AND standing = 'PUBLIC_AUTHORITY' ORDER BY starts_on`,
      values: [agency],
    });

  test('a standing is dated, and a new one ends the one before', async () => {
    const agency = await membership.invited();
    const standing = { standing: 'PUBLIC_AUTHORITY' };
    carriedOut(
      await membership.step(prue, 'recordStanding', agency, {
        ...standing,
        startsOn: '2020-01-01',
      }),
    );
    carriedOut(
      await membership.step(prue, 'recordStanding', agency, {
        ...standing,
        startsOn: '2026-01-01',
        endsOn: '2027-01-01',
      }),
    );
    expect(await standings(agency)).toEqual([
      { standing: 'PUBLIC_AUTHORITY', since: '2020-01-01', until: '2026-01-01' },
      { standing: 'PUBLIC_AUTHORITY', since: '2026-01-01', until: '2027-01-01' },
    ]);
  });

  test.each([
    ['recordStanding', { standing: 'KING', startsOn: '2026-01-01' }, 'standing'],
    ['recordStanding', { standing: 'PUBLIC_AUTHORITY', startsOn: '2026-02-30' }, 'startsOn'],
    [
      'recordStanding',
      { standing: 'PUBLIC_AUTHORITY', startsOn: '2026-02-02', endsOn: '2026-02-02' },
      'endsOn',
    ],
    [
      'recordAgencyEvidence',
      { kind: { enum: 'POLICIES' }, validFrom: '2026-02-02', validUntil: '2026-02-01' },
      'validUntil',
    ],
    ['recordAgencyDomains', { domains: [] }, 'domains'],
    ['recordAgencyDomains', { domains: ['gmail.com'] }, 'domains.0'],
    ['recordAgencyDomains', { domains: ['school'] }, 'domains.0'],
    ['recordAgencyDomains', { domains: ["x' OR 1=1 --.example"] }, 'domains.0'],
    ['giveNotice', { reason: ' \u200b' }, 'reason'],
    ['giveNotice', { reason: 'r'.repeat(2_001) }, 'reason'],
    ['giveNotice', { reason: 'left\u202etfel' }, 'reason'],
    ['giveNotice', { expectedRevision: 0 }, 'expectedRevision'],
  ])(
    '%s refuses %j by the part that is wrong, and nothing is written',
    async (command, given, part) => {
      const agency = await membership.active();
      const steps = (await recordedOf(scene.database().owner, agency)).length;
      const refused = await membership.step(prue, command, agency, given);
      if (refused.turnedAway === undefined) {
        expect(refused).toMatchObject({ code: 'ARGUMENT_INVALID' });
        expect(refused.findings.map((each: { part: string }) => each.part)).toEqual([part]);
      } else
        expect(refused.turnedAway.code).toMatch(/^(ARGUMENT_INVALID|GRAPHQL_VALIDATION_FAILED)$/);
      expect(await recordedOf(scene.database().owner, agency)).toHaveLength(steps);
    },
  );

  test('a reason is kept byte for byte, and an agency that is none is unknown', async () => {
    const agency = await membership.active();
    const reason = `'; DROP TABLE access.agency; -- <script>\${7*7}</script> نص 沈 🙂 \\ %s`;
    carriedOut(await membership.step(prue, 'giveNotice', agency, { reason }));
    expect((await recordedOf(scene.database().owner, agency)).at(-1)?.reason).toBe(reason);
    for (const id of ['x', '', crypto.randomUUID(), uma.id])
      expect(await membership.step(prue, 'giveNotice', id)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
  });
});
