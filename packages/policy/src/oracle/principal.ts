import type { AccountFact, AgencyFact, FactTables } from './facts.ts';
import type { OracleRequest } from './request.ts';
import { isLive } from './validity.ts';

/** The account that asks, its agency, and the roles it holds now. */
export interface Principal {
  readonly account: AccountFact;
  readonly agency: AgencyFact;
  readonly roles: readonly string[];
}

/** Finds the caller's account by issuer and subject; null without account or agency. */
export function principalOf(facts: FactTables, request: OracleRequest): Principal | null {
  const account = accountOf(facts, request);
  const agency = facts.agency.find((row) => row.id === account?.agencyId);
  if (account === undefined || agency === undefined) return null;
  const roles = facts.roleHolding
    .filter((row) => row.accountId === account.id && isLive(row.startsAt, row.endsAt, request.now))
    .map((row) => row.role);
  return { account, agency, roles };
}

export function accountOf(facts: FactTables, { caller }: OracleRequest): AccountFact | undefined {
  return facts.account.find(
    (row) => row.issuerId === caller.issuerId && row.subject === caller.subject,
  );
}
