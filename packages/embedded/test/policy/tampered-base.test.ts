import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { DraftRead } from './at-the-desk.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, gideon } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

const TAMPERED = ruleNamed('taf-reads-Voice');
const WIDER = { ...TAMPERED, purposes: [...TAMPERED.purposes, 'REVIEW'] };
const FIRST = 1;

/** What somebody with a database shell does to a rule of a version, and the edit that would set it right. */
interface Tampering {
  readonly how: string;
  readonly sql: string;
  readonly named: string;
  readonly command: string;
  readonly given: Readonly<Record<string, unknown>>;
}

const OF_LIVE = `version = $1 AND name = '${TAMPERED.name}'`;
const addedAs = (name: string): string => `INSERT INTO access.policy_rule (id, version, name, body)
  SELECT ('ffffffff-ffff-4fff-bfff-' || to_char(version, 'FM000000000000'))::uuid, version, '${name}',
    body || jsonb_build_object('name', '${name}', 'purposes', body -> 'purposes' || '["REVIEW"]')
  FROM access.policy_rule WHERE ${OF_LIVE}`;

const TAMPERINGS: readonly Tampering[] = [
  {
    how: 'altered',
    sql: `UPDATE access.policy_rule SET body = jsonb_set(body, '{purposes}', body -> 'purposes' || '["REVIEW"]') WHERE ${OF_LIVE}`,
    named: TAMPERED.name,
    command: 'changePolicyRule',
    given: { rule: written(TAMPERED) },
  },
  {
    how: 'altered, and then taken away',
    sql: `UPDATE access.policy_rule SET body = jsonb_set(body, '{purposes}', body -> 'purposes' || '["REVIEW"]') WHERE ${OF_LIVE}`,
    named: TAMPERED.name,
    command: 'removePolicyRule',
    given: { name: TAMPERED.name },
  },
  {
    how: 'lost',
    sql: `DELETE FROM access.policy_rule WHERE ${OF_LIVE}`,
    named: TAMPERED.name,
    command: 'addPolicyRule',
    given: { rule: written(TAMPERED) },
  },
  {
    how: 'added',
    sql: addedAs('one more'),
    named: 'one more',
    command: 'removePolicyRule',
    given: { name: 'one more' },
  },
];

/** A narrowing in force, a draft that only narrows, and one that waits for its second person, all on what is live. */
async function prepared(): Promise<{
  readonly active: DraftRead;
  readonly narrowing: DraftRead;
  readonly submitted: DraftRead;
  readonly live: number;
}> {
  const without = async (name: string): Promise<DraftRead> =>
    desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), { name });
  const active = await desk(adaline).takes('activateNarrowing', await without('taf-reads-Need'));
  return {
    active,
    narrowing: await without('taf-reads-Person-age'),
    submitted: await desk(adaline).submitsWithout('taf-reads-Plan'),
    live: active.publishedVersion ?? 0,
  };
}

async function rolledBack(toVersion: number): Promise<DraftRead> {
  const idempotencyKey = crypto.randomUUID();
  const back = await desk(adaline).does('rollBackPolicy', { toVersion, idempotencyKey });
  return desk(gideon).takes('approvePolicyDraft', back);
}

function versions(): Promise<number> {
  return scene
    .database()
    .owner.run<{ latest: number }>({
      text: 'SELECT max(version) AS latest FROM access.policy_version',
      values: [],
    })
    .then(([row]) => row?.latest ?? 0);
}

async function storedIn(version: number | null): Promise<unknown> {
  const [row] = await scene.database().owner.run<{ body: unknown }>({
    text: `SELECT body FROM access.policy_rule WHERE ${OF_LIVE}`,
    values: [version],
  });
  return row?.body;
}

describe.each(TAMPERINGS)('a rule of the live version that was $how', (tampering) => {
  const { named, sql, command, given } = tampering;

  test('is sealed anew by no way of publishing in which nobody looks at it', async () => {
    const { active, narrowing, submitted, live } = await prepared();
    await scene.database().owner.run({ text: sql, values: [live] });
    const tries: readonly (readonly [typeof adaline, string, DraftRead, object?])[] = [
      [gideon, 'approvePolicyDraft', submitted, { activateAt: daysFromNow(3) }],
      [adaline, 'activateNarrowing', narrowing],
      [gideon, 'refusePolicyDraft', active],
    ];
    for (const [who, step, draft, more] of tries) {
      const { about } = await desk(who).mayNot('POLICY_RULE_ALTERED', step, draft, more);
      expect(about, step).toEqual([named]);
    }
    expect(await versions()).toBe(live);
  });

  test('nor by one administrator alone who sets it right; by two it is, and it can be rolled back', async () => {
    const edited = await desk(adaline).takes(command, await desk(adaline).begins(), given);
    const { about } = await desk(adaline).mayNot(
      'POLICY_RULE_ALTERED',
      'activateNarrowing',
      edited,
    );
    expect(about).toEqual([named]);
    const submitted = await desk(adaline).takes('submitPolicyDraft', edited);
    const after = await desk(gideon).takes('approvePolicyDraft', submitted);
    expect(after.state).toBe('PUBLISHED');

    const tampered = after.publishedVersion ?? 0;
    const row = await storedIn(tampered);
    if (row !== undefined) await scene.database().owner.run({ text: sql, values: [tampered] });
    const back = await rolledBack(FIRST);
    expect(await storedIn(back.publishedVersion)).toEqual(TAMPERED);
  });
});

test('two rules of one name hold up neither the draft that takes one away nor a rollback', async () => {
  const { live, submitted } = await prepared();
  await scene.database().owner.run({ text: addedAs(TAMPERED.name), values: [live] });
  await desk(gideon).mayNot('POLICY_RULE_INVALID', 'approvePolicyDraft', submitted);
  const repair = await desk(adaline).submitsWithout(`${TAMPERED.name} again`);
  expect(JSON.parse(repair.changes[0]?.before ?? '{}')).toEqual(WIDER);
  const back = await rolledBack(FIRST);
  expect(await storedIn(back.publishedVersion)).toEqual(TAMPERED);
});

test('a draft that was moved onto it does not seal it either', async () => {
  const draft = await desk(adaline).submitsWithout('taf-reads-Plan');
  const { live } = await prepared();
  await scene.database().owner.run({ text: TAMPERINGS[0]?.sql ?? '', values: [live] });
  const moved = await desk(adaline).takes('rebasePolicyDraft', draft);
  await desk(adaline).mayNot('POLICY_RULE_ALTERED', 'submitPolicyDraft', moved);
  await rolledBack(FIRST);
});

test('whoever holds the role of a rule that was lost does not choose what stands in its place', async () => {
  const { live } = await prepared();
  const lost = ruleNamed('manager-reads-PolicyEvent');
  await scene.database().owner.run({
    text: 'DELETE FROM access.policy_rule WHERE version = $1 AND name = $2',
    values: [live, lost.name],
  });
  const other = { ...TAMPERED, name: lost.name, purposes: ['REVIEW' as const] };
  const draft = await desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
    rule: written(other),
  });
  const submitted = await desk(adaline).takes('submitPolicyDraft', draft);
  const { about } = await desk(gideon).mayNot(
    'POLICY_APPROVER_GAINS',
    'approvePolicyDraft',
    submitted,
  );
  expect(about).toEqual(['EARLY_HELP_MANAGER']);
});
