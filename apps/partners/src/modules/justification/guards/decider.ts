import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { JUDGES } from '../deciding-roles.ts';
import { isConflicted } from '../store/deciders.ts';
import type { HeldSet } from '../store/justifications.ts';

/**
 * Nobody decides about what is their own, what they wrote, or what was written together with it; nor about a family that
 * they declared a conflict with.
 * @throws CommandRefused OWN_ACCESS, JUSTIFICATION_DECIDER
 */
export async function requireImpartial(
  { one, all }: HeldSet,
  { principal: { accountId }, transaction, now }: CommandCall<unknown>,
): Promise<void> {
  if (all.some((each) => each.accountId === accountId || each.writtenBy === accountId))
    throw new CommandRefused('OWN_ACCESS');
  if (await isConflicted(transaction, accountId, one.episodeId, now))
    throw new CommandRefused('JUSTIFICATION_DECIDER');
}

/**
 * Who is named decides, or the deputy, or the data protection officer.
 * @throws CommandRefused OWN_ACCESS, JUSTIFICATION_DECIDER
 */
export async function requireDecider(held: HeldSet, call: CommandCall<unknown>): Promise<void> {
  await requireImpartial(held, call);
  const { accountId, roles } = call.principal;
  const { approverId, deputyId } = held.one;
  const isNamed = accountId === approverId || accountId === deputyId;
  if (!isNamed && !roles.some((role) => JUDGES.includes(role)))
    throw new CommandRefused('JUSTIFICATION_DECIDER');
}
