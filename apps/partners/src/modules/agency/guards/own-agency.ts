import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../commands/agency-command.ts';

/** A contact officer speaks for the own agency, the host's team for every one. @throws CommandRefused RECORD_UNKNOWN */
export function requireOwnOrHost({ principal }: CommandCall<unknown>, agency: string): void {
  const isHost = principal.roles.some((role) => HOST.includes(role));
  if (!isHost && principal.agencyId !== agency) throw new CommandRefused('RECORD_UNKNOWN');
}
