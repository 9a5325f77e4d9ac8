import { cast } from '@postern/sample-county';
import { describe, expect, onTestFinished, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { carriedOut } from '../machines/commands.ts';
import { credentialStep, expectRefused, madeKey, tool } from './tool.ts';
import { setToolScene } from './tool-scene.ts';

const { ines, grace } = cast.practitioners;
const DAY = 86_400_000;
const PATH = 'odata/v4/Episodes?$top=1';

describe('a key for reporting tools', () => {
  const { given, clock, gate: gateOf, database } = setToolScene();

  const statusOf = async (key: string, by: 'BASIC' | 'URL' = 'BASIC') =>
    (await tool(gateOf(), PATH, { key, by })).status;
  const after = (days: number) => clock.set(new Date(COUNTY_NOW.getTime() + days * DAY));

  test('opens the protected numbers as a password and in an address, and nothing of it is kept but a hash', async () => {
    const { key, prefix, endsAt, purpose } = await madeKey(gateOf());
    expect(key).toMatch(/^prk_[0-9a-f]{10}_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    expect(purpose).toBe('PLANNING_AND_REPORTING');
    expect(new Date(endsAt).getTime() - COUNTY_NOW.getTime()).toBeLessThanOrEqual(91 * DAY);
    for (const by of ['BASIC', 'URL'] as const) expect(await statusOf(key, by)).toBe(200);
    const kept = await database().owner.run({
      text: `SELECT to_jsonb(held) AS held FROM partners.reporting_credential held
        UNION ALL SELECT to_jsonb(step) FROM partners.access_event step WHERE machine = 'REPORTING_CREDENTIAL'
        UNION ALL SELECT to_jsonb(done) FROM partners.command_key done`,
      values: [],
    });
    expect(kept.length).toBeGreaterThanOrEqual(2);
    const secret = key.slice(prefix.length + 1);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).toContain(prefix);
  });

  test('is shown once: the same request again makes none, and another under its key is refused', async () => {
    const given = { idempotencyKey: 'workbook' };
    const first = await madeKey(gateOf(), given);
    const again = await madeKey(gateOf(), given);
    expect(again).toEqual({ ...first, key: null });
    const other = { title: 'Another', reason: 'Another.', ...given };
    expect(await credentialStep(gateOf(), 'createReportingKey', other)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const { body } = await gateOf().ask(
      ines,
      '{ myReportingCredentials { credentials { prefix state } } }',
      {
        purpose: 'ADMINISTRATION',
      },
    );
    expect(body.data.myReportingCredentials.credentials).toEqual([
      { prefix: first.prefix, state: 'IN_USE' },
    ]);
  });

  test('is made once where the same request comes twice at once', async () => {
    const given = { idempotencyKey: 'twice' };
    const [one, other] = await Promise.all([madeKey(gateOf(), given), madeKey(gateOf(), given)]);
    expect(one.credential).toBe(other.credential);
    expect([one.key, other.key].filter((key) => key !== null).length).toBe(1);
  });

  test('ends when it is to, and no later than may be', async () => {
    const { key } = await madeKey(gateOf(), {
      until: new Date(COUNTY_NOW.getTime() + 10 * DAY).toISOString(),
    });
    after(9.9);
    expect(await statusOf(key)).toBe(200);
    after(10);
    expectRefused(await tool(gateOf(), PATH, { key, by: 'URL' }), 401, 'KEY_INVALID');
    for (const days of [-1, 120]) {
      const until = new Date(clock.now().getTime() + days * DAY).toISOString();
      const given = { title: 'Long', reason: 'Long.', idempotencyKey: 'long', until };
      expect(await credentialStep(gateOf(), 'createReportingKey', given)).toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
    }
  });

  test('goes on for a week when it is replaced, and not when it is revoked', async () => {
    const first = await madeKey(gateOf());
    const step = { credential: first.credential, expectedRevision: 1, reason: 'Each quarter.' };
    const rotated = { ...step, idempotencyKey: 'rotated' };
    const second = carriedOut(await credentialStep(gateOf(), 'rotateReportingKey', rotated));
    expect(second.key).not.toBe(first.key);
    after(6.9);
    expect([await statusOf(first.key), await statusOf(second.key)]).toEqual([200, 200]);
    // Until the end of the day, as every period of days.
    after(8);
    expect([await statusOf(first.key), await statusOf(second.key)]).toEqual([401, 200]);
    const revoked = {
      credential: second.credential,
      expectedRevision: 1,
      reason: 'Left on a train.',
    };
    expect(
      carriedOut(await credentialStep(gateOf(), 'revokeReportingCredential', revoked)).state,
    ).toBe('REVOKED');
    expect(await statusOf(second.key)).toBe(401);
    expect(
      await credentialStep(gateOf(), 'rotateReportingKey', { ...rotated, idempotencyKey: 'more' }),
    ).toMatchObject({
      code: 'REVISION_PASSED',
    });
    const moves = await database().owner.run<{ move: string; reason: string }>({
      text: `SELECT move, reason FROM partners.access_event WHERE subject_id = ANY ($1::uuid[]) ORDER BY position`,
      values: [[first.credential, second.credential]],
    });
    expect(moves.map(({ move }) => move)).toEqual(['CREATE', 'ROTATE', 'CREATE', 'REVOKE']);
  });

  test.each([
    [
      'role',
      'access.role_holding',
      { account_id: ines.id, role: 'ANALYST' },
      { ends_at: '2026-06-16T00:00:00Z' },
      'ROLE_MISSING',
    ],
    ['account', 'access.account', { id: ines.id }, { state: 'LOCKED_DOWN' }, 'ACCOUNT_NOT_ACTIVE'],
    [
      'training',
      'access.training',
      { account_id: ines.id },
      { expires_on: '2026-06-01' },
      'TRAINING_NOT_VALID',
    ],
    [
      'agency',
      'access.agency',
      { id: ines.agency.id },
      { state: 'SUSPENDED' },
      'AGENCY_NOT_IN_FORCE',
    ],
    [
      'provider',
      'access.issuer_agency',
      { agency_id: ines.agency.id },
      { state: 'ENDED' },
      'ISSUER_NOT_FOR_AGENCY',
    ],
  ])(
    'opens nothing at once for whoever loses their %s, though it was read a moment ago',
    async (_, table, which, columns, code) => {
      const { key } = await madeKey(gateOf());
      expect(await statusOf(key)).toBe(200);
      await given.changed(table, which, columns);
      for (const path of [PATH, 'csv/Episodes.csv', 'odata/v4/$metadata'])
        expectRefused(await tool(gateOf(), path, { key, by: 'BASIC' }), 403, code);
    },
  );

  test('is good for its one purpose', async () => {
    const { key } = await madeKey(gateOf(), { purpose: 'TRACK_OUTCOMES' });
    expectRefused(await tool(gateOf(), PATH, { key, by: 'BASIC' }), 403, 'PURPOSE_NOT_PERMITTED');
    const usual = await madeKey(gateOf());
    const path = 'for/TRACK_OUTCOMES/odata/v4/Episodes';
    const { json } = await tool(gateOf(), path, { key: usual.key, by: 'URL' });
    expect(json.error).toMatchObject({
      code: 'PURPOSE_NOT_PERMITTED',
      innererror: { purposes: ['PLANNING_AND_REPORTING'] },
    });
  });

  test('that is none, is shown twice or is another’s opens nothing', async () => {
    const { key, credential } = await madeKey(gateOf());
    const near = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [near, 'prk_', '', key.toUpperCase(), `${key}%00`])
      expect(await statusOf(wrong, 'URL')).toBe(401);
    const twice = await tool(gateOf(), `${PATH}&key=${key}`, { key, by: 'BASIC' });
    expectRefused(twice, 400, 'REQUEST_MALFORMED');
    for (const who of [grace]) {
      const made = { title: 'Mine', reason: 'Mine.', idempotencyKey: 'mine' };
      expect(await credentialStep(gateOf(), 'createReportingKey', made, who)).toMatchObject({
        code: 'ROLE_NOT_PERMITTED',
      });
      const revoked = { credential, expectedRevision: 1, reason: 'Not mine.' };
      expect(
        await credentialStep(gateOf(), 'revokeReportingCredential', revoked, who),
      ).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    }
    expect(await statusOf(key)).toBe(200);
  });

  test('opens nothing once its analyst has signed in anew, nor without their provider', async () => {
    const { key } = await madeKey(gateOf());
    const later = new Date(COUNTY_NOW.getTime() + DAY).toISOString();
    const change = (columns: string) =>
      database().owner.script(`UPDATE access.account SET ${columns} WHERE subject = 'ines'`);
    onTestFinished(() => change("issuer_id = 'development', second_factor_at = NULL"));
    await change(`second_factor_at = '${later}'`);
    after(2);
    expect(await statusOf(key)).toBe(401);
    const anew = await madeKey(gateOf());
    expect(await statusOf(anew.key)).toBe(200);
    await change("issuer_id = 'gone'");
    expect(await statusOf(anew.key)).toBe(401);
  });

  test('is made by nobody who has not shown a second factor, as its tool will show none', async () => {
    const { body } = await gateOf().ask(
      ines,
      `mutation { createReportingKey(title: "Board", reason: "Nightly.", idempotencyKey: "one") {
        ... on ReportingCredentialChanged { key } ... on CommandRefusal { code } } }`,
      { purpose: 'ADMINISTRATION', multiFactor: false },
    );
    expect(JSON.stringify(body)).toContain('MULTI_FACTOR_REQUIRED');
    expect(JSON.stringify(body)).not.toContain('prk_');
  });

  test('is one of as many as one person can look after', async () => {
    for (let count = 0; count < 10; count += 1) await madeKey(gateOf());
    const more = { title: 'One more', reason: 'More.', idempotencyKey: 'more' };
    expect(await credentialStep(gateOf(), 'createReportingKey', more)).toMatchObject({
      code: 'REPORTING_CREDENTIALS_ENOUGH',
      about: ['10'],
    });
  });
});
