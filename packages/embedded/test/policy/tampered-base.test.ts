import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed } from './at-the-desk.ts';

const { adaline, gideon } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

const ALTERED = ruleNamed('taf-reads-Voice');

async function liveVersion(): Promise<number> {
  const { body } = await desk(adaline).asks('{ policyVersions { version live } }');
  return body.data.policyVersions.find(({ live }: { live: boolean }) => live).version;
}

async function seals(version: number, name: string): Promise<number> {
  const [found] = await scene.database().owner.run<{ sealed: number }>({
    text: `SELECT count(*)::integer AS sealed FROM access.policy_version, jsonb_array_elements(seal) sealed
      WHERE version = $1 AND sealed -> 'concern' ->> 'name' = $2`,
    values: [version, name],
  });
  return found?.sealed ?? 0;
}

/** A draft on a version that is sealed, and ready to be decided on. */
async function published(): Promise<number> {
  const draft = await desk(adaline).submitsWithout('taf-reads-Need');
  const { publishedVersion } = await desk(gideon).takes('approvePolicyDraft', draft);
  return publishedVersion ?? 0;
}

test('a rule that was altered in the live version is not sealed anew by publishing a change of another one', async () => {
  const version = await published();
  const draft = await desk(adaline).submitsWithout('taf-reads-Plan');
  await scene.given.changed(
    'access.policy_rule',
    { version, name: ALTERED.name },
    { body: { ...ALTERED, purposes: [...ALTERED.purposes, 'REVIEW'] } },
  );
  const { draft: decided } = await desk(gideon).answers('approvePolicyDraft', {
    draft: draft.id,
    expectedRevision: draft.revision,
    reason: 'as decided',
  });
  expect(decided?.publishedVersion ?? null, 'the altered rule is live, and sealed').toBeNull();
});

test('nor is a rule that was lost forgotten, by one administrator alone', async () => {
  const version = await liveVersion();
  const edited = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
    name: 'taf-reads-Referral',
  });
  await scene.database().owner.run({
    text: 'DELETE FROM access.policy_rule WHERE version = $1 AND name = $2',
    values: [version, ALTERED.name],
  });
  expect(await seals(version, ALTERED.name)).toBe(1);
  const { draft: active } = await desk(adaline).answers('activateNarrowing', {
    draft: edited.id,
    expectedRevision: edited.revision,
    reason: 'as decided',
  });
  expect(active?.state ?? null, 'nothing remembers the rule').toBeNull();
});
