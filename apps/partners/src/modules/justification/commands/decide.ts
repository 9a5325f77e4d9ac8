import { postNotice } from '@postern/scheduler';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { DECIDERS } from '../deciding-roles.ts';
import { requireDecider } from '../guards/decider.ts';
import { findingsInLaw } from '../law/judge.ts';
import type { Justification } from '../store/columns.ts';
import { relyingOf } from '../store/relying.ts';
import { setStep } from './input.ts';
import { stepCommand } from './justification-command.ts';
import { move } from './move.ts';

const input = z.strictObject(setStep);
type Deciding = Parameters<Parameters<typeof stepCommand<z.infer<typeof input>>>[2]>[1];

/** Says yes to what needs it, where it is still complete in law today. */
export const approveJustification = stepCommand(DECIDERS, input, async (held, call) => {
  requireDecider(held, call);
  const { principal, transaction } = call;
  const waiting = held.all.filter(
    ({ id, state }) => id === held.one.id || (call.input.wholeSet && state === 'NEEDS_APPROVAL'),
  );
  const ids = await move(
    held,
    { move: 'APPROVE', onBehalfOf: 'AGENCY', columns: { approved_by: principal.accountId } },
    call,
  );
  for (const each of waiting) await requireComplete(each, call);
  await tell(waiting, transaction, call.now);
  return ids;
});

/** Says no, with the reasons in full. */
export const refuseJustification = stepCommand(DECIDERS, input, async (held, call) => {
  requireDecider(held, call);
  const waiting = held.all.filter(
    ({ id, state }) => id === held.one.id || (call.input.wholeSet && state === 'NEEDS_APPROVAL'),
  );
  const ids = await move(held, { move: 'REFUSE', onBehalfOf: 'AGENCY' }, call);
  await tell(waiting, call.transaction, call.now);
  return ids;
});

async function requireComplete(justification: Justification, call: Deciding): Promise<void> {
  const { transaction, principal, now } = call;
  const { accountId: account, episodeId: episode } = justification;
  const relying = await relyingOf(transaction, { account, episode }, now);
  const findings =
    relying === null ? [] : findingsInLaw(justification, relying, principal.accountId);
  if (relying === null || findings.length > 0)
    throw new CommandRefused('JUSTIFICATION_INCOMPLETE', { findings });
}

/** Tells whoever waits that it is decided; what was decided they read here. */
async function tell(
  decided: readonly Justification[],
  transaction: Deciding['transaction'],
  at: Date,
): Promise<void> {
  for (const { accountId: account } of decided)
    await postNotice(transaction, {
      kind: 'JUSTIFICATION_DECIDED',
      to: { account },
      params: { page: '/justifications' },
      at,
    });
}
