import { FAMILY_ROLES, OVERRIDE_ROLE, UNSIGNED_AGENCY_ROLES } from '../rules/roles.ts';
import { hasSigned } from './agency-force.ts';
import type { AccountFact, AgencyFact, FactTables } from './facts.ts';
import { childrenOf, personOf } from './kin.ts';
import type { OracleRequest } from './request.ts';
import { isOverride, isRunning } from './running-grant.ts';
import { isAhead, isLive } from './validity.ts';

/** The account that asks, who it is, and the roles that count for it now. */
export interface Principal {
  readonly account: AccountFact;
  /** Null for a family member: they work for nobody, and the agency that vouches for the account lends them nothing. */
  readonly agency: AgencyFact | null;
  readonly roles: readonly string[];
  /** The person a family member is; null for everybody else. */
  readonly person: string | null;
  /** The children they hold parental responsibility for. */
  readonly children: readonly string[];
}

/** Finds the caller's account by issuer and subject; null without account or agency. */
export function principalOf(facts: FactTables, request: OracleRequest): Principal | null {
  const account = accountOf(facts, request);
  const agency = facts.agency.find((row) => row.id === account?.agencyId);
  if (account === undefined || agency === undefined) return null;
  const person = isFamily(account) ? personOf(facts, account.id, request.now) : null;
  return {
    account,
    agency: isFamily(account) ? null : agency,
    roles: rolesOf(facts, account, request),
    person,
    children: person === null ? [] : childrenOf(facts, person, request.now),
  };
}

export function accountOf(facts: FactTables, { caller }: OracleRequest): AccountFact | undefined {
  return facts.account.find(
    (row) => row.issuerId === caller.issuerId && row.subject === caller.subject,
  );
}

/** Whether the account is a family member's. */
export function isFamily(account: AccountFact): boolean {
  return account.kind === 'FAMILY';
}

function rolesOf(
  facts: FactTables,
  account: AccountFact,
  request: OracleRequest,
): readonly string[] {
  const { now } = request;
  const signed = hasSigned(facts, account.agencyId, request);
  const held = facts.roleHolding
    .filter((row) => row.accountId === account.id && isLive(row.startsAt, row.endsAt, now))
    .filter(({ confirmedUntil }) => isAhead(confirmedUntil ?? null, now))
    .map((row) => row.role)
    .filter((role) => role !== OVERRIDE_ROLE);
  return [...held, ...(hasOverride(facts, account, now) ? [OVERRIDE_ROLE] : [])]
    .filter((role) => FAMILY_ROLES.includes(role) === isFamily(account))
    .filter((role) => signed || UNSIGNED_AGENCY_ROLES.includes(role));
}

function hasOverride(facts: FactTables, account: AccountFact, now: Date): boolean {
  return facts.accessGrant.some(
    (grant) => grant.accountId === account.id && isOverride(grant) && isRunning(grant, now),
  );
}
