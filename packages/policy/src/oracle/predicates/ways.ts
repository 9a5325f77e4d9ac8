import type { AtomOf } from '../../predicates/predicate.ts';
import { isLiveGrant } from './live-grant.ts';
import type { Question } from './question.ts';

/** The path leads there as granted, by a live grant in the rule's role. */
export function grantLive(
  { role, namesNobody = false }: AtomOf<'grant.live'>,
  { facts, path }: Question,
): boolean {
  if (path?.way.kind !== 'GRANTED') return false;
  return path.way.grants.some(
    (grant) =>
      grant.role === role && isLiveGrant(grant, facts) && !(namesNobody && grant.persons !== null),
  );
}

/** The path leads there by a live override of the principal. */
export function overrideLive(_atom: unknown, { path }: Question): boolean {
  return path?.way.kind === 'GRANTED' && path.way.byOverride;
}

/** The path leads there because the principal works with the family now, in the rule's role. */
export function episodeEarlier({ role }: AtomOf<'episode.earlier'>, { path }: Question): boolean {
  return path?.way.kind === 'EARLIER' && path.way.roles.includes(role);
}

/** The path leads there because the episode concerns the person the principal is. */
export function episodeConcernsMe(_atom: unknown, { path }: Question): boolean {
  return path?.way.kind === 'OWN';
}
