import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asking } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { Membership } from '../scenarios/vocabulary/membership.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';

// A role that nobody confirmed in time counts no longer, wherever it is asked who holds it (SHR-8.3.8f).
const { tom, esther, joel, niamh, grace, gideon, prue, dorothea, quincy, kwame, caspar, wilma } =
  cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const scene = setScene();
const membership = new Membership(scene);
const { given } = scene;

beforeEach(() => scene.database().owner.script('DELETE FROM scheduler.notice'));

const lapsed = (who: { readonly id: string }, role: string) =>
  given.changed(
    'access.role_holding',
    { account_id: who.id, role },
    { confirmed_until: daysFromNow(-1) },
  );
const told = async (kind: string): Promise<readonly (string | null)[]> =>
  (await membership.told(kind)).map(({ account }) => account);
const does = (
  who: Asking,
  command: string,
  args: Readonly<Record<string, unknown>>,
  purpose: Purpose = 'COORDINATE_SUPPORT',
): Promise<Answered> =>
  commands(
    scene.gate(),
    who,
    command,
    { reason: 'as the plan has it', idempotencyKey: crypto.randomUUID(), ...args },
    { shows: '', purpose },
  );
const grants = (who: Asking, to: { readonly id: string }) =>
  does(who, 'grantAccess', {
    practitioner: to.id,
    episode: okafor.id,
    role: 'TAF_MEMBER',
    workingRelationship: 'Works with Chidi at school',
    endsAt: daysFromNow(60),
  });

describe('an officer of the host', () => {
  const asksForCover = async () =>
    carriedOut(await does(joel, 'requestCover', { colleague: niamh.id, until: daysFromNow(10) }));

  test('is told what nobody else looks after, and gives access', async () => {
    await asksForCover();
    expect(await told('COVER_REQUESTED')).toContain(gideon.id);
    carriedOut(await grants(gideon, joel));
  });

  test('whose role lapsed is neither told nor gives any', async () => {
    await lapsed(gideon, 'EARLY_HELP_MANAGER');
    // Another role, so that the gate lets them in still.
    await given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: gideon.id,
      role: 'TAF_MEMBER',
      starts_at: daysFromNow(-1),
    });
    await asksForCover();
    expect(await told('COVER_REQUESTED')).not.toContain(gideon.id);
    expect(await grants(gideon, joel)).toMatchObject({ code: 'RECORD_UNKNOWN' });
  });

  test('whose account is locked is not told, nor whose account is a family’s', async () => {
    await given.changed('access.account', { id: gideon.id }, { state: 'LOCKED_DOWN' });
    await given.changed('access.account', { id: caspar.id }, { kind: 'FAMILY' });
    await given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: caspar.id,
      role: 'EARLY_HELP_MANAGER',
      starts_at: daysFromNow(-1),
    });
    await asksForCover();
    const all = await told('COVER_REQUESTED');
    expect(all).not.toContain(gideon.id);
    expect(all).not.toContain(caspar.id);
  });

  test('whose role lapsed is not kept from growing dormant, from the day on which it lapsed', async () => {
    await given.changed('access.training', { account_id: gideon.id }, { expires_on: '2060-01-01' });
    await given.changed('access.account', { id: gideon.id }, { state: 'ACTIVE' });
    await given.changed(
      'access.access_grant',
      { account_id: gideon.id },
      { ends_at: daysFromNow(-200) },
    );
    await lapsed(gideon, 'EARLY_HELP_MANAGER');
    await membership.later(300, 'ACCOUNT_DORMANT_SOON');
    expect(await membership.stateOf('account', gideon.id)).toBe('ACTIVE');
    await membership.later(40, 'ACCOUNT_DORMANT_SOON');
    expect(await membership.stateOf('account', gideon.id)).toBe('DORMANT_WARNING');
  });
});

describe('a lead professional', () => {
  beforeEach(async () => {
    // So that the episode is still seen when the lead's role is over.
    await given.added('access.access_grant', {
      id: crypto.randomUUID(),
      account_id: tom.id,
      episode_id: okafor.id,
      role: 'TAF_MEMBER',
      working_relationship: 'Also works with the children',
      granted_by: prue.id,
      starts_at: daysFromNow(-5),
    });
  });
  const raises = async () =>
    carriedOut(
      await commands(
        scene.gate(),
        niamh,
        'raiseAccuracyIssue',
        {
          episode: okafor.id,
          coordinate: 'Person.dateOfBirth',
          person: cast.families.okafor.persons.chidi.id,
          wrong: 'The year is wrong.',
          foundOn: '2026-06-17',
          recordedBy: grace.id,
          idempotencyKey: crypto.randomUUID(),
        },
        { shows: '', purpose: 'COORDINATE_SUPPORT' },
      ),
    );

  test('gives access, and is told what is wrong in the record', async () => {
    carriedOut(await grants(tom, esther));
    await raises();
    expect(await told('ACCURACY_ISSUE_DUE')).toContain(tom.id);
  });

  test('whose role lapsed does neither, though the grant still stands and another opens the episode', async () => {
    await lapsed(tom, 'LEAD_PROFESSIONAL');
    await scene.reader(tom).reads(okafor);
    expect(await grants(tom, esther)).toMatchObject({ code: 'NOT_A_GRANTOR' });
    await raises();
    expect(await told('ACCURACY_ISSUE_DUE')).toEqual([grace.id]);
  });
});

test('an episode whose lead’s role lapsed comes to the managers the next working day', async () => {
  await given.changed(
    'access.role_holding',
    { account_id: tom.id, role: 'LEAD_PROFESSIONAL' },
    { confirmed_until: '2026-06-17T09:00:00.000Z' },
  );
  const vacant = async (days: number) => {
    await membership.later(days, 'LEAD_VACANT');
    return (await membership.told('LEAD_VACANT')).filter(
      ({ account, params }) => account === gideon.id && params.since === '2026-06-17',
    ).length;
  };
  expect(await vacant(0)).toBe(0);
  const led = await scene.database().owner.run({
    text: `SELECT 1 AS led FROM access.access_grant JOIN access.episode ON episode.id = episode_id
      WHERE account_id = $1 AND role = 'LEAD_PROFESSIONAL' AND basis = 'WORK' AND revoked_at IS NULL AND suspended_at IS NULL
        AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2) AND status IN ('OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING')`,
    values: [tom.id, daysFromNow(0)],
  });
  expect(led.length).toBeGreaterThan(0);
  expect(await vacant(1)).toBe(led.length);
});

describe('a data protection officer', () => {
  const draws = (from: string) =>
    scene.gate().ask(
      dorothea,
      `mutation { drawAccessReport(from: "${from}", until: "${daysFromNow(-1)}", reason: "monthly")
          { ... on AccessReportChanged { report { drawnAt } } ... on CommandRefusal { code } } }`,
      { purpose: 'ADMINISTRATION' },
    );

  test('is told of the monthly report, and not once the role lapsed', async () => {
    await lapsed(dorothea, 'DATA_PROTECTION_OFFICER');
    await membership.later(0, 'ACCESS_REPORT_READY');
    expect(await told('ACCESS_REPORT_READY')).not.toContain(dorothea.id);
    await given.restore();
    await membership.later(0, 'ACCESS_REPORT_READY');
    expect(await told('ACCESS_REPORT_READY')).toContain(dorothea.id);
  });

  test('reads the report of a time in which a role to give access had lapsed, and of none in which it counted', async () => {
    await given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: dorothea.id,
      role: 'BUSINESS_SUPPORT',
      starts_at: daysFromNow(-400),
      confirmed_until: daysFromNow(-10),
    });
    expect((await draws(daysFromNow(-11))).body.data.drawAccessReport.code).toBe(
      'REPORT_FOR_GRANTORS',
    );
    expect((await draws(daysFromNow(-9))).body.data.drawAccessReport.report).toBeDefined();
  });
});

describe('an auditor', () => {
  const proposes = () =>
    does(
      gideon,
      'proposeReviewAccess',
      {
        kind: { enum: 'AUDIT' },
        practitioner: quincy.id,
        about: 'How plans are reviewed',
        endsAt: daysFromNow(20),
      },
      'ADMINISTRATION',
    );

  test('is proposed for an audit; whose role lapsed, or whose account is locked, is not', async () => {
    carriedOut(await proposes());
    await given.changed('access.account', { id: quincy.id }, { state: 'LOCKED_DOWN' });
    expect(await proposes()).toMatchObject({ code: 'LOOKER_ROLE_MISSING' });
    await given.restore();
    await lapsed(quincy, 'QA_AUDITOR');
    expect(await proposes()).toMatchObject({ code: 'LOOKER_ROLE_MISSING' });
  });
});

test('of another agency’s leaving, contact officers hear whose role counts, and nobody of an agency that left', async () => {
  const officer = { account_id: kwame.id, role: 'CONTACT_OFFICER', starts_at: daysFromNow(-1) };
  await given.added('access.role_holding', { id: crypto.randomUUID(), ...officer });
  await given.added('access.role_holding', {
    ...officer,
    id: crypto.randomUUID(),
    account_id: wilma.id,
  });
  await lapsed(caspar, 'CONTACT_OFFICER');
  const agency = await membership.active();
  await membership.step(gideon, 'giveNotice', agency);
  const all = await told('AGENCY_NOTICE_GIVEN');
  expect(all).toEqual(expect.arrayContaining([kwame.id, gideon.id]));
  expect(all).not.toContain(caspar.id);
  expect(all).not.toContain(wilma.id);
});
