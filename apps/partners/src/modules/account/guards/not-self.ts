import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';

/** Nobody decides about their own account. @throws CommandRefused OWN_ACCESS */
export function requireNotSelf({ principal }: CommandCall<unknown>, account: string): void {
  if (principal.accountId === account) throw new CommandRefused('OWN_ACCESS');
}
