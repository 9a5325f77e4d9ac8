import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Doer } from './doer.ts';
import { RACES as ALL_RACES } from './walking.ts';

const { prue, gideon, tom, esther, joel, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const GRANT = 'AccessGrantChanged { grant { id state } }';

/** What races is the same in both shapes: of HTTP between gateway and subgraphs a part of it is enough. */
const RACES = inject('shape') === 'embedded' ? ALL_RACES : Math.ceil(ALL_RACES / 4);

const scene = setScene();
let other: Gate;
beforeAll(async () => {
  other = await gateFor(scene.database(), { clock: scene.clock });
});
afterAll(() => other?.close());

const host = () => new Doer(scene.gate(), prue, 'ADMINISTRATION');
const manager = () => new Doer(other, gideon, 'COORDINATE_SUPPORT');
const asked = (practitioner: { readonly id: string }, idempotencyKey = crypto.randomUUID()) => ({
  practitioner: practitioner.id,
  episode: okafor.id,
  role: 'TAF_MEMBER',
  workingRelationship: 'Works with the family',
  endsAt: daysFromNow(60),
  reason: 'as the plan has it',
  idempotencyKey,
});

async function owner<Row = Readonly<Record<string, unknown>>>(
  text: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  return scene.database().owner.run<Row & Record<string, unknown>>({ text, values: [...values] });
}

/** At the county's moment, as a command would; by the machine's own clock the grant may be over already. */
const EXCLUDE = `WITH present AS (SELECT set_config('postern.now', $3::timestamptz::text, true))
  INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable,
    starts_at, recorded_by, agency_id, recorded_at, nature)
  SELECT gen_random_uuid(), gen_random_uuid(), $1::uuid, $2::uuid, 'WHOLE_AGENCY', '{}', 'of the race', true, $3::timestamptz, $4::uuid,
    $5::uuid, $3::timestamptz, 'FACT' FROM present`;

async function startOver(): Promise<void> {
  await owner('DELETE FROM access.access_grant WHERE confirm_by IS NOT NULL');
  await owner(`DELETE FROM families.exclusion WHERE reason = 'of the race'`);
  await owner(
    'DELETE FROM access.exclusion held WHERE NOT EXISTS (SELECT FROM families.exclusion kept WHERE kept.id = held.id)',
  );
  await owner(
    'UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1',
    okafor.id,
  );
}

/** Both start at once; now the one, now the other is sent first. */
async function race<One, Other>(
  at: number,
  one: () => Promise<One>,
  another: () => Promise<Other>,
): Promise<readonly [One, Other]> {
  if (at % 2 === 0) return Promise.all([one(), another()]);
  const [second, first] = await Promise.all([another(), one()]);
  return [first, second];
}

const reads = async (gate: Gate, who: { readonly subject: string }): Promise<boolean> => {
  const { body } = await gate.ask(who, `{ episode(reference: "${okafor.reference}") { id } }`);
  expect(body.errors).toBeUndefined();
  return body.data.episode !== null;
};

test('a grant and an exclusion at once: whichever comes first, nobody who is kept out has a grant left', async () => {
  const outcomes = new Map<string, number>();
  for (let at = 0; at < RACES; at += 1) {
    await startOver();
    const [granted] = await race(
      at,
      () => host().tries<{ grant: { id: string } }>('grantAccess', asked(sian), GRANT),
      () => owner(EXCLUDE, okafor.id, sian.agency.id, daysFromNow(0), tom.id, tom.agency.id),
    );
    const rows = await owner<{ cause: string | null; events: number }>(
      `SELECT revoked_cause AS cause, (SELECT count(*)::integer FROM partners.access_event WHERE subject_id = held.id) AS events
        FROM access.access_grant held WHERE account_id = $1 AND episode_id = $2`,
      sian.id,
      okafor.id,
    );
    expect(rows).toEqual(granted.refused === null ? [{ cause: 'EXCLUSION_ADDED', events: 2 }] : []);
    expect(granted.refused?.code ?? null).toBe(
      granted.refused === null ? null : 'GRANT_NOT_POSSIBLE',
    );
    const outcome = granted.refused === null ? 'ended' : 'refused';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (at % 10 === 0) expect(await reads(other, sian)).toBe(false);
  }
  expect([...outcomes.values()].reduce((sum, each) => sum + each, 0)).toBe(RACES);
});

test('an exclusion waits for a grant that is being given, and then ends it', async () => {
  await startOver();
  const grant = crypto.randomUUID();
  let excluding: Promise<string> | undefined;
  await scene.database().owner.transaction(async (giving) => {
    await giving.run({ text: 'SELECT access.hold_episode($1)', values: [okafor.id] });
    excluding = owner(
      EXCLUDE,
      okafor.id,
      sian.agency.id,
      daysFromNow(0),
      tom.id,
      tom.agency.id,
    ).then(() => 'done');
    expect(await Promise.race([excluding, untilSomebodyWaits()])).toBe('waits');
    await giving.run({
      text: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at, confirm_by)
        VALUES ($1, $2, $3, 'TAF_MEMBER', 'Any', $4, $5, $6)`,
      values: [grant, sian.id, okafor.id, prue.id, daysFromNow(-1), daysFromNow(900)],
    });
  });
  await excluding;
  const [row] = await owner(
    'SELECT revoked_cause AS cause FROM access.access_grant WHERE id = $1',
    grant,
  );
  expect(row).toEqual({ cause: 'EXCLUSION_ADDED' });
});

async function untilSomebodyWaits(): Promise<string> {
  for (;;) {
    const waiting = await owner(
      `SELECT 1 AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return 'waits';
  }
}

test('a revocation and a read at once: whoever reads after it was answered reads nothing', async () => {
  await startOver();
  for (let at = 0; at < RACES; at += 1) {
    const { grant } = await host().does<{ grant: { id: string } }>(
      'grantAccess',
      asked(sian),
      GRANT,
    );
    const revoke = { grant: grant.id, expectedRevision: 1, cause: 'ERROR', reason: 'not hers' };
    await race(
      at,
      () => manager().does('revokeGrant', revoke, GRANT),
      () => reads(scene.gate(), sian),
    );
    expect(await reads(scene.gate(), sian)).toBe(false);
  }
});

test('one key sent twice at once gives one grant, and both are told of the same one', async () => {
  for (let at = 0; at < RACES; at += 1) {
    await startOver();
    const given = asked(sian);
    const twice = new Doer(other, prue, 'ADMINISTRATION');
    const [first, second] = await race(
      at,
      () => host().does<{ grant: { id: string } }>('grantAccess', given, GRANT),
      () => twice.does<{ grant: { id: string } }>('grantAccess', given, GRANT),
    );
    expect(second.grant.id).toBe(first.grant.id);
    const rows = await owner(
      'SELECT id FROM access.access_grant WHERE account_id = $1 AND episode_id = $2',
      sian.id,
      okafor.id,
    );
    expect(rows).toHaveLength(1);
  }
});

test('a hand-over and a revocation of the lead at once: one of them, and never two leads or a half hand-over', async () => {
  const leads = () =>
    owner<{ holder: string }>(
      `SELECT account_id AS holder FROM access.access_grant WHERE episode_id = $1 AND role = 'LEAD_PROFESSIONAL' AND basis = 'WORK'
        AND revoked_at IS NULL`,
      okafor.id,
    );
  for (let at = 0; at < RACES; at += 1) {
    await startOver();
    const [held] = await owner<{ id: string; revision: number }>(
      `SELECT id, revision FROM access.access_grant WHERE episode_id = $1 AND account_id = $2 AND role = 'LEAD_PROFESSIONAL'`,
      okafor.id,
      tom.id,
    );
    const to = at % 4 < 2 ? esther : joel;
    const handOver = {
      episode: okafor.id,
      grant: held?.id,
      expectedRevision: held?.revision,
      to: to.id,
      endsAt: daysFromNow(60),
      reason: 'moves on',
      idempotencyKey: crypto.randomUUID(),
    };
    const revoke = {
      grant: held?.id,
      expectedRevision: held?.revision,
      cause: 'ERROR',
      reason: 'left',
    };
    const [handed, revoked] = await race(
      at,
      () => host().tries('handOverLead', handOver, GRANT),
      () => manager().tries('revokeGrant', revoke, GRANT),
    );
    expect(handed.refused).toBeNull();
    expect([null, 'REVISION_PASSED', 'STEP_NOT_POSSIBLE']).toContain(revoked.refused?.code ?? null);
    expect(await leads()).toEqual([{ holder: to.id }]);
  }
});
