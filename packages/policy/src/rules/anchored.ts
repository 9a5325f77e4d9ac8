import type { ClassKey } from '../classes/data-class.ts';
import { comparisonsOf } from '../conditions/comparisons-of.ts';
import type { Condition } from '../conditions/condition.ts';
import { NEVER } from '../conditions/condition.ts';
import { substitute } from '../conditions/substitute.ts';
import type { PredicateName } from '../predicates/predicate.ts';
import { anchorsOf } from './anchors.ts';
import type { Rule } from './rule.ts';

/**
 * Whatever is not public is anchored: something ties its reader to the row in every alternative of a permission.
 * Names the predicates of which one is missing; none where nothing is.
 */
export function missingAnchors(
  permission: Pick<Rule, 'resource' | 'covers'> & { readonly when: Condition },
  fields: ReadonlyMap<string, ClassKey>,
): readonly PredicateName[] {
  const { resource, covers, when } = permission;
  // Which public rows are seen must tell nothing that is not public either.
  const tellsOnlyPublic = comparisonsOf(when).every(
    ({ attribute }) => fields.get(attribute) === 'PUBLIC',
  );
  if (coversOnlyPublic(covers, fields) && tellsOnlyPublic) return [];
  const anchors = anchorsOf(resource);
  const unanchored = substitute(when, (atom) =>
    anchors.includes(atom.predicate) ? NEVER : undefined,
  );
  return unanchored.kind === 'NEVER' ? [] : anchors;
}

function coversOnlyPublic(covers: Rule['covers'], fields: ReadonlyMap<string, ClassKey>): boolean {
  switch (covers.kind) {
    case 'CLASSES':
      return covers.classes.every((covered) => covered === 'PUBLIC');
    case 'FIELDS':
      return covers.fields.every((field) => fields.get(field) === 'PUBLIC');
    case 'EVERYTHING':
      return false;
  }
}
