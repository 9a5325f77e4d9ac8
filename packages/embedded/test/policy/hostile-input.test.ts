import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline } = cast.practitioners;
const scene = setScene();
const desk = (): Desk => new Desk(scene.gate(), adaline);

describe('what no command can keep is refused as an argument, and is no fault of the service', () => {
  test.each([
    ['a condition that is nested deeper than any', `${'['.repeat(9_900)}${']'.repeat(9_900)}`],
    ['a list in a list in a list', `{"all":${'['.repeat(4_000)}${']'.repeat(4_000)}}`],
  ])('%s', async (_, condition) => {
    const draft = await desk().begins();
    const rule = { ...written(ruleNamed('taf-reads-Need')), name: 'deep', condition };
    const { refused } = await desk().answers('addPolicyRule', {
      draft: draft.id,
      expectedRevision: draft.revision,
      rule,
      reason: 'x',
    });
    expect(refused?.code).toMatch(/^(ARGUMENT_INVALID|POLICY_RULE_INVALID)$/);
  });

  test.each([
    ['half of a surrogate pair', 'half \ud800'],
    ['nothing but a space of no width', '\u200b\u2060'],
    ['nothing but a filler', '\u3164'],
    ['a text that reads backwards', 'refuse \u202etnarg'],
  ])('a reason that is %s', async (_, reason) => {
    const { refused } = await desk().answers('createPolicyDraft', {
      title: 'A change',
      reason,
      idempotencyKey: crypto.randomUUID(),
    });
    expect(refused?.code).toBe('ARGUMENT_INVALID');
  });
});
