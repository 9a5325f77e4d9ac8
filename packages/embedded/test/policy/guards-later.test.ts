import { SHROPSHIRE_RULES } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { DraftRead } from './at-the-desk.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, gideon, dorothea } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

test('a rule of a role that there is not denies everybody in its place, so taking it away is for the data protection officer', async () => {
  const name = 'taf-reads-Voice';
  await scene.given.changed(
    'access.policy_rule',
    { version: 1, name },
    { body: { ...ruleNamed(name), role: 'TAF_MEMBR' } },
  );
  const repair = await desk(adaline).submitsWithout(name);
  const { about } = await desk(gideon).mayNot('POLICY_APPROVER_ROLE', 'approvePolicyDraft', repair);
  expect(about).toEqual(['*']);
});

/** A draft of Adaline's that lets the team see why steps were taken, as she may herself. */
async function letsTheTeamSeeWhy(name: string): Promise<DraftRead> {
  return desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
    rule: {
      name,
      role: 'TAF_MEMBER',
      resource: 'PolicyEvent',
      fields: ['reason'],
      purposes: ['COORDINATE_SUPPORT'],
      effect: 'ALLOW',
      condition: '{"holds":"oversight.free"}',
      clause: 'SHR-8.3.7i',
    },
  });
}

const OWN = SHROPSHIRE_RULES.filter(
  ({ role, resource }) => role === 'ADMINISTRATOR' && resource === 'PolicyEvent',
);

async function rolledBack(): Promise<void> {
  const idempotencyKey = crypto.randomUUID();
  const back = await desk(gideon).answers('rollBackPolicy', {
    toVersion: 1,
    reason: 'as decided',
    idempotencyKey,
  });
  expect(back.refused).toBeNull();
  if (back.draft !== null) await desk(dorothea).takes('approvePolicyDraft', back.draft);
}

/** Takes from administrators what they read of steps: by a rule less, or by a denial beside it. */
const TAKEN: readonly (readonly [string, () => Promise<DraftRead>])[] = [
  [
    'by taking the permission away',
    () => desk(gideon).submitsWithout(...OWN.map(({ name }) => name)),
  ],
  [
    'by denying it',
    async () => {
      let draft = await desk(gideon).begins();
      for (const own of OWN)
        draft = await desk(gideon).takes('addPolicyRule', draft, {
          rule: written({ ...own, name: `no ${own.name}`, effect: 'DENY', when: 'always' }),
        });
      return desk(gideon).takes('submitPolicyDraft', draft);
    },
  ],
];

test.each(TAKEN)(
  'a hold over rules that was one’s own when a draft was begun is not given after it was taken away %s',
  async (how, take) => {
    const draft = await letsTheTeamSeeWhy(`taf-reads-why ${how}`);
    await desk(dorothea).takes('approvePolicyDraft', await take());
    const moved = await desk(adaline).takes('rebasePolicyDraft', draft);
    for (const step of ['submitPolicyDraft', 'activateNarrowing']) {
      const { about } = await desk(adaline).mayNot('POLICY_HOLD_NOT_OWN', step, moved);
      expect(about).toEqual(['PolicyEvent.reason']);
    }
    await rolledBack();
  },
);

test('nor after whoever proposed it left the office', async () => {
  const draft = await letsTheTeamSeeWhy('taf-reads-why');
  const submitted = await desk(adaline).takes('submitPolicyDraft', draft);
  await scene.given.changed(
    'access.role_holding',
    { account_id: adaline.id, role: 'ADMINISTRATOR' },
    { ends_at: daysFromNow(-1) },
  );
  const { about } = await desk(dorothea).mayNot(
    'POLICY_HOLD_NOT_OWN',
    'approvePolicyDraft',
    submitted,
  );
  expect(about).toEqual(['PolicyEvent.reason']);
});
