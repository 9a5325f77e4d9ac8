import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';

/** A contact officer speaks for the own agency, the host's team for every one. @throws CommandRefused RECORD_UNKNOWN */
export function requireOwnOrHost(call: CommandCall<unknown>, agency: string): void {
  requireOwnOr(HOST, call, agency);
}

/** The same, where other offices than the host's alone speak for every agency. @throws CommandRefused RECORD_UNKNOWN */
export function requireOwnOr(
  everywhere: readonly string[],
  { principal }: CommandCall<unknown>,
  agency: string,
): void {
  if (principal.agencyId === agency) return;
  if (!principal.roles.some((role) => everywhere.includes(role)))
    throw new CommandRefused('RECORD_UNKNOWN');
}
