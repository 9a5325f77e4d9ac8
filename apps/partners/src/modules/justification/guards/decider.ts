import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { JUDGES } from '../deciding-roles.ts';
import type { Justification } from '../store/columns.ts';
import type { HeldSet } from '../store/justifications.ts';

/**
 * Nobody decides about what is their own, what they wrote, or what was written together with it. A family that they
 * declared a conflict with they do not see, so there is nothing of it to decide about either.
 * @throws CommandRefused OWN_ACCESS
 */
export function requireImpartial(
  { all }: HeldSet,
  { principal: { accountId } }: CommandCall<unknown>,
): void {
  if (all.some((each) => each.accountId === accountId || each.writtenBy === accountId))
    throw new CommandRefused('OWN_ACCESS');
}

/**
 * Who is named decides, or the deputy, or the data protection officer.
 * @throws CommandRefused OWN_ACCESS, JUSTIFICATION_DECIDER
 */
export function requireDecider(held: HeldSet, call: CommandCall<unknown>): void {
  requireImpartial(held, call);
  const { accountId, roles } = call.principal;
  if (!isNamedFor(held.one, accountId) && !roles.some((role) => JUDGES.includes(role)))
    throw new CommandRefused('JUSTIFICATION_DECIDER');
}

/** What waits in a set for the same person to decide, beside the one that they chose: what waits for another is not theirs. */
export function waitingFor(
  { one, all }: HeldSet,
  { principal: { accountId } }: CommandCall<unknown>,
): readonly Justification[] {
  return all.filter(
    (each) => each.id !== one.id && each.state === 'NEEDS_APPROVAL' && isNamedFor(each, accountId),
  );
}

function isNamedFor({ approverId, deputyId }: Justification, account: string): boolean {
  return account === approverId || account === deputyId;
}
