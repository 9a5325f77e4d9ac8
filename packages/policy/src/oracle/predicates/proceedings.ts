import type { ProceedingLaw } from '../../law/proceedings.ts';
import { PROCEEDINGS } from '../../law/proceedings.ts';
import type { AtomOf } from '../../predicates/predicate.ts';
import type { ProceedingFact } from '../facts.ts';
import { hasHappened, isAhead } from '../validity.ts';
import { isLiveGrant } from './live-grant.ts';
import type { Question } from './question.ts';
import { onEpisode } from './question.ts';

const LAWS: ReadonlyMap<string, ProceedingLaw> = new Map(Object.entries(PROCEEDINGS));

/** A proceeding about the episode of the path, of a kind in which the rule's role reads, is live. */
export const proceedingLive = onEpisode<AtomOf<'proceeding.live'>>((episode, { facts }, { role }) =>
  facts
    .proceedingsOn(episode.id)
    .some((row) => LAWS.get(row.kind)?.role === role && isLiveProceeding(row, facts.now)),
);

/** The row was picked for a live transfer of an episode on which the principal has a live grant, in whatever role. */
export function transferIncludes(_atom: unknown, { facts, row }: Question): boolean {
  return facts
    .proceedingsWith(row.about.rowId ?? '')
    .some(
      (proceeding) =>
        proceeding.kind === 'TRANSFER' &&
        isLiveProceeding(proceeding, facts.now) &&
        facts.grants.some(
          (grant) => grant.episodeId === proceeding.episodeId && isLiveGrant(grant, facts),
        ),
    );
}

function isLiveProceeding(row: ProceedingFact, now: Date): boolean {
  const law = LAWS.get(row.kind);
  if (law === undefined || !law.live.includes(row.state)) return false;
  if (law.timed && row.endsAt === null) return false;
  return hasHappened(row.openedAt, now) && isAhead(row.endsAt, now) && isAhead(row.closedAt, now);
}
