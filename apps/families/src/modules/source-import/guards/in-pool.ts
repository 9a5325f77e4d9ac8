import type { PurposeLock } from '@postern/policy';
import { civilDay, PURPOSE_LOCKS } from '@postern/policy';
import type { Principal, Statements } from '@postern/subgraph-kit';

/** The data hub matches, and nobody else (SHR-3.5.6b). */
export const DATA_HUB: readonly string[] = ['DATA_HUB_ANALYST'];
export const MATCHING = 'MATCH_DATA';

/** Whose look at the pool it is, and when. */
export interface Looking {
  readonly statements: Statements;
  readonly principal: Principal;
  readonly now: Date;
}

/**
 * SQL: whether an item is there for whoever looks: kept still (DEV-A3-12m), under no law that keeps it from their agency, and of
 * no family that they are related to (SHR-1.2g). Takes the values of {@link poolValues} from a place on.
 */
export function isInPool(item: string, place: number): string {
  return `families.pool_ends(${item}.received_on) > $${place + 3}::date AND ${isOpenTo(item, place)}`;
}

/** SQL: the same, whether it is kept in the pool or left it for a record. Takes the values of {@link openValues}. */
export function isOpenTo(item: string, place: number): string {
  const [account, at, laws] = [0, 1, 2].map((each) => `$${place + each}`);
  return `(${item}.held_under IS NULL OR ${item}.held_under = ANY (${laws}::text[]))
    AND ${item}.id NOT IN (SELECT families.related_import_items(${account}::uuid, ${at}::timestamptz))`;
}

/** The values of {@link isInPool}, in their order. */
export async function poolValues(looking: Looking): Promise<readonly unknown[]> {
  return [...(await openValues(looking)), civilDay(looking.now)];
}

/** The values of {@link isOpenTo}, in their order. */
export async function openValues(looking: Looking): Promise<readonly unknown[]> {
  const { principal, now } = looking;
  return [principal.accountId, now.toISOString(), await lawsOpenTo(looking)];
}

/** The laws under which the caller's agency may receive what is matched. */
async function lawsOpenTo({ statements, principal, now }: Looking): Promise<readonly string[]> {
  const [agency] = await statements.run<{ kind: string; listed: boolean }>({
    text: `SELECT kind, EXISTS (SELECT FROM access.agency_standing stands WHERE stands.agency_id = agency.id
        AND stands.standing = 'DEA2017_SPECIFIED_PERSON' AND stands.starts_on <= $2 AND (stands.ends_on IS NULL OR stands.ends_on > $2)) AS listed
      FROM access.agency WHERE id = $1`,
    values: [principal.agencyId, civilDay(now)],
  });
  if (agency === undefined) return [];
  const isOpen = ({ purposes, agencyKinds, deaListed }: PurposeLock): boolean =>
    purposes.includes(MATCHING) &&
    (agencyKinds === null || agencyKinds.includes(agency.kind)) &&
    (!deaListed || agency.listed);
  return Object.entries(PURPOSE_LOCKS)
    .filter(([, lock]) => isOpen(lock))
    .map(([name]) => name);
}
