import { readFileSync } from 'node:fs';
import { cast, sampleAccounts } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';

const GUIDE = new URL('../../../../docs/changing-the-policy.md', import.meta.url);

/** Each request of the guide, in its order, and whose token its first line says it carries. */
const requests = [
  ...readFileSync(GUIDE, 'utf8').matchAll(/```graphql\n# (?<email>\S+)\n(?<query>[^`]+)```/g),
].map(({ groups }) => ({ email: groups?.['email'] ?? '', query: groups?.['query'] ?? '' }));

const { grace } = cast.practitioners;
const { okafor } = cast.families;
const scene = setScene();

async function schoolIsShown(): Promise<boolean> {
  const { family } = await scene
    .reader(grace)
    .asksOf(okafor.episodes.current, 'family { members { educationSetting } }');
  return family.members.some((one: { educationSetting: unknown }) => one.educationSetting !== null);
}

test('the guide to changing the policy can be followed as it is written', async () => {
  expect(requests.length).toBeGreaterThan(8);
  const shown = [await schoolIsShown()];
  let draft: { readonly id: string; readonly revision: number } | undefined;
  for (const { email, query } of requests) {
    const who = sampleAccounts.find((account) => account.email === email);
    if (who === undefined) throw new Error(`nobody of the sample county is ${email}`);
    const { body } = await scene.gate().ask(who, query, {
      purpose: 'ADMINISTRATION',
      variables: {
        draft: draft?.id,
        revision: draft?.revision,
        record: okafor.persons.chidi.id,
        practitioner: grace.id,
      },
    });
    expect(body.errors, query).toBeUndefined();
    for (const answer of Object.values(body.data ?? {}) as (Record<string, unknown> | null)[]) {
      expect(answer, query).not.toBeNull();
      // A refusal says why; so does an explanation, which has an outcome.
      expect(answer?.['outcome'] ?? answer?.['message'] ?? 'DONE', query).toMatch(/^[A-Z_]+$/);
      if (answer?.['draft'] != null) draft = answer['draft'] as typeof draft;
      if (answer?.['finished'] !== undefined) expect(answer['finished']).toBe(true);
    }
    if (query.includes('approvePolicyDraft')) shown.push(await schoolIsShown());
  }
  expect(shown).toEqual([true, false, true]);
});
