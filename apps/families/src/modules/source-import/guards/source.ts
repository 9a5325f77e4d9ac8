import type { Source, SourceName } from '@postern/agreements';
import { SOURCES } from '@postern/agreements';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';

/** Whoever speaks for an agency sends its data, or lets its system send it by an account of its own (DEV-1.2b, DEV-A4-1). */
export const SENDERS: readonly string[] = ['CONTACT_OFFICER'];

/**
 * Batches of one source of one agency come in one after another, and so do withdrawals, until the transaction ends.
 * @throws CommandRefused SOURCE_NOT_YOURS where the caller's agency is none that sends this data
 */
export async function holdSource(
  { transaction, principal }: CommandCall<unknown>,
  source: SourceName,
): Promise<void> {
  const { agencyKinds }: Source = SOURCES[source];
  const [agency] = await transaction.run<{ kind: string }>({
    text: 'SELECT kind FROM access.agency WHERE id = $1',
    values: [principal.agencyId],
  });
  if (agency === undefined || !agencyKinds.includes(agency.kind))
    throw new CommandRefused('SOURCE_NOT_YOURS', { about: agencyKinds });
  await transaction.run({
    text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`families.import ${principal.agencyId} ${source}`],
  });
}
