import type { EpisodeStatus } from '@postern/access-facts';
import { deadlineAfter } from '@postern/lifecycle';
import { civilDay } from '@postern/policy';
import { postNotice } from '@postern/scheduler';
import { chosenPeriod, dayOf, requireStep } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { freeToBeTold } from '../../people/host.ts';
import { leadAmong, workersOn } from '../../people/working-on.ts';
import type { EpisodeMove } from '../episode.machine.ts';
import { episodeMachine } from '../episode.machine.ts';
import type { EndReason } from '../episode.table.ts';
import { END_REASONS } from '../episode.table.ts';
import { holdRecordable } from '../guards/may-record.ts';
import type { HeldEpisode } from '../store/episodes.ts';
import { isSent } from '../store/transfers.ts';
import type { StepInput } from './input.ts';
import { ofEpisode, stepInput } from './input.ts';
import { step } from './step.ts';

/** The team prepares to end; everybody works on until it has. */
export const beginClosing: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    return step(held, { move: 'BEGIN_CLOSING', changes: { closingFrom: held.state } }, call);
  },
};

/** Where a closing that is called off leads back to. */
const BACK: Readonly<Partial<Record<EpisodeStatus, EpisodeMove>>> = {
  OPEN_TAF: 'GO_ON_AS_TEAM',
  STEPPED_UP: 'GO_ON_STEPPED_UP',
};

/** Help goes on as it was. */
export const callOffClosing: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    const move = (held.closingFrom === null ? undefined : BACK[held.closingFrom]) ?? 'GO_ON';
    return step(held, { move, changes: { closingFrom: null } }, call);
  },
};

const input = z.strictObject({ ...ofEpisode, endReason: z.enum(END_REASONS) });
type Closing = CommandCall<z.infer<typeof input>>;

/**
 * Help ends, for a reason; a family that declines it ends it, too (SHR-3.4.2c). Every grant of the team ends with it in the
 * same transaction, and whoever led follows the outcome up after a time that the reason decides (DEV-A4-5).
 */
export const closeEpisode: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const held = await holdRecordable(call, 'status', 'endReason');
    requireStep(episodeMachine, held, 'CLOSE');
    const { endReason } = call.input;
    const possible = await reasonsFrom(held, call);
    if (!possible.includes(endReason))
      throw new CommandRefused('END_REASON_NOT_POSSIBLE', { about: possible });
    const followUp = await followUpOf(held, call);
    const changes = {
      closedOn: civilDay(call.now),
      endReason,
      closingFrom: null,
      followUpBy: followUp?.by ?? null,
      followUpAt: followUp?.at.toISOString() ?? null,
    };
    return step(held, { move: 'CLOSE', changes, details: { endReason } }, call);
  },
};

/**
 * Of help that never began nothing was met, and it is stepped up only where something of it went to social care (SHR-3.4.10b).
 * That somebody died is recorded of them first: nothing goes out to them or about them from then on (STA-3.1d).
 */
async function reasonsFrom(
  { id, state }: HeldEpisode,
  { transaction }: Closing,
): Promise<readonly EndReason[]> {
  const [died] = await transaction.run({
    text: `SELECT 1 AS died FROM access.episode_person of JOIN access.deceased_person gone ON gone.person_id = of.person_id
      WHERE of.episode_id = $1 LIMIT 1`,
    values: [id],
  });
  const isHelp = state === 'CLOSING';
  const possible: Readonly<Partial<Record<EndReason, boolean>>> = {
    OUTCOMES_MET: isHelp,
    STEP_UP: isHelp && (await isSent(transaction, id)),
    DECEASED: died !== undefined,
  };
  return END_REASONS.filter((each) => possible[each] ?? true);
}

/** Who follows the outcome up and when, told at once; nobody where nobody led, or a partnership follows nothing up. */
async function followUpOf(
  { id, state }: HeldEpisode,
  { transaction, input: { endReason }, now }: Closing,
): Promise<{ readonly by: string; readonly at: Date } | null> {
  if (state !== 'CLOSING') return null;
  const period = await chosenPeriod(transaction, `FOLLOW_UP_${endReason}`);
  const lead = leadAmong(await workersOn(transaction, id, now));
  if (period.value === 0 || lead === null) return null;
  const at = deadlineAfter(now, period);
  for (const account of await freeToBeTold(
    transaction,
    { accounts: [lead.accountId], episode: id },
    now,
  ))
    await postNotice(transaction, {
      kind: 'FOLLOW_UP_PLANNED',
      to: { account },
      params: { on: dayOf(at), page: '/episodes' },
      at: now,
    });
  return { by: lead.accountId, at };
}
