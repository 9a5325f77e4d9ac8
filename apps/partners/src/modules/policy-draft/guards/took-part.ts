import { CommandRefused } from '@postern/subgraph-kit';

/**
 * A draft is handed on, or withdrawn, by those who made it: else whoever it is about could put it away.
 * @throws CommandRefused POLICY_DRAFT_NOT_YOURS
 */
export function requireTookPart(principal: string, tookPart: ReadonlySet<string>): void {
  if (!tookPart.has(principal)) throw new CommandRefused('POLICY_DRAFT_NOT_YOURS');
}
