import type { RefusalCode } from '@postern/errors';
import { missingOf, readUnfinished } from '../statements/unfinished.ts';

/** What access to one episode asks of one account, as a reader's statements would find it; nobody needs to have given it yet. */
export interface Grantee {
  readonly agencyId: string;
  /** The roles held now. */
  readonly roles: readonly string[];
  /** Everything that is missing, in the order of the preconditions, as the account's holder is told it. */
  readonly missing: readonly RefusalCode[];
  readonly familyId: string;
  readonly status: string;
  readonly open: boolean;
  readonly steppedUp: boolean;
  readonly underScreening: boolean;
  readonly agreementInForce: boolean;
  readonly conflictDeclared: boolean;
  readonly agencyExcluded: boolean;
  /** Those in which somebody reads in a live proceeding about the episode. */
  readonly proceedingRoles: readonly string[];
  /** Those of them in which somebody reads on a recorded basis, whatever the family agreed to. */
  readonly basedRoles: readonly string[];
}

/** A row of `granteeFacts`. */
export interface GranteeRow {
  readonly agency_id: string;
  readonly roles: readonly string[];
  readonly met: readonly (boolean | null)[];
  readonly unfinished: unknown;
  readonly family_id: string;
  readonly status: string;
  readonly open: boolean;
  readonly stepped_up: boolean;
  readonly under_screening: boolean;
  readonly agreement_in_force: boolean;
  readonly conflict_declared: boolean;
  readonly agency_excluded: boolean;
  readonly proceeding_roles: readonly string[];
  readonly based_roles: readonly string[];
}

/** A precondition that is not plainly true is missing, and so is whatever else is not plainly in favour. */
export function readGrantee(row: GranteeRow): Grantee {
  return {
    agencyId: row.agency_id,
    roles: row.roles,
    missing: missingOf(row.met, readUnfinished(row.unfinished)),
    familyId: row.family_id,
    status: row.status,
    open: row.open === true,
    steppedUp: row.stepped_up === true,
    underScreening: row.under_screening === true,
    agreementInForce: row.agreement_in_force === true,
    conflictDeclared: row.conflict_declared !== false,
    agencyExcluded: row.agency_excluded !== false,
    proceedingRoles: row.proceeding_roles,
    basedRoles: row.based_roles,
  };
}
