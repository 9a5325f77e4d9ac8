import { hiddenWith } from '../../classes/hidden-with.ts';
import type { AtomOf } from '../../predicates/predicate.ts';
import type { ExclusionFact } from '../facts.ts';
import { belongingOf } from '../row.ts';
import { isLive } from '../validity.ts';
import type { Question } from './question.ts';
import { onEpisode } from './question.ts';

/** The family keeps the principal's whole agency out of the episode (SHR-3.4.4c). */
export const exclusionWholeAgency = onEpisode((episode, { facts }) =>
  facts.exclusions.some(
    (row) =>
      row.scope === 'WHOLE_AGENCY' &&
      row.episodeId === episode.id &&
      isLive(row.startsAt, row.endsAt, facts.now),
  ),
);

/** The family keeps this detail of the row from the principal's agency, whatever episode the row is seen through. */
export function exclusionDetails(atom: AtomOf<'exclusion.details'>, question: Question): boolean {
  return question.facts.exclusions.some(
    (row) =>
      row.scope === 'DETAILS' &&
      hiddenWith(atom.coordinate).some((hidden) => row.coordinates.includes(hidden)) &&
      isLive(row.startsAt, row.endsAt, question.facts.now) &&
      binds(row, question),
  );
}

/** The row is an exclusion, and the principal's agency is the one it keeps out. */
export function exclusionOfOwnAgency(_atom: unknown, { facts, row }: Question): boolean {
  return row.type === 'Exclusion' && row.about.excludedAgencyId === facts.principal.agency.id;
}

function binds(exclusion: ExclusionFact, { row, facts }: Question): boolean {
  switch (belongingOf(row)) {
    case 'PERSON':
    case 'PERSON_ENTRY':
      return exclusion.personId === null
        ? facts
            .episodesOfPerson(row.about.personId ?? '')
            .some((episode) => episode.id === exclusion.episodeId)
        : exclusion.personId === row.about.personId;
    case 'EPISODE':
      return exclusion.personId === null && exclusion.episodeId === row.about.episodeId;
    case 'FAMILY':
      return (
        exclusion.personId === null &&
        facts
          .episodesOfFamily(row.about.familyId ?? '')
          .some((episode) => episode.id === exclusion.episodeId)
      );
    default:
      return false;
  }
}
