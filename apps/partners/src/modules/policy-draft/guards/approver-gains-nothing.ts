import { CommandRefused } from '@postern/subgraph-kit';

/** What a decider holds, now or from a later date. */
export interface Ties {
  readonly held: ReadonlySet<string>;
  /** The roles of grants on episodes. */
  readonly granted: ReadonlySet<string>;
}

/**
 * Whoever decides neither holds nor gains from a role that the draft touches.
 * @throws CommandRefused POLICY_APPROVER_GAINS naming the roles
 */
export function requireGainsNothing({ held, granted }: Ties, touched: ReadonlySet<string>): void {
  const own = [...touched].filter((role) => held.has(role) || granted.has(role));
  if (own.length > 0) throw new CommandRefused('POLICY_APPROVER_GAINS', { about: own });
}
