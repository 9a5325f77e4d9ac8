import { SHROPSHIRE_RULES } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed } from './at-the-desk.ts';

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

test('a hold over rules that was one’s own when a draft was begun is not given after it was taken away', async () => {
  const draft = await desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
    rule: {
      name: 'taf-reads-why',
      role: 'TAF_MEMBER',
      resource: 'PolicyEvent',
      fields: ['reason'],
      purposes: ['COORDINATE_SUPPORT'],
      effect: 'ALLOW',
      condition: '{"holds":"oversight.free"}',
      clause: 'SHR-8.3.7i',
    },
  });
  const own = SHROPSHIRE_RULES.filter(
    ({ role, resource }) => role === 'ADMINISTRATOR' && resource === 'PolicyEvent',
  ).map(({ name }) => name);
  const taken = await desk(gideon).submitsWithout(...own);
  await desk(dorothea).takes('approvePolicyDraft', taken);
  const moved = await desk(adaline).takes('rebasePolicyDraft', draft);
  await desk(adaline).mayNot('POLICY_HOLD_NOT_OWN', 'submitPolicyDraft', moved);
});
