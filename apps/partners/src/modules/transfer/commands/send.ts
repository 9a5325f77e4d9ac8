import { isInUse, isLive } from '@postern/access-facts';
import { postNotice } from '@postern/scheduler';
import { dayOf, id, moment, requireStep, takingFor } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { unrelated } from '../../conflict/store/related-families.ts';
import type { GivenAccess } from '../../grant/give-access.ts';
import { whyNot, writeAccess } from '../../grant/give-access.ts';
import { holdInstructed, INSTRUCTING } from '../guards/part.ts';
import { pickersOf } from '../store/manifests.ts';
import { stepsUp } from '../store/moving-episode.ts';
import type { Transfer } from '../store/transfers.ts';
import { grantsOfOthers, nameReceiver } from '../store/transfers.ts';
import { transferMachine } from '../transfer.machine.ts';
import { SECURE_CHANNELS } from '../transfer.table.ts';
import { endReading } from './end-reading.ts';
import { answerOf, step, takeTransferStep } from './steps.ts';

const toWorker = z.strictObject({ ...step, practitioner: id, endsAt: moment });
type Sending = CommandCall<z.infer<typeof toWorker>>;

/**
 * Sends what was picked to one social-care worker of the council: they have access to it from then on, and the episode is
 * stepped up, in the same transaction. Whoever leads reads on until it closes (SHR-3.4.10b).
 */
export const sendTransfer: Command<z.infer<typeof toWorker>> = {
  roles: INSTRUCTING,
  purpose: 'ANY',
  input: toWorker,
  run: async (call) => {
    const { input, transaction } = call;
    const transfer = await holdInstructed(call);
    requireKind(transfer, 'STEP_UP');
    requireStep(transferMachine, transfer, 'SEND');
    const told = transfer.state === 'APPROVED' ? await teamOf(call, transfer.episodeId) : [];
    const taking = takingFor(call);
    if (!(await stepsUp(transaction, transfer.episodeId, { ...input, actor: taking.actor })))
      throw new CommandRefused('EPISODE_NOT_READY', {
        findings: [finding('episode', 'EPISODE_NOT_OPEN', 'an episode in which help goes on')],
      });
    await takeTransferStep(
      transfer,
      {
        move: 'SEND',
        reason: input.reason,
        change: { sent: { at: call.now } },
        details: { receiver: input.practitioner },
      },
      taking,
    );
    await endReading(call, transfer, 'It was sent anew.');
    const grant = await giveTo(call, transfer);
    await nameReceiver(transaction, transfer.id, { receiver: input.practitioner, grant });
    await tell(call, told);
    return answerOf(call, transfer.id);
  },
};

/** @throws CommandRefused STEP_NOT_POSSIBLE: what goes to one kind of place does not go to another */
function requireKind(transfer: Transfer, expected: Transfer['kind']): void {
  if (transfer.kind !== expected) throw notPossible(transfer);
}

function notPossible({ state, revision }: Transfer): CommandRefused {
  return new CommandRefused('STEP_NOT_POSSIBLE', { about: [state], revision });
}

/** Each is sent with access of its own, which opens what was picked for it and nothing else; whoever had a part in it is not given it. */
async function giveTo(call: Sending, transfer: Transfer): Promise<string> {
  const { practitioner, endsAt, reason } = call.input;
  const { episodeId: episode, proposedBy, approvedBy } = transfer;
  const pickers = await pickersOf(call.transaction, transfer.id);
  if ([call.principal.accountId, proposedBy, approvedBy, ...pickers].includes(practitioner))
    throw new CommandRefused('OWN_ACCESS');
  const given: GivenAccess = {
    account: practitioner,
    episode,
    role: 'SOCIAL_CARE_WORKER',
    workingRelationship: 'Received a transfer to social care.',
    endsAt,
    persons: null,
    basis: 'WORK',
    reason,
    onBehalfOf: 'AGENCY',
    beside: await grantsOfOthers(call.transaction, transfer),
  };
  const findings = [
    ...(await whyNot(call, given, 'PROCEEDING')),
    ...(await ofCouncil(call, practitioner)),
  ];
  if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
  return writeAccess(call, given);
}

/** Social care is the council’s own (SHR-3.4.10a). */
async function ofCouncil(
  { transaction }: Sending,
  practitioner: string,
): Promise<readonly Finding[]> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS of FROM access.account JOIN access.agency ON agency.id = account.agency_id AND agency.kind = 'COUNCIL' WHERE account.id = $1`,
    values: [practitioner],
  });
  return found === undefined
    ? [finding('practitioner', 'NOT_OF_COUNCIL', 'a social-care worker of the council')]
    : [];
}

/** Everybody who works with the family now, of whichever agency, but whoever sends. */
async function teamOf(
  { transaction, principal, now }: Sending,
  episode: string,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.access_grant held JOIN access.account ON account.id = held.account_id AND ${isInUse('account')}
      WHERE held.episode_id = $1 AND held.role IN ('LEAD_PROFESSIONAL', 'TAF_MEMBER') AND ${isLive('held', '$2::timestamptz')} AND account.id <> $3
      ORDER BY account.id`,
    values: [episode, now.toISOString(), principal.accountId],
  });
  return unrelated(
    transaction,
    { accounts: rows.map(({ id: account }) => account), episodes: [episode] },
    now,
  );
}

async function tell({ transaction, input, now }: Sending, team: readonly string[]): Promise<void> {
  await postNotice(transaction, {
    kind: 'TRANSFER_TO_RECEIVE',
    to: { account: input.practitioner },
    params: { on: dayOf(now), page: '/transfers' },
    at: now,
  });
  for (const account of team)
    await postNotice(transaction, {
      kind: 'EPISODE_STEPPED_UP',
      to: { account },
      params: { on: dayOf(now), page: '/episodes' },
      at: now,
    });
}

const away = z.strictObject({ ...step, channel: z.enum(SECURE_CHANNELS) });

/** Records that what was picked went to the family’s new authority, and by which secure way: nothing is sent from here. */
export const recordSentOutOfCounty: Command<z.infer<typeof away>> = {
  roles: INSTRUCTING,
  purpose: 'ANY',
  input: away,
  run: async (call) => {
    const { channel, reason } = call.input;
    const transfer = await holdInstructed(call);
    requireKind(transfer, 'OUT_OF_COUNTY');
    // It goes once, and how it went stays as it was recorded.
    if (transfer.state !== 'APPROVED') throw notPossible(transfer);
    await takeTransferStep(
      transfer,
      { move: 'SEND', reason, change: { sent: { at: call.now, channel } }, details: { channel } },
      takingFor(call),
    );
    return answerOf(call, transfer.id);
  },
};
