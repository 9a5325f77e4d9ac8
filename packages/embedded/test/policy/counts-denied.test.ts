import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed } from './at-the-desk.ts';

const { adaline, dorothea, gideon, grace, ines } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

const COUNTS = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough } }';

function rule(name: string, role: string, effect: 'ALLOW' | 'DENY', purposes: readonly string[]) {
  return {
    name,
    role,
    resource: 'IndicatorTable',
    classes: ['PUBLIC'],
    purposes,
    effect,
    condition: '"always"',
    clause: 'SHR-3.9.2',
  };
}

test('a denial of the counts that was approved takes them away', async () => {
  const reporting = scene.reader(ines).atReporting().for('PLANNING_AND_REPORTING');
  const begun = await desk(adaline).begins();
  const edited = await desk(adaline).takes('addPolicyRule', begun, {
    rule: rule('analyst-no-counts', 'ANALYST', 'DENY', ['PLANNING_AND_REPORTING']),
  });
  const submitted = await desk(adaline).takes('submitPolicyDraft', edited);
  await desk(dorothea).takes('approvePolicyDraft', submitted);
  const { body } = await reporting.asks(COUNTS);
  expect(body.data?.episodeCounts ?? null).toBeNull();
});

test('a permission beside a denial of it is not a way for one administrator alone to give the team the counts', async () => {
  const purposes = ['COORDINATE_SUPPORT'];
  const begun = await desk(adaline).begins();
  const denied = await desk(adaline).takes('addPolicyRule', begun, {
    rule: rule('taf-no-counts', 'TAF_MEMBER', 'DENY', purposes),
  });
  const edited = await desk(adaline).takes('addPolicyRule', denied, {
    rule: rule('taf-counts', 'TAF_MEMBER', 'ALLOW', purposes),
  });
  await desk(adaline).mayNot('POLICY_NOT_NARROWER', 'activateNarrowing', edited);
  await scene
    .reader(grace)
    .atReporting()
    .for('COORDINATE_SUPPORT')
    .isRefused('CONTRACT_NOT_PERMITTED', COUNTS);
});

test('one administrator alone takes the counts away, and nobody has them until the second person says otherwise', async () => {
  const reporting = scene.reader(ines).atReporting().for('PLANNING_AND_REPORTING');
  const back = await desk(adaline).does('rollBackPolicy', {
    toVersion: 1,
    idempotencyKey: 'counts',
  });
  await desk(gideon).takes('approvePolicyDraft', back);
  expect((await reporting.asks(COUNTS)).body.data?.episodeCounts).toBeTruthy();
  const denied = await desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
    rule: rule('nobody-counts', '*', 'DENY', ['PLANNING_AND_REPORTING']),
  });
  const active = await desk(adaline).takes('activateNarrowing', denied);
  await reporting.isRefused('CONTRACT_NOT_PERMITTED', COUNTS);
  await desk(dorothea).takes('refusePolicyDraft', active);
  expect((await reporting.asks(COUNTS)).body.data?.episodeCounts).toBeTruthy();
});

test('a rule of a part of the counts is refused when it is written: they are released whole', async () => {
  const draft = await desk(adaline).begins();
  const { purposes } = ruleNamed('analyst-reads-IndicatorTable');
  const { classes: _, ...whole } = rule('analyst-no-cells', 'ANALYST', 'DENY', purposes);
  for (const change of [
    { ...whole, fields: ['cells'] },
    { ...whole, classes: ['PUBLIC'], resource: 'IndicatorCell' },
    { ...whole, classes: ['PUBLIC'], condition: '{"all":["always"]}' },
  ]) {
    const refused = await desk(adaline).mayNot('POLICY_RULE_INVALID', 'addPolicyRule', draft, {
      rule: change,
    });
    expect(refused.findings).toContainEqual(expect.objectContaining({ code: 'RELEASED_WHOLE' }));
  }
});
