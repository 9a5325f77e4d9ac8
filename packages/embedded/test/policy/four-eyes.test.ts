import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { RefusalCode } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon, dorothea, grace } = cast.practitioners;
const people = { adaline, barnaby, gideon, dorothea };
type Name = keyof typeof people;

const scene = setScene();
const { given } = scene;
const desk = (who: Name): Desk => new Desk(scene.gate(), people[who]);

const used = new Set<string>();

/** The name of a rule of a role that is still there and that the cycle of change does not need. */
function ruleOf(role: string): string {
  const found = SHROPSHIRE_RULES.find(
    ({ role: of, name, resource }) =>
      of === role &&
      !used.has(name) &&
      !/^(Practitioner|Policy(Draft|Change|Rule))$/.test(resource),
  );
  if (found === undefined) throw new Error(`no rule of ${role} is left`);
  used.add(found.name);
  return found.name;
}

/** Whose proposals a role's rules take, and what becomes of everybody else's. */
const PROPOSALS: readonly (readonly [role: string, who: Name, refused: RefusalCode | null])[] = [
  ['TAF_MEMBER', 'adaline', null],
  ['TAF_MEMBER', 'gideon', 'POLICY_ROLE_NOT_YOURS'],
  ['ADMINISTRATOR', 'gideon', null],
  ['ADMINISTRATOR', 'adaline', 'POLICY_ROLE_NOT_YOURS'],
  ['EARLY_HELP_MANAGER', 'adaline', null],
  ['EARLY_HELP_MANAGER', 'gideon', 'POLICY_ROLE_NOT_YOURS'],
  ['DATA_PROTECTION_OFFICER', 'adaline', null],
  ['DATA_PROTECTION_OFFICER', 'gideon', 'POLICY_ROLE_NOT_YOURS'],
  ['*', 'adaline', null],
  ['*', 'gideon', 'POLICY_ROLE_NOT_YOURS'],
];

describe('who proposes', () => {
  test.each(PROPOSALS)('for %s, %s: %s', async (role, who, refused) => {
    const draft = await desk(who).begins();
    const name = SHROPSHIRE_RULES.find((rule) => rule.role === role)?.name ?? '';
    if (refused === null) await desk(who).takes('removePolicyRule', draft, { name });
    else {
      const { about } = await desk(who).mayNot(refused, 'removePolicyRule', draft, { name });
      expect(about).toEqual([role]);
      expect(await desk(who).reads(draft.id)).toEqual(draft);
    }
  });

  test('nobody else begins a draft', async () => {
    const { about } = await desk('dorothea').isRefused('ROLE_NOT_PERMITTED', 'createPolicyDraft', {
      title: 'Mine',
      idempotencyKey: 'k',
    });
    expect(about).toEqual(['ADMINISTRATOR', 'EARLY_HELP_MANAGER']);
  });
});

/** Who decides on a role's rules that this person proposed. */
const DECISIONS: readonly (readonly [
  role: string,
  proposer: Name,
  decider: Name,
  refused: RefusalCode | null,
])[] = [
  ['TAF_MEMBER', 'adaline', 'adaline', 'POLICY_SECOND_PERSON'],
  ['TAF_MEMBER', 'adaline', 'barnaby', null],
  ['TAF_MEMBER', 'adaline', 'gideon', null],
  ['TAF_MEMBER', 'adaline', 'dorothea', null],
  ['ADMINISTRATOR', 'gideon', 'gideon', 'POLICY_SECOND_PERSON'],
  ['ADMINISTRATOR', 'gideon', 'adaline', 'POLICY_APPROVER_ROLE'],
  ['ADMINISTRATOR', 'gideon', 'barnaby', 'POLICY_APPROVER_ROLE'],
  ['ADMINISTRATOR', 'gideon', 'dorothea', null],
  ['EARLY_HELP_MANAGER', 'adaline', 'adaline', 'POLICY_SECOND_PERSON'],
  ['EARLY_HELP_MANAGER', 'adaline', 'gideon', 'POLICY_APPROVER_GAINS'],
  ['EARLY_HELP_MANAGER', 'adaline', 'barnaby', null],
  ['EARLY_HELP_MANAGER', 'adaline', 'dorothea', null],
  ['DATA_PROTECTION_OFFICER', 'adaline', 'dorothea', 'POLICY_APPROVER_GAINS'],
  ['DATA_PROTECTION_OFFICER', 'adaline', 'barnaby', null],
  ['DATA_PROTECTION_OFFICER', 'adaline', 'gideon', null],
  ['*', 'adaline', 'barnaby', 'POLICY_APPROVER_ROLE'],
  ['*', 'adaline', 'gideon', 'POLICY_APPROVER_ROLE'],
  ['*', 'adaline', 'dorothea', null],
];

describe('who decides', () => {
  test.each(DECISIONS)(
    'on %s as %s proposed it, %s: %s',
    async (role, proposer, decider, refused) => {
      const name =
        refused === null
          ? ruleOf(role)
          : (SHROPSHIRE_RULES.find((rule) => rule.role === role && !used.has(rule.name))?.name ??
            '');
      const draft = await desk(proposer).submitsWithout(name);
      if (refused === null) {
        const published = await desk(decider).takes('approvePolicyDraft', draft);
        expect(published).toMatchObject({
          state: 'PUBLISHED',
          decidedBy: { id: people[decider].id },
        });
        return;
      }
      await desk(decider).mayNot(refused, 'approvePolicyDraft', draft);
      await desk(decider).mayNot(refused, 'refusePolicyDraft', draft);
      expect((await desk(decider).reads(draft.id))?.state).toBe('SUBMITTED');
      await desk(proposer).takes('withdrawPolicyDraft', draft);
    },
  );
});

describe('now or from a later date', () => {
  const later = (accountId: string, role: string) => ({
    id: crypto.randomUUID(),
    account_id: accountId,
    role,
    starts_at: daysFromNow(30),
    ends_at: null,
  });

  test('a role that begins next month is held for this: it is neither changed nor decided on', async () => {
    const draft = await desk('adaline').begins();
    await given.added('access.role_holding', later(adaline.id, 'TAF_MEMBER'));
    const change = { name: ruleOf('TAF_MEMBER') };
    const refused = await desk('adaline').mayNot(
      'POLICY_ROLE_HELD',
      'removePolicyRule',
      draft,
      change,
    );
    expect(refused.about).toEqual(['TAF_MEMBER']);

    const others = await desk('barnaby').submitsWithout(change.name);
    await given.added('access.role_holding', later(gideon.id, 'TAF_MEMBER'));
    await desk('gideon').mayNot('POLICY_APPROVER_GAINS', 'approvePolicyDraft', others);
    await desk('barnaby').takes('withdrawPolicyDraft', others);
  });

  test('whoever has a grant in the role gains from it, live or yet to begin', async () => {
    const draft = await desk('adaline').submitsWithout(ruleOf('TAF_MEMBER'));
    await given.added('access.access_grant', {
      id: crypto.randomUUID(),
      account_id: dorothea.id,
      episode_id: cast.families.okafor.episodes.current.id,
      role: 'TAF_MEMBER',
      working_relationship: 'Stands in',
      granted_by: gideon.id,
      starts_at: daysFromNow(10),
    });
    await desk('dorothea').mayNot('POLICY_APPROVER_GAINS', 'approvePolicyDraft', draft);
    await desk('adaline').takes('withdrawPolicyDraft', draft);
  });

  test('a role that its editor was given afterwards stops what they proposed', async () => {
    const draft = await desk('adaline').submitsWithout(ruleOf('TAF_MEMBER'));
    await given.added('access.role_holding', later(adaline.id, 'TAF_MEMBER'));
    await desk('gideon').mayNot('POLICY_ROLE_HELD', 'approvePolicyDraft', draft);
    await desk('adaline').mayNot('POLICY_ROLE_HELD', 'activateNarrowing', draft);
    await desk('adaline').takes('withdrawPolicyDraft', draft);
  });

  test('and keeps them from handing it on', async () => {
    const draft = await desk('adaline').begins();
    const edited = await desk('adaline').takes('removePolicyRule', draft, {
      name: ruleOf('TAF_MEMBER'),
    });
    await given.added('access.role_holding', later(adaline.id, 'TAF_MEMBER'));
    await desk('adaline').mayNot('POLICY_ROLE_HELD', 'submitPolicyDraft', edited);
  });

  test('an edit that was taken back makes its author no second person', async () => {
    const draft = await desk('adaline').begins();
    const name = ruleOf('TAF_MEMBER');
    const theirs = await desk('barnaby').takes('removePolicyRule', draft, { name });
    const undone = await desk('barnaby').takes('undoPolicyChange', theirs, { name });
    const again = await desk('adaline').takes('removePolicyRule', undone, { name });
    const submitted = await desk('adaline').takes('submitPolicyDraft', again);
    await desk('barnaby').mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', submitted);
    await desk('adaline').takes('withdrawPolicyDraft', submitted);
  });

  test('one cannot bring a draft about one’s own role down by taking part in it', async () => {
    const draft = await desk('gideon').begins();
    const edited = await desk('gideon').takes('removePolicyRule', draft, {
      name: ruleOf('ADMINISTRATOR'),
    });
    await desk('adaline').mayNot('POLICY_ROLE_HELD', 'removePolicyRule', edited, {
      name: ruleOf('TAF_MEMBER'),
    });
    await desk('adaline').mayNot('POLICY_DRAFT_NOT_YOURS', 'withdrawPolicyDraft', edited);
    await desk('adaline').mayNot('POLICY_DRAFT_NOT_YOURS', 'submitPolicyDraft', edited);
  });
});

describe('the cycle stays whole', () => {
  test.each([
    ['administrator-reads-PolicyDraft', 'gideon', 'ADMINISTRATOR'],
    ['manager-reads-PolicyChange', 'adaline', 'EARLY_HELP_MANAGER'],
    ['data-protection-reads-PolicyDraft', 'adaline', 'DATA_PROTECTION_OFFICER'],
  ] as const)('without %s nobody could act as %s would', async (name, who, role) => {
    const draft = await desk(who).begins();
    const edited = await desk(who).takes('removePolicyRule', draft, { name });
    const { about } = await desk(who).mayNot('POLICY_CYCLE_BROKEN', 'submitPolicyDraft', edited);
    expect(about).toEqual([role]);
  });

  test('nothing is approved while an office of the cycle has nobody in it', async () => {
    const draft = await desk('adaline').submitsWithout(ruleOf('TAF_MEMBER'));
    await given.changed('access.account', { id: dorothea.id }, { state: 'LEFT' });
    const { about } = await desk('gideon').mayNot(
      'POLICY_CYCLE_BROKEN',
      'approvePolicyDraft',
      draft,
    );
    expect(about).toEqual(['DATA_PROTECTION_OFFICER']);
    await desk('adaline').takes('withdrawPolicyDraft', draft);
  });
});

test('nobody gives a hold over rules that they lack: a manager sees titles, and gives no more', async () => {
  const draft = await desk('gideon').begins();
  const whole = ruleNamed('administrator-reads-PolicyRule');
  const taken = await desk('gideon').takes('removePolicyRule', draft, { name: whole.name });
  const undone = await desk('gideon').takes('undoPolicyChange', taken, { name: whole.name });
  const { about } = await desk('gideon').mayNot('POLICY_HOLD_NOT_OWN', 'addPolicyRule', undone, {
    rule: { ...written(whole), name: 'administrator-reads-rules-again' },
  });
  expect(about).toEqual(expect.arrayContaining(['PolicyRule.condition', 'PolicyRule.purposes']));
  expect(about).not.toContain('PolicyRule.name');
});

scenario(
  {
    clause: 'SHR-8.3.8f',
    outcome: 'granted',
    that: 'an administrator sees who holds an account and what each role is for, and proposes what a role may do',
  },
  async () => {
    const { body } = await desk('adaline').asks(
      '{ practitioners(first: 100) { totalCount edges { node { name accountState } } } policyRoles { code does rules holders } }',
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.practitioners.edges.length).toBeGreaterThan(20);
    expect(body.data.policyRoles).toContainEqual(
      expect.objectContaining({ code: 'ADMINISTRATOR', holders: 2 }),
    );
    await desk('adaline').begins();
  },
);

scenario(
  {
    clause: 'SHR-8.3.8f',
    outcome: 'denied',
    that: 'an administrator reaches no record, changes nothing of the own role, and decides on nothing they proposed',
  },
  async () => {
    const reader = scene.reader(adaline).for('ADMINISTRATION');
    await reader.findsNothingOf(cast.families.okafor.episodes.current);
    const draft = await desk('adaline').begins();
    const name = 'administrator-reads-PolicyRule';
    await desk('adaline').mayNot('POLICY_ROLE_NOT_YOURS', 'removePolicyRule', draft, { name });
    const own = await desk('adaline').submitsWithout(ruleOf('TAF_MEMBER'));
    await desk('adaline').mayNot('POLICY_SECOND_PERSON', 'approvePolicyDraft', own);
    await desk('adaline').takes('withdrawPolicyDraft', own);
  },
);

test('whoever works on records is turned away before anything is looked for', async () => {
  const answer = await new Desk(scene.gate(), grace).asks(
    'mutation { createPolicyDraft(title: "t", reason: "r", idempotencyKey: "k") { ... on PolicyDraftChanged { draft { id } } ... on CommandRefusal { code } } }',
  );
  expect(answer.status).toBe(403);
  expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'PURPOSE_NOT_PERMITTED' });
});
