import { CommandRefused } from '@postern/subgraph-kit';

/** What is decided jointly is decided by agencies other than these. @throws CommandRefused SECOND_AGENCY */
export function requireAnotherAgency(own: string, than: readonly string[]): void {
  if (than.includes(own)) throw new CommandRefused('SECOND_AGENCY');
}
