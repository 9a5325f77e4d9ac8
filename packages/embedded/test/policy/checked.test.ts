import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, gideon, dorothea } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

test('a draft under which anybody reads what nobody may without its safeguards goes no further, and says how', async () => {
  const rule = ruleNamed('taf-reads-Person-characteristics');
  const { when } = ruleNamed('taf-reads-Person-names');
  const draft = await desk(adaline).begins();
  const edited = await desk(adaline).takes('changePolicyRule', draft, {
    rule: written({ ...rule, when }),
  });
  for (const command of ['submitPolicyDraft', 'activateNarrowing']) {
    const { stories } = await desk(adaline).mayNot('POLICY_UNPROVED', command, edited);
    expect(stories.join('\n')).toMatch(/ethnicity/);
  }
  expect((await desk(adaline).reads(draft.id))?.state).toBe('EDITING');
});

test('nothing is activated beside a rule that is corrupt, and taking it away is for the data protection officer', async () => {
  const draft = await desk(adaline).submitsWithout('taf-reads-Need');
  const corrupt = { version: 1, name: 'taf-reads-Voice' };
  await scene.given.changed('access.policy_rule', corrupt, { body: 7 });
  const { findings } = await desk(gideon).mayNot(
    'POLICY_RULE_INVALID',
    'approvePolicyDraft',
    draft,
  );
  expect(findings).toHaveLength(1);
  const repair = await desk(adaline).submitsWithout('taf-reads-Voice');
  const { about } = await desk(gideon).mayNot('POLICY_APPROVER_ROLE', 'approvePolicyDraft', repair);
  expect(about).toEqual(['*']);
  const repaired = await desk(dorothea).takes('approvePolicyDraft', repair);
  expect(repaired.state).toBe('PUBLISHED');
  await desk(gideon).mayNot('POLICY_BASE_NOT_LIVE', 'approvePolicyDraft', draft);
});

test('what was altered, lost or added behind the seal is not sealed anew by the next draft, only by one that shows it', async () => {
  const owner = scene.database().owner;
  const [{ live } = { live: 0 }] = await owner.run<{ live: number }>({
    text: 'SELECT max(version) AS live FROM access.policy_version',
    values: [],
  });
  const draft = await desk(adaline).submitsWithout('taf-reads-Person-age');
  const inLive = (name: string): string => `version = ${live} AND name = '${name}'`;
  await owner.script(
    `UPDATE access.policy_rule SET body = jsonb_set(body, '{purposes}', '["COORDINATE_SUPPORT"]') WHERE ${inLive('taf-reads-Person-names')};
     DELETE FROM access.policy_rule WHERE ${inLive('taf-reads-Person-settings')};
     INSERT INTO access.policy_rule SELECT gen_random_uuid(), version, 'one more', jsonb_set(body, '{name}', '"one more"')
       FROM access.policy_rule WHERE ${inLive('taf-reads-Person-age')}`,
  );
  const altered = ['one more', 'taf-reads-Person-names', 'taf-reads-Person-settings'];
  const { about } = await desk(gideon).mayNot('POLICY_RULE_ALTERED', 'approvePolicyDraft', draft);
  expect(about).toEqual(altered);

  let repair = await desk(adaline).begins();
  repair = await desk(adaline).takes('removePolicyRule', repair, { name: 'one more' });
  const { about: left } = await desk(adaline).mayNot(
    'POLICY_RULE_ALTERED',
    'submitPolicyDraft',
    repair,
  );
  expect(left).toEqual(altered.slice(1));
  for (const [command, name] of [
    ['changePolicyRule', 'taf-reads-Person-names'],
    ['addPolicyRule', 'taf-reads-Person-settings'],
  ] as const)
    repair = await desk(adaline).takes(command, repair, { rule: written(ruleNamed(name)) });
  const submitted = await desk(adaline).takes('submitPolicyDraft', repair);
  expect((await desk(gideon).takes('approvePolicyDraft', submitted)).state).toBe('PUBLISHED');
  // A rollback shows nothing of what it brings back as it was.
  await owner.script(`DELETE FROM access.policy_rule WHERE ${inLive('one more')}`);
  const back = { toVersion: live, idempotencyKey: 'back to what was altered' };
  const refused = await desk(adaline).isRefused('POLICY_RULE_ALTERED', 'rollBackPolicy', back);
  expect(refused.about).toEqual(altered.slice(1));
});

test('a published version is sealed: what is altered in it afterwards denies what it concerned', async () => {
  const [found] = await scene.database().owner.run<{ rules: number; sealed: number }>({
    text: `SELECT (SELECT count(*)::integer FROM access.policy_rule WHERE version = v.version) AS rules,
      jsonb_array_length(seal) AS sealed FROM access.policy_version v ORDER BY version DESC LIMIT 1`,
    values: [],
  });
  expect(found?.sealed).toBe(found?.rules);
  expect(found?.rules).toBeGreaterThan(100);
});
