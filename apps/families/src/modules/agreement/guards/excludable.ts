import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { agencyStanding, leadIsOf } from '../store/exclusions.ts';
import type { Opened } from './opened.ts';

/** The host's own team; who may give access decides about whoever leads, too. */
const HOST: readonly string[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/**
 * The host keeps the record of every family, and whoever leads is not put out by whoever acts for them.
 * @throws CommandRefused RECORD_UNKNOWN, HOST_NOT_REMOVED, ACTS_FOR_LEAD
 */
export async function requireExcludable(
  {
    transaction,
    principal,
    now,
    input: { agency, scope },
  }: CommandCall<{ readonly agency: string; readonly scope: 'DETAILS' | 'WHOLE_AGENCY' }>,
  { agreement: { episodeId } }: Opened,
): Promise<void> {
  const { isKnown, isHost } = await agencyStanding(transaction, agency, now);
  if (!isKnown) throw new CommandRefused('RECORD_UNKNOWN');
  if (scope === 'DETAILS') return;
  if (isHost) throw new CommandRefused('HOST_NOT_REMOVED');
  const isOfLead = await leadIsOf(transaction, { episode: episodeId, agency }, now);
  if (
    isOfLead &&
    agency !== principal.agencyId &&
    !principal.roles.some((role) => HOST.includes(role))
  )
    throw new CommandRefused('ACTS_FOR_LEAD', { about: HOST });
}
