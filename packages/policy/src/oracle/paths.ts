import type { EpisodeFact } from './facts.ts';
import type { RequestFacts } from './request-facts.ts';
import type { OracleRow } from './row.ts';
import { belongingOf } from './row.ts';

/** The episode a row is seen through; null is the path that leads through none. */
export type Path = EpisodeFact | null;

/** Every path to a row, the one through no episode last. */
export function pathsTo(row: OracleRow, facts: RequestFacts): readonly Path[] {
  return [...episodesOf(row, facts), null];
}

/** Whether an entry may stand behind a value on a path: it was recorded in no episode, or in that one. */
export function isOnPath(entryEpisodeId: string | null | undefined, path: Path): boolean {
  return entryEpisodeId === null || entryEpisodeId === undefined || entryEpisodeId === path?.id;
}

function episodesOf(row: OracleRow, facts: RequestFacts): readonly EpisodeFact[] {
  const { about } = row;
  switch (belongingOf(row)) {
    case 'EPISODE': {
      const episode = facts.episode(about.episodeId ?? '');
      return episode === undefined ? [] : [episode];
    }
    case 'FAMILY':
      return facts.episodesOfFamily(about.familyId ?? '');
    case 'PERSON':
      return facts.episodesOfPerson(about.personId ?? '');
    case 'PERSON_ENTRY':
      return facts
        .episodesOfPerson(about.personId ?? '')
        .filter((episode) => isOnPath(about.entryEpisodeId, episode));
    case 'ACCOUNT':
      return facts.episodesOfAccount(about.accountId ?? '');
    case 'NOBODY':
      return [];
  }
}
