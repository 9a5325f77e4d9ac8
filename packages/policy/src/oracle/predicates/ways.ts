import type { AtomOf } from '../../predicates/predicate.ts';
import { isLiveGrant, isOverride } from './live-grant.ts';
import type { Question } from './question.ts';

/** The path leads there as granted, by a live grant in the rule's role; where it must name nobody, what an override opens is asked of one that names nobody. */
export function grantLive(
  { role, namesNobody = false }: AtomOf<'grant.live'>,
  { facts, path }: Question,
): boolean {
  if (path?.way.kind !== 'GRANTED') return false;
  const { grants, byOverride } = path.way;
  const live = grants.filter((grant) => isLiveGrant(grant, facts));
  if (!namesNobody) return live.some((grant) => grant.role === role);
  const wide = live.filter(({ persons }) => persons === null);
  return wide.some((grant) => grant.role === role) && (!byOverride || wide.some(isOverride));
}

/** The path leads there because the principal works with the family now, in the rule's role. */
export function episodeEarlier({ role }: AtomOf<'episode.earlier'>, { path }: Question): boolean {
  return path?.way.kind === 'EARLIER' && path.way.roles.includes(role);
}

/** The path leads there because the episode concerns the person the principal is. */
export function episodeConcernsMe(_atom: unknown, { path }: Question): boolean {
  return path?.way.kind === 'OWN';
}
