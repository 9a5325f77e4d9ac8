import type { EpisodeFact } from '../facts.ts';
import type { Path } from '../path.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isLive } from '../validity.ts';
import type { Question } from './question.ts';
import { onEpisode } from './question.ts';

/** The family keeps the principal's whole agency out of the episode (SHR-3.4.4c), and it is not an override that leads there (SHR-3.5L-e). */
export const exclusionWholeAgency = onEpisode(
  (episode, { facts, path }) => !isByOverride(path) && keepsOut(episode, facts),
);

function isByOverride(path: Path): boolean {
  return path?.way.kind === 'GRANTED' && path.way.byOverride;
}

export function keepsOut({ id }: EpisodeFact, { exclusions, now }: RequestFacts): boolean {
  return exclusions.some(
    (row) =>
      row.scope === 'WHOLE_AGENCY' && row.episodeId === id && isLive(row.startsAt, row.endsAt, now),
  );
}

/** The row is an exclusion, and the principal's agency is the one it keeps out. */
export function exclusionOfOwnAgency(_atom: unknown, { facts, row }: Question): boolean {
  const { agency } = facts.principal;
  return row.type === 'Exclusion' && agency !== null && row.about.excludedAgencyId === agency.id;
}
