import type { RefusalCode } from '@postern/errors';
import { preconditionsMet, unfinishedColumn } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { missingOf, readUnfinished } from './unfinished.ts';

/** The caller's facts as one compact array; null where there is no account. */
export const principalColumn: SQL = sql`(SELECT json_build_array(principal.id, principal.vouching_agency_id, principal.policy_version, principal.roles, principal.now,
  standing.unlocked, standing.hiding, ${unfinishedColumn}, ${sql.join([...preconditionsMet], sql`, `)}) FROM principal LEFT JOIN standing ON true)`;

/** The caller as a statement found them. */
export interface PrincipalFacts {
  readonly accountId: string;
  /** The account's agency: the one they work for, or that vouches for a family member. */
  readonly agencyId: string;
  readonly policyVersion: number | null;
  readonly roles: readonly string[];
  /** The moment by which all of this was found. */
  readonly now: Date;
  /** The classes that live justifications of complete shape unlock somewhere in the caller's reach. */
  readonly unlocked: readonly string[];
  /** The details that are hidden from the caller somewhere in their reach. */
  readonly hiding: readonly string[];
  /** Everything for which they are turned away, in the order of the preconditions. */
  readonly missing: readonly RefusalCode[];
  /** Of these, the training modules and the versions of the user agreement that are meant. */
  readonly modules: readonly string[];
  readonly versions: readonly string[];
}

/** Reads {@link principalColumn}; null where there is no account. A precondition that is not plainly true is missing. */
export function readPrincipal(column: unknown): PrincipalFacts | null {
  if (!Array.isArray(column)) return null;
  const [accountId, agencyId, policyVersion, roles, now, unlocked, hiding, wanting, ...met] =
    column;
  const unfinished = readUnfinished(wanting);
  const missing = missingOf(met, unfinished);
  return {
    accountId: String(accountId),
    agencyId: String(agencyId),
    policyVersion: typeof policyVersion === 'number' ? policyVersion : null,
    roles: Array.isArray(roles) ? roles.map(String) : [],
    now: new Date(String(now)),
    unlocked: Array.isArray(unlocked) ? unlocked.map(String) : [],
    hiding: Array.isArray(hiding) ? hiding.map(String) : [],
    missing,
    modules: missing.includes('TRAINING_NOT_VALID') ? unfinished.modules : [],
    versions: missing.includes('ACCEPTANCE_MISSING') ? unfinished.versions : [],
  };
}
