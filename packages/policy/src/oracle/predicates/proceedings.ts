import type { AtomOf } from '../../predicates/predicate.ts';
import { isLiveProceeding, isReadBy, restsOnBasis } from '../live-proceeding.ts';
import { isLiveGrant } from './live-grant.ts';
import type { Question } from './question.ts';
import { onEpisode } from './question.ts';

/** A proceeding about the episode of the path, of a kind in which the rule's role reads, is live. */
export const proceedingLive = onEpisode<AtomOf<'proceeding.live'>>((episode, { facts }, { role }) =>
  isReadBy(facts.proceedingsOn(episode.id), role, facts.now),
);

/** One that is live rests on a law that was recorded with it. */
export const proceedingOnBasis = onEpisode<AtomOf<'proceeding.onBasis'>>(
  (episode, { facts }, { role }) => restsOnBasis(facts.proceedingsOn(episode.id), role, facts.now),
);

/** The row was picked for a live transfer that the principal reads by: it was sent to them with this grant, which is live. */
export function transferIncludes(_atom: unknown, { facts, row }: Question): boolean {
  return facts
    .proceedingsWith(row.about.rowId ?? '')
    .some(
      (proceeding) =>
        proceeding.kind === 'TRANSFER' &&
        isLiveProceeding(proceeding, facts.now) &&
        facts.grants.some(
          (grant) =>
            grant.id !== undefined &&
            grant.id === proceeding.grantId &&
            grant.episodeId === proceeding.episodeId &&
            isLiveGrant(grant, facts),
        ),
    );
}
