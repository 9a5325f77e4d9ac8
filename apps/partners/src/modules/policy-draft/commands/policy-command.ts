import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import type { z } from 'zod';
import { CYCLE_ROLES, PROPOSER, PROPOSER_FOR_PROPOSERS } from '../guards/cycle-roles.ts';
import type { Actor } from '../store/events.ts';

/** Who may propose, and who may decide; what of it is theirs the guards say. */
export const PROPOSERS: readonly string[] = [PROPOSER, PROPOSER_FOR_PROPOSERS];
export const DECIDERS = CYCLE_ROLES;

/** A command on the policy: for administration, and by these roles. */
export function policyCommand<Input>(
  roles: readonly string[],
  input: z.ZodType<Input>,
  run: (call: CommandCall<Input>) => Promise<Answer>,
): Command<Input> {
  return { roles, purpose: 'ADMINISTRATION', input, run };
}

/** Who takes a step, for the record. */
export function actorOf({ principal, now }: CommandCall<unknown>): Actor {
  return { accountId: principal.accountId, agencyId: principal.agencyId, at: now };
}
