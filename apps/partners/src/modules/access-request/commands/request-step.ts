import type { Step } from '@postern/steps';
import { expectedRevision, hold, id, requireRevision, takeStep, takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { URGENT_CHANNEL } from '../../urgent.ts';
import type { AccessRequestMove } from '../access-request.machine.ts';
import { accessRequestMachine, hasOpenQuestion } from '../access-request.machine.ts';
import type { HeldRequest, RequestChange } from '../store/requests.ts';
import { ACCESS_REQUESTS, changeRequest, mayBeOfRelated } from '../store/requests.ts';

export const requestStep = { request: id, expectedRevision };

type Stepping = CommandCall<{ readonly request: string; readonly expectedRevision: number }>;

/**
 * Holds a request for the host; nobody answers their own, nor one about a family that they have a relationship with.
 * @throws CommandRefused RECORD_UNKNOWN, OWN_ACCESS, REVISION_PASSED
 */
export async function holdForHost(call: Stepping): Promise<HeldRequest> {
  const { transaction, principal, input } = call;
  const held = await hold<HeldRequest>(transaction, ACCESS_REQUESTS, input.request);
  await requireNoRelation(call, held);
  if (held.askedBy === principal.accountId) throw new CommandRefused('OWN_ACCESS');
  requireRevision(held, input.expectedRevision);
  return held;
}

/** @throws CommandRefused RECORD_UNKNOWN */
async function requireNoRelation(
  { transaction, principal, now }: Stepping,
  { id: request }: HeldRequest,
): Promise<void> {
  const [related] = await transaction.run({
    text: `SELECT 1 AS related FROM partners.access_request request WHERE request.id = $1 AND ${mayBeOfRelated('$2', '$3')}`,
    values: [request, principal.accountId, now.toISOString()],
  });
  if (related !== undefined) throw new CommandRefused('RECORD_UNKNOWN');
}

/**
 * Holds one's own request with the question that is open about it. Where none is there is nothing to answer, whatever the
 * request's state and whoever's it is, and nothing to tell them apart by (SHR-8.2.1f).
 * @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED
 */
export async function holdQuestioned(call: Stepping): Promise<HeldRequest> {
  const { transaction, principal, input, now } = call;
  const held = await hold<HeldRequest>(transaction, ACCESS_REQUESTS, input.request);
  if (held.askedBy !== principal.accountId || !hasOpenQuestion(held, now))
    throw new CommandRefused('RECORD_UNKNOWN');
  requireRevision(held, input.expectedRevision);
  return held;
}

/** Takes a step of a request and writes what it changes. @throws CommandRefused STEP_NOT_POSSIBLE */
export async function stepRequest(
  call: Stepping,
  held: HeldRequest,
  step: Pick<Step<AccessRequestMove>, 'move' | 'reason' | 'onBehalfOf' | 'details'> & {
    readonly episode?: string | null;
    readonly change: Omit<RequestChange, 'state'>;
  },
): Promise<Readonly<Record<string, unknown>>> {
  const { change, episode = null, ...taken } = step;
  const about = { account: held.askedBy, agency: held.agencyId, episode };
  const state = await takeStep(accessRequestMachine, held, { ...taken, about }, takingFor(call));
  await changeRequest(call.transaction, held.id, { ...change, state });
  return { request: held.id, state, revision: held.revision + 1, urgent: URGENT_CHANNEL };
}
