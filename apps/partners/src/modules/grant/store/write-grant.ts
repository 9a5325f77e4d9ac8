import type { GrantBasis, RevocationCause } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

/** A grant as it is given. */
export interface NewGrant {
  readonly accountId: string;
  readonly episodeId: string;
  readonly role: string;
  readonly workingRelationship: string;
  readonly grantedBy: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly confirmBy: Date | null;
  readonly persons: readonly string[] | null;
  readonly basis: GrantBasis;
}

/** Adds a grant and answers its id. */
export async function addGrant(transaction: Statements, grant: NewGrant): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at, ends_at,
        confirm_by, persons, basis)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid[], $11)`,
    values: [
      id,
      grant.accountId,
      grant.episodeId,
      grant.role,
      grant.workingRelationship,
      grant.grantedBy,
      grant.startsAt.toISOString(),
      grant.endsAt.toISOString(),
      grant.confirmBy?.toISOString() ?? null,
      grant.persons === null ? null : [...grant.persons],
      grant.basis,
    ],
  });
  return id;
}

/** What a step changes of a grant; what is left out stays as it is. */
export interface GrantChange {
  readonly endsAt?: Date;
  readonly suspendedAt?: Date | null;
  readonly revoked?: { readonly at: Date; readonly cause: RevocationCause };
  readonly confirmBy?: Date;
}

/** Writes what a step changes of grants that are held, and counts their revisions up. */
export async function changeGrants(
  transaction: Statements,
  ids: readonly string[],
  { endsAt, suspendedAt, revoked, confirmBy }: GrantChange,
): Promise<void> {
  const given: readonly (readonly [column: string, value: unknown])[] = [
    ...(endsAt === undefined ? [] : [['ends_at', endsAt.toISOString()] as const]),
    ...(suspendedAt === undefined
      ? []
      : [['suspended_at', suspendedAt?.toISOString() ?? null] as const]),
    ...(revoked === undefined
      ? []
      : [
          ['revoked_at', revoked.at.toISOString()] as const,
          ['revoked_cause', revoked.cause] as const,
        ]),
    ...(confirmBy === undefined ? [] : [['confirm_by', confirmBy.toISOString()] as const]),
  ];
  const sets = given.map(([column], index) => `${column} = $${index + 2}, `).join('');
  await transaction.run({
    text: `UPDATE access.access_grant SET ${sets}revision = revision + 1 WHERE id = ANY ($1::uuid[])`,
    values: [[...ids], ...given.map(([, value]) => value)],
  });
}
