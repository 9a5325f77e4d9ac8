import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';

// What was due when it was looked for may be due no longer when it is held.
const { grace, bea, tom, niamh } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const scene = setScene();
const { given } = scene;
let service: Connection;
beforeAll(() => {
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(() => service.close());

const owner = (text: string, ...values: readonly unknown[]) =>
  scene.database().owner.run<Readonly<Record<string, unknown>>>({ text, values: [...values] });
const notices = async (kind: string) =>
  (await owner('SELECT 1 AS told FROM scheduler.notice WHERE kind = $1', kind)).length;

/** Fires what is due of a kind, of which something becomes otherwise between the looking and the holding. */
async function firesAfter(name: string, change: () => Promise<unknown>) {
  const [kind] = partnersTimers.filter((each) => each.name === name);
  if (kind === undefined) throw new Error('no such timer');
  const late = {
    ...kind,
    due: async (...asked: Parameters<typeof kind.due>) => {
      const due = await kind.due(...asked);
      if (due.length > 0) await change();
      return due;
    },
  };
  return fireDue(service, [late], scene.clock.now(), { log: () => {} });
}

test('nobody is warned that training runs out which they renewed, or whose account is not in use', async () => {
  for (const change of [
    () =>
      given.added('access.training', {
        id: crypto.randomUUID(),
        account_id: grace.id,
        module: 'SYSTEM',
        completed_on: '2026-06-16',
        expires_on: '2027-06-16',
      }),
    () => given.changed('access.account', { id: grace.id }, { state: 'LOCKED_DOWN' }),
    () =>
      given.changed(
        'access.training',
        { account_id: grace.id, module: 'SYSTEM' },
        { expires_on: '2026-12-31' },
      ),
  ]) {
    await owner('DELETE FROM scheduler.timer_firing');
    await given.changed('access.training', {}, { expires_on: '2027-01-01' });
    await given.changed(
      'access.training',
      { account_id: grace.id, module: 'SYSTEM' },
      { expires_on: '2026-06-20' },
    );
    const before = await notices('TRAINING_EXPIRING');
    expect(await firesAfter('TRAINING_EXPIRING', change)).toMatchObject({
      fired: 0,
      noLongerDue: 1,
      failed: 0,
    });
    expect(await notices('TRAINING_EXPIRING')).toBe(before);
    await given.restore();
  }
  await given.changed('access.training', {}, { expires_on: '2027-01-01' });
  await given.changed(
    'access.training',
    { account_id: grace.id, module: 'SYSTEM' },
    { expires_on: '2026-06-20' },
  );
  expect(await firesAfter('TRAINING_EXPIRING', async () => {})).toMatchObject({ fired: 1 });
});

test('nobody is asked to review a role that was confirmed meanwhile', async () => {
  const reviewed = (until: string) =>
    given.changed(
      'access.role_holding',
      { account_id: grace.id, role: 'TAF_MEMBER' },
      { confirmed_until: until },
    );
  await given.changed('access.role_holding', {}, { confirmed_until: null });
  await reviewed(daysFromNow(3));
  const before = await notices('ROLE_REVIEW_DUE');
  expect(await firesAfter('ROLE_REVIEW_DUE', () => reviewed(daysFromNow(400)))).toMatchObject({
    fired: 0,
    noLongerDue: 1,
    failed: 0,
  });
  expect(await notices('ROLE_REVIEW_DUE')).toBe(before);
  await reviewed(daysFromNow(4));
  expect(await firesAfter('ROLE_REVIEW_DUE', async () => {})).toMatchObject({ fired: 1 });
});

test('an exclusion that is called off while its episode is waited for ends nothing', async () => {
  const exclusion = crypto.randomUUID();
  await owner(
    `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable, starts_at,
      recorded_by, agency_id, recorded_at, nature)
    VALUES ($1, $1, $2, $3, 'WHOLE_AGENCY', '{}', 'not them', true, $4, $5, $6, $4, 'FACT')`,
    exclusion,
    okafor.id,
    bea.agency.id,
    daysFromNow(0),
    tom.id,
    tom.agency.id,
  );
  await given.added('access.access_grant', {
    id: crypto.randomUUID(),
    account_id: bea.id,
    episode_id: okafor.id,
    role: 'TAF_MEMBER',
    working_relationship: 'Works with them',
    granted_by: niamh.id,
    starts_at: daysFromNow(-1),
    basis: 'WORK',
    revision: 1,
  });
  let fired: ReturnType<typeof fireDue> | undefined;
  await scene.database().owner.transaction(async (calling) => {
    await calling.run({ text: 'SELECT access.hold_episode($1)', values: [okafor.id] });
    fired = firesAfter('EXCLUSION_BEGINS', async () => {});
    await Promise.race([fired, untilSomebodyWaits()]);
    await calling.run({
      text: 'UPDATE access.exclusion SET ends_at = starts_at WHERE id = $1',
      values: [exclusion],
    });
  });
  expect(await fired).toMatchObject({ fired: 0, noLongerDue: 1, failed: 0 });
  const [held] = await owner(
    'SELECT revoked_at AS at FROM access.access_grant WHERE account_id = $1 AND episode_id = $2',
    bea.id,
    okafor.id,
  );
  expect(held).toEqual({ at: null });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await owner(
      `SELECT 1 AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting.length > 0) return;
  }
}
