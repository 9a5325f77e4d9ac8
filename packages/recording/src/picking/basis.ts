import type { ClassKey } from '@postern/policy';
import type { CommandCall } from '@postern/subgraph-kit';
import type { FoundItem, Pickable } from './pickable.ts';

/** Why somebody may read an item that they pick, as the manifest says it. */
export interface Basis {
  readonly basis: 'BY_ROLE' | 'JUSTIFIED' | 'ORDINARY' | 'OWN_ENTRY';
  readonly justification: string | null;
}

const ORDINARY: readonly ClassKey[] = ['PUBLIC', 'OPERATIONAL', 'PERSONAL', 'WORKFORCE'];

/** By what an item that is seen may be read: nothing where nothing of it is classed. */
export async function basisOf(
  { resource, field }: Pickable,
  item: FoundItem,
  episode: string,
  call: CommandCall<unknown>,
): Promise<Basis> {
  const dataClass = item.rowClass ?? call.dictionary.get(resource.type)?.get(field) ?? 'PERSONAL';
  if (ORDINARY.includes(dataClass)) return { basis: 'ORDINARY', justification: null };
  if (item.agency === call.principal.agencyId) return { basis: 'OWN_ENTRY', justification: null };
  const justification = await liveJustification(dataClass, item, episode, call);
  return { basis: justification === null ? 'BY_ROLE' : 'JUSTIFIED', justification };
}

async function liveJustification(
  dataClass: ClassKey,
  { persons }: FoundItem,
  episode: string,
  { transaction, principal, now }: CommandCall<unknown>,
): Promise<string | null> {
  const [found] = await transaction.run<{ id: string }>({
    text: `SELECT id FROM access.justification WHERE account_id = $1 AND episode_id = $2 AND state = 'LIVE' AND starts_at <= $3 AND expires_at > $3
        AND $4 = ANY (classes) AND ($5::uuid[] IS NULL OR person_id = ANY ($5::uuid[])) ORDER BY starts_at DESC, id LIMIT 1`,
    values: [principal.accountId, episode, now.toISOString(), dataClass, persons],
  });
  return found?.id ?? null;
}
