import type { AtomOf } from '../../predicates/predicate.ts';
import { personsOf } from '../row-persons.ts';
import { isJustifiedForAll } from './justified.ts';
import { onEpisode } from './question.ts';

/** For everybody the row is about, a live justification of the principal for this episode, purpose and class, complete in law. */
export const justificationCovers = onEpisode<AtomOf<'justification.covers'>>(
  (episode, { facts, row }, atom) =>
    isJustifiedForAll(personsOf(row), atom.class, episode.id, facts),
);
