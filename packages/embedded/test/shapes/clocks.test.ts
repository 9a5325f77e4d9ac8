import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import type { TestDatabase } from '@postern/testkit';
import { databaseFrom } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareDatabase } from '../../src/stack/prepare-database.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { Desk } from '../policy/at-the-desk.ts';
import { ISSUER_URL } from '../signing.ts';

const { grace, adaline, gideon, barnaby } = cast.practitioners;
const { okafor } = cast.families;
const { id: episode, reference } = okafor.episodes.current;
const MINUTES = 60_000;
const SETTINGS = 'taf-reads-Person-settings';
const AGE = 'taf-reads-Person-age';

/** Two processes of machines whose clocks are ten minutes apart, on the database of a third; facts are of today. */
let database: CountyDatabase;
let behind: Gate;
let ahead: Gate;

beforeAll(async () => {
  const prepared: TestDatabase = await databaseFrom('county-today', (address) =>
    prepareDatabase(address, {
      now: new Date(),
      county: 'small',
      history: 1,
      issuerUrl: ISSUER_URL,
      onProgress: () => {},
    }),
  );
  const owner = connect(prepared.address, 'owner', { max: 2 });
  const drop = async (): Promise<void> => {
    await owner.close();
    await prepared.drop();
  };
  database = { address: prepared.address, owner, drop };
  behind = await gateFor(database, { clock: clockOff(-5 * MINUTES) });
  ahead = await gateFor(database, { clock: clockOff(5 * MINUTES) });
});
afterAll(async () => {
  await behind?.close();
  await ahead?.close();
  await database?.drop();
});

/** A machine's clock as in production, but wrong. */
function clockOff(by: number): { now(): Date; factsAt(): null } {
  return { now: () => new Date(Date.now() + by), factsAt: () => null };
}

/** What grace reads through each of the two: the episode, and of its members age and school; null where it is not hers. */
async function readBy(): Promise<readonly (readonly string[] | null)[]> {
  const query = `{ episode(reference: "${reference}") { family { members { dateOfBirth educationSetting } } } }`;
  return Promise.all(
    [behind, ahead].map(async (gate) => {
      const { body } = await gate.ask(grace, query);
      const refused = body.errors?.map(({ extensions }) => String(extensions['code']));
      if (refused !== undefined) return refused;
      if (body.data.episode === null) return null;
      const members: readonly Record<string, unknown>[] = body.data.episode.family.members;
      return ['dateOfBirth', 'educationSetting'].filter((field) =>
        members.some((member) => member[field] !== null),
      );
    }),
  );
}

const BOTH = ['dateOfBirth', 'educationSetting'];
const byEach = (read: readonly string[] | null): readonly unknown[] => [read, read];

describe('what is committed at once holds for the next request, whatever the clocks of processes say', () => {
  const of = `account_id = '${grace.id}' AND episode_id = '${episode}'`;
  const family = okafor.id;
  test.each([
    ['a revocation', `UPDATE access.access_grant SET revoked_at = now() WHERE ${of}`, null],
    ['a suspension', `UPDATE access.access_grant SET suspended_at = now() WHERE ${of}`, null],
    ['an end', `UPDATE access.access_grant SET ends_at = now() WHERE ${of}`, null],
    [
      'a withdrawn agreement',
      `UPDATE access.family_agreement SET withdrawn_at = now() WHERE episode_id = '${episode}'`,
      null,
    ],
    [
      'a declared conflict',
      `INSERT INTO access.conflict_of_interest VALUES (gen_random_uuid(), '${grace.id}', '${family}', now(), NULL)`,
      null,
    ],
    [
      'an exclusion',
      `INSERT INTO access.exclusion VALUES (gen_random_uuid(), '${episode}', '${grace.agency.id}', 'WHOLE_AGENCY', '{}', NULL, now(), NULL)`,
      null,
    ],
    [
      'a role taken away',
      `UPDATE access.role_holding SET ends_at = now() WHERE account_id = '${grace.id}'`,
      ['ROLE_MISSING'],
    ],
    [
      'a lock',
      `UPDATE access.account SET state = 'LOCKED_DOWN' WHERE id = '${grace.id}'`,
      ['ACCOUNT_NOT_ACTIVE'],
    ],
  ])('%s', async (_, change, left) => {
    await inKept(async () => {
      expect(await readBy()).toEqual(byEach(BOTH));
      await database.owner.script(change);
      expect(await readBy()).toEqual(byEach(left));
    });
  });

  const TABLES = ['access_grant', 'account', 'role_holding', 'family_agreement', 'exclusion'];

  /** Puts the facts back as they were. */
  async function inKept(work: () => Promise<void>): Promise<void> {
    const tables = [...TABLES, 'conflict_of_interest'];
    const each = (text: (table: string) => string): Promise<void> =>
      database.owner.script(tables.map(text).join('\n'));
    await each((table) => `CREATE TABLE kept_${table} AS TABLE access.${table};`);
    try {
      await work();
    } finally {
      await each(
        (table) =>
          `DELETE FROM access.${table}; INSERT INTO access.${table} TABLE kept_${table}; DROP TABLE kept_${table};`,
      );
    }
  }
});

describe.each([
  ['behind', 'ahead'],
  ['ahead', 'behind'],
] as const)('a policy changed through the process that is %s, and the one that is %s', (...who) => {
  const gates = (): readonly Gate[] => who.map((one) => (one === 'behind' ? behind : ahead));
  const desk = (place: 0 | 1, person: { readonly subject: string }): Desk =>
    new Desk(gates()[place] as Gate, person);

  test('is in force in both at once, and so is the way back', async () => {
    expect(await readBy()).toEqual(byEach(BOTH));
    const draft = await desk(0, adaline).submitsWithout(SETTINGS);
    const { publishedVersion } = await desk(0, gideon).takes('approvePolicyDraft', draft);
    expect(await readBy()).toEqual(byEach(['dateOfBirth']));
    // Whoever goes on from there builds on that version, through either process.
    expect((await desk(1, adaline).begins()).baseVersion).toBe(publishedVersion);
    const back = await desk(0, adaline).does('rollBackPolicy', {
      toVersion: (publishedVersion ?? 0) - 1,
      idempotencyKey: `back from ${publishedVersion}`,
    });
    await desk(0, barnaby).takes('approvePolicyDraft', back);
    expect(await readBy()).toEqual(byEach(BOTH));
  });

  test('at a date is in force in both from that date, and in neither before', async () => {
    const draft = await desk(0, adaline).submitsWithout(AGE);
    const activateAt = new Date(Date.now() + 2 * MINUTES).toISOString();
    const { publishedVersion } = await desk(0, gideon).takes('approvePolicyDraft', draft, {
      activateAt,
    });
    expect(await readBy()).toEqual(byEach(BOTH));
    await desk(1, gideon).mayNot(
      'POLICY_DRAFT_STATE',
      'approvePolicyDraft',
      (await desk(1, adaline).reads(draft.id)) ?? draft,
    );
    // The two minutes pass.
    await database.owner.run({
      text: 'UPDATE access.policy_version SET activated_at = now() WHERE version = $1',
      values: [publishedVersion],
    });
    expect(await readBy()).toEqual(byEach(['educationSetting']));
    const back = await desk(1, adaline).does('rollBackPolicy', {
      toVersion: (publishedVersion ?? 0) - 1,
      idempotencyKey: `back from ${publishedVersion}`,
    });
    await desk(1, barnaby).takes('approvePolicyDraft', back);
    expect(await readBy()).toEqual(byEach(BOTH));
  });

  test('dated into the past by the database is refused, whatever the process takes the time to be', async () => {
    const draft = await desk(0, adaline).submitsWithout(AGE);
    for (const place of [0, 1] as const)
      await desk(place, gideon).mayNot('POLICY_ACTIVATION_INVALID', 'approvePolicyDraft', draft, {
        activateAt: new Date(Date.now() - 2 * MINUTES).toISOString(),
      });
  });
});
