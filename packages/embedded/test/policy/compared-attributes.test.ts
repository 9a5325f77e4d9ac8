import { expect, test } from 'vitest';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';

const { closedLists, comparable, dictionary } = wholePolicySchema();

test('a rule is about a kind of record: nothing that names one is compared', () => {
  const naming = ['id', 'reference', 'email', 'nhsNumber'];
  const compared = [...comparable].flatMap(([type, attributes]) =>
    [...attributes.keys()].map((name) => `${type}.${name}`),
  );
  expect(dictionary.get('Episode')?.has('reference')).toBe(true);
  expect(compared.filter((one) => naming.includes(one.split('.')[1] ?? ''))).toEqual([]);
  expect(compared).toEqual(expect.arrayContaining(['Episode.status', 'Episode.levelOfNeed']));
});

test('what the schema lists, and what a column holds one of a list of, is known with its values', () => {
  expect(closedLists.get('Episode')?.get('status')).toContain('OPEN_TAF');
  expect(closedLists.get('AccessGrant')?.get('role')).toContain('SAFEGUARDING_REVIEWER');
  expect(closedLists.get('Justification')?.get('purpose')).toContain('SAFEGUARDING');
  expect([...(closedLists.get('Episode')?.keys() ?? [])]).toEqual(['status', 'endReason']);
  for (const [type, lists] of closedLists)
    for (const [name, values] of lists) {
      expect(comparable.get(type)?.get(name), `${type}.${name}`).toBe('string');
      expect(values.length, `${type}.${name}`).toBeGreaterThan(1);
    }
});
