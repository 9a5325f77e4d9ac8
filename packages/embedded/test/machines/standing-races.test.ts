import { cast } from '@postern/sample-county';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Doer } from './doer.ts';

// What somebody came with may be over when what they waited for is theirs.
const { prue, tom, sian, esther, niamh, marcus, dorothea, quincy } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id } }';
const COVER = 'CoverChanged { state grants { id } notPossible { code part } }';
const DECISION = { reason: 'as the plan has it', idempotencyKey: '' };

const scene = setScene();
beforeAll(async () => {
  await scene.database().owner.script(KEPT.map(kept).join(';'));
});
beforeEach(async () => {
  await scene
    .database()
    .owner.script([...KEPT.map(asItWas), 'DELETE FROM partners.access_event'].join(';'));
});

const KEPT = ['access.access_grant', 'access.role_holding', 'access.account'];
const kept = (table: string, at: number) => `CREATE TABLE public.kept_${at} AS TABLE ${table}`;
const asItWas = (table: string, at: number) =>
  `DELETE FROM ${table}; INSERT INTO ${table} TABLE public.kept_${at}`;

type Row = Readonly<Record<string, unknown>>;
const owner = <Found = Row>(text: string, ...values: readonly unknown[]) =>
  scene.database().owner.run<Found & Record<string, unknown>>({ text, values: [...values] });

const key = () => ({ ...DECISION, idempotencyKey: crypto.randomUUID() });
const host = () => new Doer(scene.gate(), prue, 'ADMINISTRATION');
const lead = () => new Doer(scene.gate(), tom, 'COORDINATE_SUPPORT');
const toSian = () => ({
  practitioner: sian.id,
  episode: okafor.id,
  role: 'TAF_MEMBER',
  workingRelationship: 'Works with the family',
  endsAt: daysFromNow(60),
  ...key(),
});
const toEsther = () => ({
  episode: okafor.id,
  to: esther.id,
  endsAt: daysFromNow(7),
  ...key(),
});

async function untilSomebodyWaits(): Promise<'waits'> {
  for (;;) {
    const waiting = await owner(
      `SELECT 1 AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return 'waits';
  }
}

/** Sends a command that waits for every episode, and lets it go on once something was changed. */
async function whileItWaits<Came>(
  send: () => Promise<Came>,
  change: { readonly text: string; readonly values: readonly unknown[] },
): Promise<Came> {
  let sent: Promise<Came> | undefined;
  await scene.database().owner.transaction(async (changing) => {
    await changing.run({ text: 'SELECT access.hold_every_episode()', values: [] });
    sent = send();
    expect(await Promise.race([sent, untilSomebodyWaits()])).toBe('waits');
    await changing.run({ text: change.text, values: [...change.values] });
  });
  if (sent === undefined) throw new Error('nothing was sent');
  return sent;
}

const leaves = ({ id }: { readonly id: string }) => ({
  text: `UPDATE access.account SET state = 'LEFT' WHERE id = $1`,
  values: [id],
});
/** By another command, which began after the one that waits. */
const losesRoles = ({ id }: { readonly id: string }) => ({
  text: 'UPDATE access.role_holding SET ends_at = $2 WHERE account_id = $1',
  values: [id, daysFromNow(1 / 86_400)],
});
const grants = async () => (await owner('SELECT id FROM access.access_grant')).length;

const STEPS = [
  ['grantAccess', prue, host, toSian],
  ['grantAccess', tom, lead, toSian],
  ['nameDeputy', prue, host, toEsther],
  ['nameDeputy', tom, lead, toEsther],
  ['handOverLead', tom, lead, toEsther],
] as const;

for (const [command, who, by, asked] of STEPS)
  for (const [what, change] of [
    ['left', leaves],
    ['lost the role', losesRoles],
  ] as const)
    test(`${command} by ${who.subject} does nothing where they ${what} while they waited`, async () => {
      const before = await grants();
      const { text } = await whileItWaits(() => by().sends(command, asked(), GRANT), change(who));
      expect(text).toMatch(
        /"code":"(RECORD_UNKNOWN|NOT_A_GRANTOR|ACCOUNT_NOT_ACTIVE|ROLE_MISSING)"/,
      );
      expect(await grants()).toBe(before);
    });

test('a grant by whoever still is the host’s is given after the wait', async () => {
  const before = await grants();
  const { refused } = await whileItWaits(() => host().tries('grantAccess', toSian(), GRANT), {
    text: 'SELECT 1',
    values: [],
  });
  expect(refused).toBeNull();
  expect(await grants()).toBe(before + 1);
});

test('an auditor’s access is stopped by no protection officer who lost the office while they waited', async () => {
  const [audit] = await owner<{ id: string; revision: number }>(
    `SELECT id, revision FROM access.access_grant WHERE role = 'QA_AUDITOR' AND account_id = $1 AND revoked_at IS NULL ORDER BY id LIMIT 1`,
    quincy.id,
  );
  const given = {
    grant: audit?.id,
    expectedRevision: audit?.revision,
    reason: 'over',
    cause: 'ERROR',
  };
  const officer = new Doer(scene.gate(), dorothea, 'ADMINISTRATION');
  const { text } = await whileItWaits(
    () => officer.sends('revokeGrant', given, GRANT),
    losesRoles(dorothea),
  );
  expect(text).toMatch(/"code":"(RECORD_UNKNOWN|ROLE_MISSING)"/);
  expect(await owner('SELECT revision FROM access.access_grant WHERE id = $1', audit?.id)).toEqual([
    { revision: audit?.revision },
  ]);
});

interface Decided {
  readonly grants: readonly { readonly id: string }[];
  readonly notPossible: readonly unknown[];
}

async function asksForCover(): Promise<Row> {
  const asked = { colleague: niamh.id, until: daysFromNow(20), ...key() };
  const { cover } = await new Doer(scene.gate(), marcus, 'COORDINATE_SUPPORT').does<{
    cover: string;
  }>('requestCover', asked, 'CoverChanged { cover }');
  return { cover, expectedRevision: 1, decision: 'GRANT', ...key() };
}
const coversOf = () =>
  owner<{ episode: string; ends: Date }>(
    `SELECT episode_id AS episode, ends_at AS ends FROM access.access_grant WHERE account_id = $1 AND basis = 'COVER' AND revoked_at IS NULL`,
    marcus.id,
  );

test('cover stands in for nothing that was revoked while it was decided', async () => {
  const cover = await asksForCover();
  const { changed } = await whileItWaits(() => host().tries<Decided>('decideCover', cover, COVER), {
    text: `UPDATE access.access_grant SET revoked_at = $3, revoked_cause = 'MISUSE' WHERE account_id = $1 AND episode_id = $2`,
    values: [niamh.id, okafor.id, daysFromNow(0)],
  });
  expect(changed).not.toBeNull();
  expect((await coversOf()).map(({ episode }) => episode)).not.toContain(okafor.id);
});

test('cover ends no later than what was shortened, or is to be revoked, while it was decided', async () => {
  for (const column of ['ends_at', 'revoked_at']) {
    const cover = await asksForCover();
    await whileItWaits(() => host().tries<Decided>('decideCover', cover, COVER), {
      text: `UPDATE access.access_grant SET ${column} = $3 WHERE account_id = $1 AND episode_id = $2`,
      values: [niamh.id, okafor.id, daysFromNow(3)],
    });
    const [held] = (await coversOf()).filter(({ episode }) => episode === okafor.id);
    expect(new Date(held?.ends ?? 0).toISOString()).toBe(new Date(daysFromNow(3)).toISOString());
    await owner(
      `DELETE FROM access.access_grant WHERE basis = 'COVER' AND account_id = $1`,
      marcus.id,
    );
  }
});

test('cover is not given by whoever left, or learned of a relationship, while they waited', async () => {
  for (const change of [
    leaves(prue),
    losesRoles(prue),
    {
      text: `INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at)
        SELECT gen_random_uuid(), $1, family_id, $3 FROM access.episode WHERE id = $2`,
      values: [prue.id, okafor.id, daysFromNow(0)],
    },
  ]) {
    await owner(`UPDATE access.account SET state = 'ACTIVE' WHERE id = $1`, prue.id);
    await owner('UPDATE access.role_holding SET ends_at = NULL WHERE account_id = $1', prue.id);
    const cover = await asksForCover();
    const { refused } = await whileItWaits(() => host().tries('decideCover', cover, COVER), change);
    expect(refused?.code).toBe('RECORD_UNKNOWN');
    expect(await coversOf()).toEqual([]);
  }
  await owner('DELETE FROM access.conflict_of_interest WHERE account_id = $1', prue.id);
});
