import { postNotice } from '@postern/scheduler';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { DECIDERS } from '../deciding-roles.ts';
import { requireDecider, waitingFor } from '../guards/decider.ts';
import { findingsInLaw } from '../law/judge.ts';
import type { Justification } from '../store/columns.ts';
import type { HeldSet } from '../store/justifications.ts';
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
  const decided = decidedNow(held, call);
  const ids = await move(
    { one: held.one, all: decided },
    { move: 'APPROVE', onBehalfOf: 'AGENCY', columns: { approved_by: principal.accountId } },
    call,
  );
  for (const each of decided) await requireComplete(each, call);
  await tell(decided, transaction, call.now);
  return ids;
});

/** Says no, with the reasons in full. */
export const refuseJustification = stepCommand(DECIDERS, input, async (held, call) => {
  requireDecider(held, call);
  const decided = decidedNow(held, call);
  const ids = await move(
    { one: held.one, all: decided },
    { move: 'REFUSE', onBehalfOf: 'AGENCY' },
    call,
  );
  await tell(decided, call.transaction, call.now);
  return ids;
});

/** The one that was chosen, and of its set what waits for the same person where all of it is asked for. */
function decidedNow(held: HeldSet, call: Deciding): readonly Justification[] {
  return call.input.wholeSet ? [held.one, ...waitingFor(held, call)] : [held.one];
}

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
