import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gate } from '../county-fixture.ts';
import { gateFor } from '../county-fixture.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { commands } from './commands.ts';
import { Doer } from './doer.ts';
import { RACES } from './walking.ts';

const { prue, gideon, grace, tom, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const SHOWN = 'EpisodeChanged { episode { id status revision } }';

/** Half of the races for each of the four. */
const TIMES = Math.ceil(RACES / 2);

const scene = setScene();
let other: Gate;
beforeAll(async () => {
  other = await gateFor(scene.database(), { clock: scene.clock });
});
afterAll(() => other?.close());

async function owner<Row = Readonly<Record<string, unknown>>>(
  text: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  return scene.database().owner.run<Row & Record<string, unknown>>({ text, values: [...values] });
}

/** The episode is about to close, with all of its team, and as it was before anything was raced. */
async function startOver(): Promise<number> {
  await owner(
    `DELETE FROM access.access_grant WHERE episode_id = $1 AND confirm_by IS NOT NULL`,
    okafor.id,
  );
  await owner(
    'UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1',
    okafor.id,
  );
  const [row] = await owner<{ revision: number }>(
    `UPDATE episodes.episode SET status = 'CLOSING', closing_from = 'OPEN_TAF', closed_on = NULL, end_reason = NULL WHERE id = $1 RETURNING revision`,
    okafor.id,
  );
  return row?.revision ?? 0;
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

const lead = (gate: Gate) => new Doer(gate, tom, 'COORDINATE_SUPPORT');
const closes = (gate: Gate, revision: number, endReason = 'OUTCOMES_MET') =>
  lead(gate).tries(
    'closeEpisode',
    { episode: okafor.id, expectedRevision: revision, endReason, reason: 'as agreed' },
    SHOWN,
  );
const stands = async () => {
  const [row] = await owner<{ status: string; reason: string | null; revision: number }>(
    'SELECT status, end_reason AS reason, revision FROM episodes.episode WHERE id = $1',
    okafor.id,
  );
  return row;
};
const opening = () =>
  owner<{ role: string }>(
    `SELECT role FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > $2)
      AND role NOT IN ('BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'REFERRING_PRACTITIONER', 'QA_AUDITOR', 'SAFEGUARDING_REVIEWER',
        'SOCIAL_CARE_WORKER', 'INFORMATION_GOVERNANCE_OFFICER')`,
    okafor.id,
    daysFromNow(0),
  );

test('two closings at once: one of them, and the other is told of it', async () => {
  for (let at = 0; at < TIMES; at += 1) {
    const revision = await startOver();
    const [one, two] = await race(
      at,
      () => closes(scene.gate(), revision, 'OUTCOMES_MET'),
      () => closes(other, revision, 'MOVED'),
    );
    const refused = [one, two].flatMap((each) => each.refused?.code ?? []);
    // Whoever led sees the episode no more once it has closed.
    expect(refused).toEqual(['RECORD_UNKNOWN']);
    const first = one.refused === null ? 'OUTCOMES_MET' : 'MOVED';
    expect(await stands()).toEqual({ status: 'CLOSED', reason: first, revision: revision + 1 });
    expect(await opening()).toEqual([]);
  }
});

test('a closing and a grant at once, in two processes: whichever comes first, nobody has access to what has closed', async () => {
  const given = () => ({
    practitioner: sian.id,
    episode: okafor.id,
    role: 'TAF_MEMBER',
    workingRelationship: 'Works with the family',
    endsAt: daysFromNow(60),
    reason: 'as the plan has it',
    idempotencyKey: crypto.randomUUID(),
  });
  for (let at = 0; at < TIMES; at += 1) {
    const revision = await startOver();
    const [closed, granted] = await race(
      at,
      () => closes(scene.gate(), revision),
      () =>
        new Doer(other, prue, 'ADMINISTRATION').tries<{ grant: { id: string } }>(
          'grantAccess',
          given(),
          'AccessGrantChanged { grant { id } }',
        ),
    );
    expect(closed.refused).toBeNull();
    expect(await opening()).toEqual([]);
    if (granted.refused === null) {
      const [row] = await owner(
        'SELECT revoked_cause AS cause FROM access.access_grant WHERE account_id = $1 AND episode_id = $2 AND confirm_by IS NOT NULL',
        sian.id,
        okafor.id,
      );
      expect(row).toEqual({ cause: 'EPISODE_CLOSED' });
    } else {
      expect(granted.refused.findings.map(({ code }) => code)).toEqual(['EPISODE_NOT_OPEN']);
    }
  }
});

test('a closing and a record at once: what is recorded was recorded while it was open, or not at all', async () => {
  const levels = async () => {
    const [row] = await owner<{ made: number }>(
      'SELECT count(*)::integer AS made FROM episodes.level_transition WHERE episode_id = $1',
      okafor.id,
    );
    return row?.made ?? 0;
  };
  await startOver();
  await owner(
    `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
      VALUES (gen_random_uuid(), $1, $2, 'EARLY_HELP_MANAGER', 'Oversees', $3, $4)`,
    gideon.id,
    okafor.id,
    prue.id,
    daysFromNow(-1),
  );
  for (let at = 0; at < TIMES; at += 1) {
    const revision = await startOver();
    const before = await levels();
    const [closed, recorded] = await race(
      at,
      () => closes(scene.gate(), revision),
      () =>
        new Doer(other, gideon, 'COORDINATE_SUPPORT').tries(
          'changeLevelOfNeed',
          {
            episode: okafor.id,
            expectedRevision: revision,
            toLevel: 3,
            reason: 'as assessed',
            idempotencyKey: crypto.randomUUID(),
          },
          SHOWN,
        ),
    );
    // Of two who decided on the same revision one comes second.
    const codes = [closed, recorded].map(({ refused }) => refused?.code ?? null);
    expect(codes.toSorted()).toEqual(['REVISION_PASSED', null].toSorted());
    expect((await levels()) - before).toBe(codes[1] === null ? 1 : 0);
    expect((await stands())?.status).toBe(codes[0] === null ? 'CLOSED' : 'CLOSING');
  }
});

test('a closing and an entry at once: it was recorded while the episode was open, or it is not there', async () => {
  const needs = async () => {
    const [row] = await owner<{ made: number }>(
      'SELECT count(*)::integer AS made FROM episodes.need WHERE episode_id = $1',
      okafor.id,
    );
    return row?.made ?? 0;
  };
  for (let at = 0; at < TIMES; at += 1) {
    const revision = await startOver();
    const before = await needs();
    const [closed, recorded] = await race(
      at,
      () => closes(scene.gate(), revision),
      () =>
        commands(
          other,
          grace,
          'recordNeed',
          {
            episode: okafor.id,
            need: { outcome: { enum: 'GOOD_EDUCATION' }, identifiedOn: '2026-06-17' },
            nature: { enum: 'FACT' },
            concerns: [cast.families.okafor.persons.chidi.id],
            idempotencyKey: crypto.randomUUID(),
          },
          { shows: '... on NeedChanged { need { id } }', purpose: 'COORDINATE_SUPPORT' },
        ),
    );
    expect(closed.refused).toBeNull();
    expect(recorded.turnedAway).toBeUndefined();
    // Nothing is seen of it any more, or it had been seen and is nothing to record in by then.
    expect([undefined, 'RECORD_UNKNOWN', 'RECORDING_NOT_PERMITTED']).toContain(recorded.code);
    expect((await needs()) - before).toBe(recorded.code === undefined ? 1 : 0);
  }
});
