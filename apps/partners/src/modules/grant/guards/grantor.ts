import type { GrantBasis } from '@postern/access-facts';
import { isInUse } from '@postern/access-facts';
import type { Grantors } from '@postern/agreements';
import { grantors } from '@postern/agreements';
import { chosen } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import { HOST } from '../../role-holding/offices.ts';
import { isKept } from '../../role-holding/store/office-holders.ts';
import { leads } from '../store/live-grant.ts';

/** By what somebody gives and ends access to an episode: for the host, or because they lead it. */
export type Grantor = 'HOST' | 'LEAD';

/** How access comes about: somebody gives it, or a proceeding brings it that others have let be (SHR-6a). */
export type GivenBy = Grantor | 'PROCEEDING';

type Granting = Pick<CommandCall<unknown>, 'principal' | 'transaction' | 'now' | 'seen'>;

/**
 * Whoever the clause lets give access to this episode (SHR-8.2.1g, SHR-8.3.7c). To all others an episode that they do not
 * see is none; so it is to a grantor with a declared relationship to the family (SHR-1.2g). The episode has to be held, so that
 * whoever was locked out while it was waited for decides nothing.
 * @throws CommandRefused RECORD_UNKNOWN, NOT_A_GRANTOR
 */
export async function requireGrantor(call: Granting, episode: string): Promise<Grantor> {
  return requireOneOf(call, episode, grantors(await chosen(call.transaction, 'WHO_MAY_GRANT')));
}

/**
 * The same, and any lead of the episode: what only takes access away at the family's word waits for nobody (SHR-8.2.1i).
 * @throws CommandRefused RECORD_UNKNOWN, NOT_A_GRANTOR
 */
export async function requireGrantorOrLead(call: Granting, episode: string): Promise<Grantor> {
  const { roles } = grantors(await chosen(call.transaction, 'WHO_MAY_GRANT'));
  return requireOneOf(call, episode, { roles, leads: 'ANY' });
}

/**
 * Whoever acts for the lead, as a deputy or as cover, decides about nobody who leads: the lead stays the lead (SHR-3.4.11a).
 * @throws CommandRefused ACTS_FOR_LEAD
 */
export async function requireLeadThemselves(
  call: Granting,
  episode: string,
  grantor: Grantor,
): Promise<void> {
  if (grantor === 'HOST') return;
  if (!(await leadsIt(call, { episode, onlyTargeted: false, bases: ['WORK'] })))
    throw new CommandRefused('ACTS_FOR_LEAD', { about: HOST });
}

async function requireOneOf(
  call: Granting,
  episode: string,
  { roles, leads: which }: Grantors,
): Promise<Grantor> {
  await requireMayKnow(call, [episode]);
  if (await holdsNow(call, roles)) return 'HOST';
  if (!(await call.seen('Episode', [episode])).has(episode))
    throw new CommandRefused('RECORD_UNKNOWN');
  if (await leadsIt(call, { episode, onlyTargeted: which === 'TARGETED_TEAM', bases: LEADING }))
    return 'LEAD';
  throw new CommandRefused('NOT_A_GRANTOR', { about: roles });
}

/** On what somebody leads: the work is theirs, or they act for whose it is. */
const LEADING: readonly GrantBasis[] = ['WORK', 'DEPUTY', 'COVER'];

interface Leading {
  readonly episode: string;
  readonly onlyTargeted: boolean;
  readonly bases: readonly GrantBasis[];
}

async function leadsIt(
  { principal, transaction, now }: Granting,
  { episode, onlyTargeted, bases }: Leading,
): Promise<boolean> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS leads FROM access.access_grant held
      JOIN access.account ON account.id = held.account_id AND ${isInUse('account')}
      JOIN access.role_holding holding ON holding.account_id = held.account_id AND holding.role = held.role
        AND ${isKept('holding', '$3')} AND (holding.targeted_team OR NOT $4::boolean)
      WHERE held.account_id = $1 AND held.episode_id = $2 AND held.basis = ANY ($5::text[]) AND ${leads('held', '$3')}`,
    values: [principal.accountId, episode, now.toISOString(), onlyTargeted, [...bases]],
  });
  return found !== undefined;
}
