import { expect, test } from 'vitest';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';

const { comparable, dictionary } = wholePolicySchema();

test('a rule is about a kind of record: nothing that names one is compared', () => {
  const naming = ['id', 'reference', 'email', 'nhsNumber'];
  const compared = [...comparable].flatMap(([type, attributes]) =>
    [...attributes.keys()].map((name) => `${type}.${name}`),
  );
  expect(dictionary.get('Episode')?.has('reference')).toBe(true);
  expect(compared.filter((one) => naming.includes(one.split('.')[1] ?? ''))).toEqual([]);
  expect(compared).toEqual(expect.arrayContaining(['Episode.status', 'Episode.levelOfNeed']));
});
