import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, barnaby, gideon, dorothea } = cast.practitioners;
const scene = setScene();
const desk = (who: { readonly subject: string }): Desk => new Desk(scene.gate(), who);

test('a narrowing is not taken back where what was published since leans on it', async () => {
  const rule = ruleNamed('taf-reads-Person-characteristics');
  const { when } = ruleNamed('taf-reads-Person-names');

  const first = await desk(adaline).takes('addPolicyRule', await desk(adaline).begins(), {
    rule: written({
      ...rule,
      name: 'taf-characteristics-only-justified',
      effect: 'DENY',
      when: { not: { holds: 'justification.covers' } },
    }),
  });
  const narrowing = await desk(adaline).takes('activateNarrowing', first);

  const second = await desk(barnaby).takes('changePolicyRule', await desk(barnaby).begins(), {
    rule: written({ ...rule, when }),
  });
  const submitted = await desk(barnaby).takes('submitPolicyDraft', second);
  await desk(dorothea).takes('approvePolicyDraft', submitted);

  const { draft, refused } = await desk(gideon).answers('refusePolicyDraft', {
    draft: narrowing.id,
    expectedRevision: narrowing.revision,
    reason: 'as decided',
  });
  expect(draft?.state ?? null, 'special-category data is open without a justification').toBeNull();
  expect(refused).toMatchObject({ code: 'POLICY_UNPROVED' });
  expect(refused?.stories.join('\n')).toMatch(/ethnicity/);

  // What leans on it is mended first; then it may be taken back.
  const third = await desk(barnaby).takes('changePolicyRule', await desk(barnaby).begins(), {
    rule: written(rule),
  });
  await desk(dorothea).takes(
    'approvePolicyDraft',
    await desk(barnaby).takes('submitPolicyDraft', third),
  );
  expect((await desk(gideon).takes('refusePolicyDraft', narrowing)).state).toBe('REFUSED');
});

test('what comes back is what was in force before, whatever has been written into the draft since', async () => {
  const rule = ruleNamed('taf-reads-Person-age');
  const edited = await desk(adaline).takes('removePolicyRule', await desk(adaline).begins(), {
    name: rule.name,
  });
  const narrowing = await desk(adaline).takes('activateNarrowing', edited);
  await scene.given.changed(
    'partners.policy_change',
    { draft_id: narrowing.id, rule: rule.name },
    { before: { ...rule, purposes: [...rule.purposes, 'REVIEW'] } },
  );
  await desk(gideon).takes('refusePolicyDraft', narrowing);
  const [live] = await scene.database().owner.run<{ body: unknown }>({
    text: 'SELECT body FROM access.policy_rule WHERE name = $1 ORDER BY version DESC LIMIT 1',
    values: [rule.name],
  });
  expect(live?.body).toEqual(rule);
});
