import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { carriedOut } from '../machines/commands.ts';
import { signToken } from '../signing.ts';
import { credentialStep, expectRefused, madeService, tool } from './tool.ts';
import { setToolScene } from './tool-scene.ts';

const { ines, grace } = cast.practitioners;
const CLIENT = 'nightly-dashboard';
const PATH = 'odata/v4/Episodes?$top=1';

describe('a service with client credentials', () => {
  const { given, clock, gate: gateOf, database } = setToolScene();

  const registers = (over: Readonly<Record<string, unknown>> = {}, who = ines) =>
    madeService(gateOf(), CLIENT, over, who);
  const asService = async (path = PATH, subject = CLIENT) => {
    const token = await signToken(subject, {
      multiFactor: false,
      now: clock.now(),
      clientId: CLIENT,
    });
    return tool(gateOf(), path, { authorization: `Bearer ${token}` });
  };

  test('reads the protected numbers as the analyst who answers for it, and says so on the record', async () => {
    expectRefused(await asService(), 403, 'ACCOUNT_UNKNOWN');
    const registered = carriedOut(await registers());
    expect(registered).toMatchObject({ kind: 'SERVICE', clientId: CLIENT, key: null });
    for (const path of [PATH, 'csv/Episodes.csv?$top=1', 'odata/v4/$metadata'])
      expect((await asService(path)).status).toBe(200);
    const [step] = await database().owner.run<{ details: unknown }>({
      text: `SELECT details FROM partners.access_event WHERE subject_id = $1`,
      values: [registered.credential],
    });
    expect(step?.details).toMatchObject({ service: CLIENT });
  });

  test('is refused once it is revoked, has ended, or its analyst is no reader any more', async () => {
    const { credential } = carriedOut(await registers());
    const revoked = { credential, expectedRevision: 1, reason: 'Switched off.' };
    carriedOut(await credentialStep(gateOf(), 'revokeReportingCredential', revoked));
    expectRefused(await asService(), 403, 'ACCOUNT_UNKNOWN');
    carriedOut(await registers());
    expect((await asService()).status).toBe(200);
    await given.changed(
      'access.role_holding',
      { account_id: ines.id, role: 'ANALYST' },
      { ends_at: '2026-06-16T00:00:00Z' },
    );
    expectRefused(await asService(), 403, 'ROLE_MISSING');
    clock.set(new Date(COUNTY_NOW.getTime() + 92 * 86_400_000));
    expectRefused(await asService(), 403, 'ACCOUNT_UNKNOWN');
  });

  test('is told from a person who signs in through the same client', async () => {
    carriedOut(await registers());
    // As herself, of whom the token shows one factor alone.
    expectRefused(await asService(PATH, ines.subject), 401, 'MULTI_FACTOR_REQUIRED');
  });

  test('is one that nobody else answers for, of a provider of the analyst’s own agency', async () => {
    carriedOut(await registers());
    expect(await registers()).toMatchObject({
      code: 'ARGUMENT_INVALID',
      findings: [{ part: 'clientId' }],
    });
    expect(await registers({ provider: 'elsewhere', clientId: 'other' })).toMatchObject({
      code: 'ARGUMENT_INVALID',
      findings: [{ part: 'provider' }],
    });
    expect(await registers({ clientId: 'mine' }, grace)).toMatchObject({
      code: 'ROLE_NOT_PERMITTED',
    });
  });
});
