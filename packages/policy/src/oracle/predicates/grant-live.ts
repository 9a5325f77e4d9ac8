import type { AtomOf } from '../../predicates/predicate.ts';
import { isAhead, isLive } from '../validity.ts';
import { onEpisode } from './question.ts';

/** A grant of the principal on the episode, in the rule's role, given by somebody else, that has started and not been ended, suspended or revoked; the role is still held. */
export const grantLive = onEpisode<AtomOf<'grant.live'>>(
  (episode, { facts: { principal, grants, now } }, { role }) =>
    principal.roles.includes(role) &&
    grants.some(
      (grant) =>
        grant.episodeId === episode.id &&
        grant.role === role &&
        grant.grantedBy !== principal.account.id &&
        isLive(grant.startsAt, grant.endsAt, now) &&
        isAhead(grant.suspendedAt, now) &&
        isAhead(grant.revokedAt, now),
    ),
);
