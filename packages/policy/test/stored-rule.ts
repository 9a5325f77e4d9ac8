import type { Rule } from '../src/index.ts';
import { parseRule } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';

/** A stored rule that is right in every part; a test changes what it is about. */
export const STORED = {
  name: 'names-for-the-team',
  role: 'TAF_MEMBER',
  action: 'read',
  resource: 'Person',
  fields: ['id', 'givenName'],
  purposes: ['COORDINATE_SUPPORT'],
  effect: 'ALLOW',
  when: { holds: 'grant.live' },
  clause: 'SHR-3.3.1',
} as const;

/**
 * A rule as the engine holds it, from {@link STORED} with changes. Its condition may stand alone:
 * a test of one predicate has no grant beside it, which saving the rule would ask for.
 */
export function rule(changes: Readonly<Record<string, unknown>>): Rule {
  return unanchored({ ...STORED, ...changes });
}

/** As {@link rule}, for classes in place of fields. */
export function classRule(
  classes: readonly string[],
  changes: Readonly<Record<string, unknown>>,
): Rule {
  const { fields: _, ...rest } = STORED;
  return unanchored({ ...rest, classes, ...changes });
}

/** Checks all that saving checks, except that the condition is anchored: it is read beside an anchor and then put back alone. */
export function unanchored(body: Readonly<Record<string, unknown>>): Rule {
  const parsed = parseRule(
    { ...body, when: { all: [{ holds: 'account.self' }, body.when] } },
    dictionary,
  );
  return { ...parsed, when: body.when as Rule['when'] };
}

/** A rule as it is saved and loaded, from {@link STORED} with changes. */
export function savedRule(changes: Readonly<Record<string, unknown>>): Rule {
  return parseRule({ ...STORED, ...changes }, dictionary);
}
