import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk } from './at-the-desk.ts';

const { adaline, dorothea, grace, ines } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

const COUNTS = '{ episodeCounts { publishedThrough } }';

function rule(name: string, role: string, effect: 'ALLOW' | 'DENY', purposes: readonly string[]) {
  return {
    name,
    role,
    resource: 'EpisodeCounts',
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
  await desk(adaline).answers('activateNarrowing', {
    draft: edited.id,
    expectedRevision: edited.revision,
    reason: 'as decided',
  });
  await scene
    .reader(grace)
    .atReporting()
    .for('COORDINATE_SUPPORT')
    .isRefused('CONTRACT_NOT_PERMITTED', COUNTS);
});
