import { belongingOf } from '../row.ts';
import { hasAnyConflict, hasConflict } from './conflict-declared.ts';
import type { Question } from './question.ts';

/** An office may look at the row: of an episode whose family the principal has declared no conflict with, or of no family at all. */
export function oversightFree(_atom: unknown, { facts, row }: Question): boolean {
  switch (belongingOf(row)) {
    case 'EPISODE': {
      const episode = facts.episode(row.about.episodeId ?? '');
      return episode !== undefined && !hasConflict(episode, facts);
    }
    case 'ACCOUNT':
      return true;
    // Of no family, or of one that it does not say: that may be any.
    case 'NOBODY':
      return row.about.ofUnnamedFamily !== true || !hasAnyConflict(facts);
    // A family's record is nobody's to oversee without a grant.
    default:
      return false;
  }
}
