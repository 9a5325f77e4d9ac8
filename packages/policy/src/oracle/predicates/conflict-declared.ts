import { isLive } from '../validity.ts';
import { onEpisode } from './question.ts';

/** A relationship of the principal with the episode's family, declared and not ended (SHR-1.2g). */
export const conflictDeclared = onEpisode((episode, { facts }) =>
  facts.conflicts.some(
    (row) => row.familyId === episode.familyId && isLive(row.declaredAt, row.endedAt, facts.now),
  ),
);
