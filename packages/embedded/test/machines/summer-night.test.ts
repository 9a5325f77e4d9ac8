import { cast } from '@postern/sample-county';
import { beforeEach, describe, expect, test } from 'vitest';
import { Membership } from '../scenarios/vocabulary/membership.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { carriedOut } from './commands.ts';

// On a summer night it is a day later in London than by UTC: facts hold by the same days there as deadlines do.
const { grace, prue } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const LAST_MOMENT = new Date('2026-06-17T22:59:59.999Z');
const MIDNIGHT = new Date('2026-06-17T23:00:00.000Z');
const AT_NIGHT = new Date('2026-06-17T23:30:00.000Z');

const scene = setScene();
const membership = new Membership(scene);
const { given, clock } = scene;

beforeEach(async () => {
  await scene.database().owner.script('DELETE FROM scheduler.notice');
  await given.changed('access.account', { id: grace.id }, { state: 'ACTIVE', revision: 1 });
});

describe('training until 17 June', () => {
  beforeEach(() =>
    given.changed(
      'access.training',
      { account_id: grace.id, module: 'SYSTEM' },
      { expires_on: '2026-06-17' },
    ),
  );

  test('counts until that day is over in London, and no longer', async () => {
    clock.set(LAST_MOMENT);
    await scene.reader(grace).reads(okafor);
    clock.set(AT_NIGHT);
    await scene.reader(grace).isRefused('TRAINING_NOT_VALID');
  });

  test('is found to be over at that moment, and whoever had it is told of the day', async () => {
    clock.set(LAST_MOMENT);
    await membership.later(0, 'TRAINING_EXPIRED');
    expect(await membership.stateOf('account', grace.id)).toBe('ACTIVE');
    clock.set(MIDNIGHT);
    await membership.later(0, 'TRAINING_EXPIRED');
    expect(await membership.stateOf('account', grace.id)).toBe('TRAINING');
    expect(
      (await membership.told('TRAINING_EXPIRED')).filter(({ account }) => account === grace.id),
    ).toEqual([
      {
        account: grace.id,
        address: null,
        params: { module: 'SYSTEM', until: '2026-06-17', page: '/training' },
      },
    ]);
  });

  test('is done again on the 18th, which it is, and not on the 19th', async () => {
    clock.set(AT_NIGHT);
    const confirms = (completedOn: string) =>
      membership.account(prue, 'recordTraining', grace.id, {
        module: { enum: 'SYSTEM' },
        completedOn,
        expiresOn: '2027-06-18',
      });
    expect(await confirms('2026-06-19')).toMatchObject({
      code: 'ARGUMENT_INVALID',
      findings: [{ part: 'completedOn' }],
    });
    carriedOut(await confirms('2026-06-18'));
    await scene.reader(grace).reads(okafor);
  });
});

test('on the night after the clocks went forward, training that ran out two days ago has outrun one day of grace', async () => {
  await given.changed('access.figure', { name: 'TRAINING_GRACE' }, { value: 1 });
  clock.set(new Date('2026-03-29T23:30:00.000Z'));
  const confirms = (expiresOn: string) =>
    membership.account(prue, 'recordTraining', grace.id, {
      module: { enum: 'SYSTEM' },
      completedOn: '2025-03-28',
      expiresOn,
    });
  expect(await confirms('2026-03-28')).toMatchObject({
    code: 'ARGUMENT_INVALID',
    findings: [{ part: 'expiresOn' }],
  });
  carriedOut(await confirms('2026-03-29'));
});

test('an agency’s policies that are valid from 18 June count as soon as that day begins in London', async () => {
  await given.changed(
    'access.agency_evidence',
    { agency_id: grace.agency.id, kind: 'POLICIES' },
    { valid_from: '2026-06-18' },
  );
  clock.set(LAST_MOMENT);
  await scene.reader(grace).isRefused('AGENCY_EVIDENCE_MISSING');
  clock.set(AT_NIGHT);
  await scene.reader(grace).reads(okafor);
});
