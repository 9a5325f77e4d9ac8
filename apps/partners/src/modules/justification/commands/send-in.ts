import { randomUUID } from 'node:crypto';
import { postNotice } from '@postern/scheduler';
import { begin, dayOf, takeStep, takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import type { JustificationMove } from '../justification.machine.ts';
import { JUSTIFICATION_MACHINE } from '../justification.machine.ts';
import { approvalReasons } from '../law/approval-reasons.ts';
import type { Justification } from '../store/columns.ts';
import type { Deciding } from '../store/deciders.ts';
import { decidingAbout } from '../store/deciders.ts';
import { addJustification } from '../store/justifications.ts';
import { aboutOf, detailsOf } from './move.ts';

/** What is sent in; where it stands and who decides follows from it. */
export type Sent = Omit<
  Justification,
  'id' | 'state' | 'revision' | 'approvalReasons' | keyof Deciding
>;

/** What sending in takes beside. */
export interface SendingIn {
  readonly familyId: string;
  /** Everybody it is for, and who wrote it: none of them decides. */
  readonly involved: readonly string[];
}

const NOBODY = { approverId: null, deputyId: null, decideBy: null };

/**
 * Records what is complete: live at once, or waiting for whoever has to say yes first, who is told.
 * @throws CommandRefused APPROVER_MISSING
 */
export async function sendIn(
  sent: Sent,
  { familyId, involved }: SendingIn,
  call: CommandCall<unknown>,
): Promise<string> {
  const { transaction, now } = call;
  const reasons = approvalReasons(sent);
  const deciding =
    reasons.length === 0
      ? NOBODY
      : await decidingAbout(transaction, { reasons, familyId, involved }, now);
  const justification: Justification = {
    ...sent,
    ...deciding,
    id: randomUUID(),
    state: JUSTIFICATION_MACHINE.initial,
    revision: 1,
    approvalReasons: reasons.length === 0 ? null : reasons,
  };
  const state = await begun(justification, reasons.length === 0, call);
  await addJustification(transaction, { ...justification, state });
  const { approverId: account, decideBy } = deciding;
  if (account !== null)
    await postNotice(transaction, {
      kind: 'JUSTIFICATION_TO_DECIDE',
      to: { account },
      params: { by: dayOf(decideBy), page: '/justifications' },
      at: now,
    });
  return justification.id;
}

/** Records what came with an override, which waits for nobody and is looked at afterwards (SHR-3.5L-e). */
export async function sendInAtOnce(sent: Sent, call: CommandCall<unknown>): Promise<void> {
  const { initial: state } = JUSTIFICATION_MACHINE;
  const id = randomUUID();
  const justification = { ...sent, ...NOBODY, id, state, revision: 1, approvalReasons: null };
  const live = await begun(justification, true, call);
  await addJustification(call.transaction, { ...justification, state: live });
}

async function begun(
  justification: Justification,
  isEnough: boolean,
  call: CommandCall<unknown>,
): Promise<Justification['state']> {
  const { accountId } = call.principal;
  const step = {
    onBehalfOf: justification.accountId === accountId ? 'SELF' : 'COLLEAGUE',
    reason: `For the purpose ${justification.purpose}`,
    about: aboutOf(justification),
    details: { ...detailsOf(justification), renews: justification.renews },
  } as const;
  const taking = takingFor(call);
  const state = await begin(
    JUSTIFICATION_MACHINE,
    justification.id,
    { ...step, move: 'SUBMIT' },
    taking,
  );
  const next: JustificationMove = isEnough ? 'FIND_COMPLETE' : 'SEND_FOR_APPROVAL';
  return takeStep(
    JUSTIFICATION_MACHINE,
    { ...justification, state },
    { ...step, move: next },
    taking,
  );
}
