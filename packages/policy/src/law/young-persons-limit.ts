import type { Coordinate } from '../classes/dictionary.ts';

/** The levels at which a young person's limit takes something from a parent. */
export const BINDING_LEVELS = ['SUMMARY_ONLY', 'CONFIDENTIAL'] as const;
export type BindingLevel = (typeof BINDING_LEVELS)[number];

/** What a parent knows of a child of theirs anyway. */
const KNOWN_TO_PARENTS: ReadonlySet<string> = new Set([
  'Person.id',
  'Person.givenName',
  'Person.familyName',
  'Person.dateOfBirth',
  'Person.age',
  'Person.ageBand',
  'Person.birthYear',
]);

/** What a summary is: that there is a plan and how it goes, and nothing that was said. */
const SUMMARY: ReadonlySet<string> = new Set([
  'Person.gender',
  'Person.sex',
  'Person.languages',
  'Person.educationSetting',
]);
const SUMMARY_TYPES: ReadonlySet<string> = new Set(['Plan', 'PlanAction']);

/** The levels at which the coordinate is hidden from a parent, on rows that are about the young person or concern them. */
export function levelsHiding(coordinate: Coordinate): readonly BindingLevel[] {
  if (KNOWN_TO_PARENTS.has(coordinate)) return [];
  const [type = ''] = coordinate.split('.');
  return SUMMARY.has(coordinate) || SUMMARY_TYPES.has(type) ? ['CONFIDENTIAL'] : BINDING_LEVELS;
}
