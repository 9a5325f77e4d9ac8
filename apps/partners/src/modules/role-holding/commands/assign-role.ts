import { ROLES } from '@postern/agreements';
import { begin, id, idempotencyKey, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { aboutOf, holdPractitioner, requireIn } from '../../account/store/account.ts';
import { requireAssigner, requireFreeFor } from '../guards/assigner.ts';
import { ROLE_HOLDING_MACHINE } from '../role-holding.machine.ts';
import { confirmedUntil, giveRole, holdingsOf } from '../store/holdings.ts';

const input = z.strictObject({
  practitioner: id,
  role: z.enum(Object.keys(ROLES), { error: 'a role of the agreement' }),
  reason,
  idempotencyKey,
});
type Given = z.output<typeof input>;

/** Gives somebody a role, until it is reviewed. */
export const assignRole: Command<Given> = {
  roles: 'ANY',
  purpose: 'ADMINISTRATION',
  input: input as unknown as z.ZodType<Given>,
  run: async (call) => {
    const { transaction, now } = call;
    const { practitioner, role } = call.input;
    const account = await holdPractitioner(call, practitioner);
    requireAssigner(call, account.id, role);
    requireIn(
      account,
      ...(['NOMINATED', 'INVITED', 'TRAINING', 'UAA_PENDING', 'MFA_PENDING'] as const),
      ...(['ACTIVE', 'DORMANT_WARNING'] as const),
    );
    requireFreeFor(role, await holdingsOf(transaction, account.id, now));
    const until = await confirmedUntil(transaction, now);
    const holding = await giveRole(transaction, { account: account.id, role }, { now, until });
    await begin(
      ROLE_HOLDING_MACHINE,
      holding,
      {
        move: 'ASSIGN',
        reason: call.input.reason,
        details: { role },
        onBehalfOf: 'AGENCY',
        about: aboutOf(account),
      },
      takingFor(call),
    );
    return { holding, role, state: 'HELD', confirmedUntil: until.toISOString(), revision: 1 };
  },
};
