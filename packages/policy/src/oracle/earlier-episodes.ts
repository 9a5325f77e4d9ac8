import { READERS_OF_EARLIER_EPISODES } from '../law/earlier-episodes.ts';
import type { EpisodeFact } from './facts.ts';
import { isAgreedTo } from './predicates/agreement-in-force.ts';
import { hasConflict } from './predicates/conflict-declared.ts';
import { isOpen, isUnderScreening } from './predicates/episode-status.ts';
import { keepsOut } from './predicates/exclusions.ts';
import { isLiveGrant } from './predicates/live-grant.ts';
import type { RequestFacts } from './request-facts.ts';
import { isOverride } from './running-grant.ts';

/**
 * The roles in which the principal works with the family of a closed episode now: by live grants on its other episodes,
 * open and agreed to or not yet opened, from which neither an exclusion nor a conflict bars them. A grant that names persons
 * leads to none: what was told then is about everybody.
 */
export function rolesOnLater(closed: EpisodeFact, facts: RequestFacts): readonly string[] {
  if (closed.status !== 'CLOSED') return [];
  const others = facts.episodesOfFamily(closed.familyId).filter((one) => worksOn(one, facts));
  return facts.grants
    .filter((grant) => READERS_OF_EARLIER_EPISODES.includes(grant.role))
    .filter((grant) => grant.persons === null)
    .filter((grant) => isLiveGrant(grant, facts) && !isOverride(grant))
    .filter((grant) => others.some((one) => one.id === grant.episodeId))
    .map((grant) => grant.role);
}

function worksOn(episode: EpisodeFact, facts: RequestFacts): boolean {
  if (hasConflict(episode, facts) || keepsOut(episode, facts)) return false;
  return isOpen(episode) ? isAgreedTo(episode, facts) : isUnderScreening(episode);
}
