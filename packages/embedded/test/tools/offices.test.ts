import { cast } from '@postern/sample-county';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answered, Asking } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import { carriedOut } from '../machines/commands.ts';
import { credentialStep, madeKey, tool } from './tool.ts';
import { setToolScene } from './tool-scene.ts';

const { adaline, dorothea, caspar, grace, ines, prue } = cast.practitioners;
const LISTED =
  '{ reportingCredentials { credential kind title prefix state revision endsAt practitioner { id } } }';

/** Whom the address of records, or the purpose, is not for. */
const OTHERS = [
  [grace, 'PURPOSE_NOT_PERMITTED'],
  [ines, 'CONTRACT_NOT_PERMITTED'],
] as const;

describe('the offices that end what may be misused', () => {
  const { given, gate: gateOf, database } = setToolScene();
  let key: Answered;
  beforeEach(async () => {
    key = await madeKey(gateOf());
  });

  const listed = async (who: Asking): Promise<readonly Answered[]> => {
    const { body, text } = await gateOf().ask(who, LISTED, { purpose: 'ADMINISTRATION' });
    expect(text).not.toContain(key.key.slice(key.prefix.length + 1));
    return body.data?.reportingCredentials ?? body.errors;
  };
  const withdraws = (who: Asking, expectedRevision = 1): Promise<Answered> =>
    credentialStep(
      gateOf(),
      'withdrawReportingCredential',
      { credential: key.credential, expectedRevision, reason: 'It lay in an open folder.' },
      who,
    );
  const opens = async () =>
    (await tool(gateOf(), 'odata/v4/Indicators?$top=1', { key: key.key, by: 'BASIC' })).status;

  test('are told which keys open something and who answers for each, and never a key', async () => {
    const shown = {
      credential: key.credential,
      prefix: key.prefix,
      state: 'IN_USE',
      practitioner: { id: ines.id },
    };
    for (const who of [adaline, dorothea, prue])
      expect(await listed(who)).toEqual([expect.objectContaining(shown)]);
    // A contact officer is told of their own agency's alone.
    expect(await listed(caspar)).toEqual([]);
    for (const [who, code] of OTHERS)
      expect(await listed(who)).toMatchObject([{ extensions: { code } }]);
  });

  test('are told so on the ledger, by the clause that lets them be', async () => {
    const rows = await recordedBy(database().owner, () => listed(adaline));
    expect(rows).toMatchObject([
      {
        account_id: adaline.id,
        told: [{ question: 'reportingCredentials', clause: 'SHR-8.3.7f', record: key.credential }],
      },
    ]);
    expect(await recordedBy(database().owner, () => listed(caspar))).toMatchObject([]);
  });

  test('end one at once, and it is told of no longer; who did, and why, is on the record', async () => {
    expect(await opens()).toBe(200);
    expect(carriedOut(await withdraws(adaline))).toMatchObject({ state: 'REVOKED', key: null });
    expect(await opens()).toBe(401);
    expect(await listed(adaline)).toEqual([]);
    const [step] = await database().owner.run<Record<string, unknown>>({
      text: `SELECT actor_id, reason, on_behalf_of FROM partners.access_event WHERE subject_id = $1 AND move = 'REVOKE'`,
      values: [key.credential],
    });
    expect(step).toEqual({
      actor_id: adaline.id,
      reason: 'It lay in an open folder.',
      on_behalf_of: 'AGENCY',
    });
    expect(await withdraws(adaline)).toMatchObject({ code: 'REVISION_PASSED' });
    expect(await withdraws(adaline, 2)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  test('and nobody else ends one that another answers for', async () => {
    for (const [who, code] of OTHERS)
      expect((await withdraws(who)).turnedAway).toMatchObject({ code });
    // Not even that there is one: it is of another agency than the contact officer's.
    expect(await withdraws(caspar)).toMatchObject({ code: 'RECORD_UNKNOWN' });
    expect(await opens()).toBe(200);
    await given.changed('access.account', { id: ines.id }, { agency_id: caspar.agency.id });
    expect(await listed(caspar)).toHaveLength(1);
    expect(carriedOut(await withdraws(caspar)).state).toBe('REVOKED');
  });
});
