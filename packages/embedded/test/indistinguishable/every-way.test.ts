import { hiddenWith } from '@postern/policy';
import { expect, test } from 'vitest';
import { ENTITY_TYPES, RECORDS } from '../ways-round/schema-walk.ts';

/** Whose lists a family hides. */
const OF_A_FAMILY = ['Episode', 'Family', 'Household', 'Person', 'Assessment', 'Plan'];

test('what a family hides in a list is hidden in every other way to the same records', () => {
  const ways = new Map<string, string[]>();
  const note = (type: string, way: string): void => {
    ways.set(type, [...(ways.get(type) ?? []), way]);
  };
  for (const { name, type } of RECORDS.roots) note(type, `Query.${name}`);
  for (const { name, type } of RECORDS.answers) note(type, `Mutation.${name}`);
  // A map tells what is put into it while it is walked through.
  for (const parent of ways.keys())
    for (const { field, type } of RECORDS.edges(parent)) note(type, `${parent}.${field}`);

  const several = [...ways].filter(
    ([type, each]) =>
      each.length > 1 &&
      !ENTITY_TYPES.has(type) &&
      each.some((way) => OF_A_FAMILY.includes(way.split('.')[0] ?? '')),
  );
  expect(several.length).toBeGreaterThan(30);
  for (const [type, each] of several) {
    const hidden: readonly string[] = hiddenWith(`${type}.id`);
    expect(
      each.some((way) => hidden.includes(way)),
      type,
    ).toBe(true);
  }
});
