import { CommandRefused } from '@postern/subgraph-kit';

/**
 * Whoever decides took no part in the draft, be it by a word that was taken back since.
 * @throws CommandRefused POLICY_SECOND_PERSON
 */
export function requireSecondPerson(decider: string, tookPart: ReadonlySet<string>): void {
  if (tookPart.has(decider)) throw new CommandRefused('POLICY_SECOND_PERSON');
}
