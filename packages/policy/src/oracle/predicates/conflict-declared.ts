import type { EpisodeFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isLive } from '../validity.ts';
import { onEpisode } from './question.ts';

/** A relationship of the principal with the episode's family, declared and not ended (SHR-1.2g). */
export const conflictDeclared = onEpisode((episode, { facts }) => hasConflict(episode, facts));

export function hasConflict({ familyId }: EpisodeFact, { conflicts, now }: RequestFacts): boolean {
  return conflicts.some(
    (row) => row.familyId === familyId && isLive(row.declaredAt, row.endedAt, now),
  );
}

export function hasAnyConflict({ conflicts, now }: RequestFacts): boolean {
  return conflicts.some((row) => isLive(row.declaredAt, row.endedAt, now));
}
