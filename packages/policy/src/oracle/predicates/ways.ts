import type { AtomOf } from '../../predicates/predicate.ts';
import { isLiveGrant } from './live-grant.ts';
import type { Question } from './question.ts';

/** The path leads there as granted, by a live grant in the rule's role. */
export function grantLive({ role }: AtomOf<'grant.live'>, { facts, path }: Question): boolean {
  return (
    path?.way.kind === 'GRANTED' &&
    path.way.grants.some((grant) => grant.role === role && isLiveGrant(grant, facts))
  );
}

/** The path leads there because the principal works with the family now, in the rule's role. */
export function episodeEarlier({ role }: AtomOf<'episode.earlier'>, { path }: Question): boolean {
  return path?.way.kind === 'EARLIER' && path.way.roles.includes(role);
}

/** The path leads there because the episode concerns the person the principal is. */
export function episodeConcernsMe(_atom: unknown, { path }: Question): boolean {
  return path?.way.kind === 'OWN';
}
