import { readFileSync } from 'node:fs';
import { PREDICATES } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { expect, test } from 'vitest';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const PAGE = readFileSync(new URL('../../../../docs/conditions.md', import.meta.url), 'utf8');
const scene = setScene();
const desk = (): Desk => new Desk(scene.gate(), cast.practitioners.adaline);

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n(?<text>[^\`]+)\`\`\``).exec(PAGE)?.groups?.['text'] ?? '';
}

test('the rule of the page is taken as it stands there', async () => {
  const { id, revision } = await desk().begins();
  const { body } = await desk().asks(block('graphql'), {
    ...{ draft: id, revision },
    rule: JSON.parse(block('json')),
  });
  expect(body.errors).toBeUndefined();
  expect(body.data.addPolicyRule).toMatchObject({ draft: { id } });
});

test('who asks for a predicate that there is not is told of the page, which has every one', async () => {
  const draft = await desk().begins();
  const rule = { ...written(ruleNamed('taf-reads-Need')), name: 'odd' };
  const condition = '{"holds": "reader.isKind"}';
  const { findings } = await desk().mayNot('POLICY_RULE_INVALID', 'addPolicyRule', draft, {
    rule: { ...rule, condition },
  });
  expect(findings).toMatchObject([
    { code: 'PREDICATE_UNKNOWN', expected: expect.stringContaining('docs/conditions.md') },
  ]);
  const told = [...PAGE.matchAll(/^\| `(\w+\.\w+)` +\| (?:episode|row) +\|/gm)].map(
    ([, name]) => name,
  );
  expect(told).toEqual(Object.keys(PREDICATES));
});
