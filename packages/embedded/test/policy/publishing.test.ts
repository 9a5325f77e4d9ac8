import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon, dorothea, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

/** Which of these fields of the family's members the school reads now. */
async function schoolReads(...fields: readonly string[]): Promise<readonly string[]> {
  const { family } = await scene
    .reader(grace)
    .asksOf(okafor, `family { members { ${fields.join(' ')} } }`);
  return fields.filter((field) =>
    family.members.some((member: Record<string, unknown>) => member[field] !== null),
  );
}

async function versions(): Promise<readonly { version: number; live: boolean; draft: string }[]> {
  const { body } = await desk(adaline).asks(
    '{ policyVersions { version live draft proposedBy approvedBy reason } }',
  );
  return body.data.policyVersions;
}

async function liveVersion(): Promise<number> {
  return (await versions()).find(({ live }) => live)?.version ?? 0;
}

scenario(
  {
    clause: 'SHR-8.3.7h',
    outcome: 'granted',
    that: 'what a role may read is changed by a draft that a second person approves, and holds for the next request',
  },
  async () => {
    expect(await schoolReads('gpPractice', 'educationSetting')).toContain('educationSetting');
    const draft = await desk(adaline).submitsWithout('taf-reads-Person-settings');
    expect(await schoolReads('educationSetting')).toEqual(['educationSetting']);
    const published = await desk(gideon).takes('approvePolicyDraft', draft);
    expect(await schoolReads('educationSetting')).toEqual([]);
    expect(await versions()).toContainEqual(
      expect.objectContaining({
        version: published.publishedVersion,
        live: true,
        draft: draft.id,
        proposedBy: adaline.id,
        approvedBy: gideon.id,
      }),
    );
    const again = await desk(adaline).begins();
    const added = await desk(adaline).takes('addPolicyRule', again, {
      rule: written(ruleNamed('taf-reads-Person-settings')),
    });
    await desk(barnaby).takes(
      'approvePolicyDraft',
      await desk(adaline).takes('submitPolicyDraft', added),
    );
    expect(await schoolReads('educationSetting')).toEqual(['educationSetting']);
  },
);

scenario(
  {
    clause: 'SHR-8.3.7h',
    outcome: 'denied',
    that: 'a draft decides nothing until it is approved, and what is refused or withdrawn never does',
  },
  async () => {
    const before = await liveVersion();
    const one = await desk(adaline).submitsWithout('taf-reads-Person-age');
    await desk(barnaby).takes('refusePolicyDraft', one);
    const edited = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
      name: 'taf-reads-Person-age',
    });
    await desk(barnaby).mayNot('POLICY_DRAFT_STATE', 'approvePolicyDraft', edited);
    const two = await desk(adaline).submitsWithout('taf-reads-Person-age');
    const gone = await desk(adaline).takes('withdrawPolicyDraft', two);
    await desk(barnaby).mayNot('POLICY_DRAFT_STATE', 'approvePolicyDraft', gone);
    expect(await schoolReads('dateOfBirth')).toEqual(['dateOfBirth']);
    expect(await liveVersion()).toBe(before);
  },
);

scenario(
  {
    clause: 'SHR-8.3.7i',
    outcome: 'granted',
    that: 'each step of a change is on the record with who, when, before, after and why, for those who watch over it',
  },
  async () => {
    const draft = await desk(adaline).begins('Ages');
    const edited = await desk(adaline).takes('removePolicyRule', draft, {
      name: 'taf-reads-Person-sex',
      reason: 'not needed for casework',
    });
    const submitted = await desk(adaline).takes('submitPolicyDraft', edited);
    await desk(gideon).takes('approvePolicyDraft', submitted, { reason: 'agreed' });
    const { body } = await desk(dorothea).asks(
      'query ($id: ID!) { policyDraft(id: $id) { events { kind at before after reason version actor { id name } agency { id } } } }',
      { id: draft.id },
    );
    expect(body.errors).toBeUndefined();
    const { events } = body.data.policyDraft;
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'APPROVED',
      'SUBMITTED',
      'RULE_REMOVED',
      'CREATED',
    ]);
    expect(events[2]).toMatchObject({
      actor: { id: adaline.id, name: adaline.name },
      agency: { id: adaline.agency.id },
      after: null,
      reason: 'not needed for casework',
    });
    expect(JSON.parse(events[2].before)).toEqual(ruleNamed('taf-reads-Person-sex'));
    expect(new Date(events[2].at)).toEqual(scene.clock.now());
    expect(events[0]).toMatchObject({ reason: 'agreed', actor: { id: gideon.id } });
  },
);

scenario(
  {
    clause: 'SHR-8.3.7i',
    outcome: 'denied',
    that: 'whoever works on records reads none of it, and nobody changes or deletes a step, not even the service',
  },
  async () => {
    const { body } = await scene
      .reader(grace)
      .asks('{ policyEvents { totalCount edges { node { id } } } policyVersions { id } }');
    expect(body.data).toEqual({
      policyEvents: { totalCount: 0, edges: [] },
      policyVersions: [],
    });
    const held = await scene.database().owner.run<{ on: string; may: string }>({
      text: `SELECT table_schema || '.' || table_name AS on, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS may
        FROM information_schema.table_privileges WHERE grantee = 'postern_partners'
        AND (table_name = 'policy_event' OR table_schema = 'access' AND table_name IN ('policy_version', 'policy_rule'))
        GROUP BY 1 ORDER BY 1`,
      values: [],
    });
    expect(held).toEqual([
      { on: 'access.policy_rule', may: 'SELECT' },
      { on: 'access.policy_version', may: 'SELECT' },
      { on: 'partners.policy_event', may: 'INSERT SELECT' },
    ]);
  },
);

describe('a version that waits for its date', () => {
  test('is in force from its moment on, and not before', async () => {
    const draft = await desk(adaline).submitsWithout('taf-reads-Person-contacts');
    const before = await liveVersion();
    for (const activateAt of [daysFromNow(-1), daysFromNow(0), daysFromNow(400)])
      await desk(barnaby).mayNot('POLICY_ACTIVATION_INVALID', 'approvePolicyDraft', draft, {
        activateAt,
      });
    const scheduled = await desk(barnaby).takes('approvePolicyDraft', draft, {
      activateAt: daysFromNow(3),
    });
    expect(await liveVersion()).toBe(before);
    expect(await schoolReads('contactDetails')).toEqual(['contactDetails']);
    scene.clock.set(new Date(new Date(daysFromNow(3)).getTime() - 1));
    expect(await liveVersion()).toBe(before);
    scene.clock.set(new Date(daysFromNow(3)));
    expect(await liveVersion()).toBe(scheduled.publishedVersion);
    expect(await schoolReads('contactDetails')).toEqual([]);
    // Back before its date it waits again: then a rollback to the version in force calls it off.
    scene.clock.set(new Date(daysFromNow(0)));
    const other = await desk(adaline).begins();
    const edited = await desk(adaline).takes('removePolicyRule', other, {
      name: 'taf-reads-Person-age',
    });
    await desk(adaline).mayNot('POLICY_VERSION_SCHEDULED', 'submitPolicyDraft', edited);
    const off = await desk(adaline).does('rollBackPolicy', {
      toVersion: before,
      idempotencyKey: 'call it off',
    });
    expect(off).toMatchObject({ kind: 'ROLLBACK', state: 'SUBMITTED' });
    await scene.given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: dorothea.id,
      role: 'TAF_MEMBER',
      starts_at: daysFromNow(30),
      ends_at: null,
    });
    await desk(dorothea).mayNot('POLICY_APPROVER_GAINS', 'approvePolicyDraft', off);
    await desk(gideon).takes('approvePolicyDraft', off);
    scene.clock.set(new Date(daysFromNow(4)));
    expect(await schoolReads('contactDetails')).toEqual(['contactDetails']);
  });
});

describe('rolling back', () => {
  test('brings back the rules of any version, by a second person, as a new version', async () => {
    const start = await liveVersion();
    for (const name of ['taf-reads-Person-age', 'taf-reads-Person-names'])
      await desk(gideon).takes('approvePolicyDraft', await desk(adaline).submitsWithout(name));
    expect(await schoolReads('dateOfBirth', 'givenName')).toEqual([]);
    const back = await desk(adaline).does('rollBackPolicy', {
      toVersion: start,
      idempotencyKey: 'back',
    });
    expect(back.changes.map(({ rule, kind }) => [rule, kind])).toEqual([
      ['taf-reads-Person-age', 'ADD'],
      ['taf-reads-Person-names', 'ADD'],
    ]);
    await desk(adaline).mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', back);
    await scene.given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: dorothea.id,
      role: 'TAF_MEMBER',
      starts_at: daysFromNow(30),
      ends_at: null,
    });
    await desk(dorothea).isRefused('POLICY_ROLE_HELD', 'rollBackPolicy', {
      toVersion: start,
      idempotencyKey: 'mine',
    });
    await desk(adaline).mayNot('POLICY_DRAFT_STATE', 'removePolicyRule', back, {
      name: 'taf-reads-Person-names',
    });
    expect(await schoolReads('givenName')).toEqual([]);
    const published = await desk(barnaby).takes('approvePolicyDraft', back);
    expect(published.publishedVersion).toBe(start + 3);
    expect(await schoolReads('dateOfBirth', 'givenName')).toEqual(['dateOfBirth', 'givenName']);
  });

  test('the same key gives the same draft; a version there is not, or the one in force, is none', async () => {
    const live = await liveVersion();
    const again = await desk(adaline).does('rollBackPolicy', {
      toVersion: live - 3,
      idempotencyKey: 'back',
    });
    expect(again.state).toBe('PUBLISHED');
    for (const [toVersion, refused] of [
      [live, 'POLICY_VERSION_SAME'],
      [live + 1, 'POLICY_VERSION_UNKNOWN'],
      [2_147_483_647, 'POLICY_VERSION_UNKNOWN'],
    ] as const)
      await desk(adaline).isRefused(refused, 'rollBackPolicy', {
        toVersion,
        idempotencyKey: `to ${toVersion}`,
      });
    await desk(adaline).isRefused('IDEMPOTENCY_KEY_REUSED', 'rollBackPolicy', {
      toVersion: 1,
      idempotencyKey: 'back',
    });
  });
});
