import { expectedRevision, id, reason, requireRevision, takeStep, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireOfficeKept } from '../../account/guards/last-of-office.ts';
import { aboutOf, holdPractitioner } from '../../account/store/account.ts';
import { endGrants } from '../../grant/grants-of.ts';
import { requireAssigner } from '../guards/assigner.ts';
import { ROLE_HOLDING_MACHINE } from '../role-holding.machine.ts';
import { confirmedUntil, endHolding, holderOf, holdRole, stillHolds } from '../store/holdings.ts';

const input = z.strictObject({ holding: id, expectedRevision, reason });
type Given = z.output<typeof input>;

/** The account is held before the role, as whoever ends an account with all its roles does. */
async function held(call: CommandCall<Given>) {
  const account = await holdPractitioner(
    call,
    await holderOf(call.transaction, call.input.holding),
  );
  const holding = await holdRole(call.transaction, call.input.holding, call.now);
  requireAssigner(call, account.id, holding.role);
  requireRevision(holding, call.input.expectedRevision);
  return { holding, account };
}

/** Confirms that somebody still needs a role that came up for review. */
export const confirmRole: Command<Given> = {
  roles: 'ANY',
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { holding, account } = await held(call);
    const state = await takeStep(
      ROLE_HOLDING_MACHINE,
      holding,
      {
        move: 'CONFIRM',
        reason: call.input.reason,
        details: { role: holding.role },
        onBehalfOf: 'AGENCY',
        about: aboutOf(account),
      },
      takingFor(call),
    );
    const until = await confirmedUntil(call.transaction, call.now);
    await call.transaction.run({
      text: 'UPDATE access.role_holding SET confirmed_until = $2, revision = revision + 1 WHERE id = $1',
      values: [holding.id, until.toISOString()],
    });
    return answerOf(holding, state, until.toISOString());
  },
};

/** Takes a role away, at once, with what was given in it: whoever is given the role anew is given access anew. */
export const endRole: Command<Given> = {
  roles: 'ANY',
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { holding, account } = await held(call);
    if (holding.state === 'HELD') await requireOfficeKept(call, holding);
    const taking = takingFor(call);
    const { reason: because } = call.input;
    await endHolding(holding, account, because, taking);
    const of = { account: account.id, role: holding.role };
    if (!(await stillHolds(call.transaction, of, call.now)))
      await endGrants(taking, { of, cause: 'ROLE_ENDED', reason: because });
    return answerOf(holding, 'ENDED', null);
  },
};

function answerOf(
  holding: { readonly id: string; readonly role: string; readonly revision: number },
  state: string,
  until: string | null,
) {
  return {
    holding: holding.id,
    role: holding.role,
    state,
    confirmedUntil: until,
    revision: holding.revision + 1,
  };
}
