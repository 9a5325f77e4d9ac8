import { possible } from '@postern/lifecycle';
import { id, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { HOST } from '../../role-holding/offices.ts';
import { accessRequestMachine, hasOpenQuestion } from '../access-request.machine.ts';
import { ACCESS_REFUSAL_CODES } from '../access-request.table.ts';
import type { HeldRequest } from '../store/requests.ts';
import { heldAccess } from '../store/requests.ts';
import { holdForHost, requestStep, stepRequest } from './request-step.ts';

const LONGEST_REASONS = 5_000;

const input = z.strictObject({
  ...requestStep,
  code: z.enum(ACCESS_REFUSAL_CODES, `one of ${ACCESS_REFUSAL_CODES.join(', ')}`),
  reasons: text(LONGEST_REASONS),
  episode: id.nullish(),
});

/**
 * Refuses access with a code and full written reasons (SHR-3.3.8). Whoever asked reads them where their agency had access
 * to the episode and so knows of the family; all others read the words that they would read had nothing been found. While
 * they are asked something nobody refuses.
 */
export const refuseAccessRequest: Command<z.infer<typeof input>> = {
  roles: HOST,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    const held = await holdForHost(call);
    requireNoOpenQuestion(held, now);
    const { code, reasons, episode = null } = given;
    if (episode !== null) await requireMayKnow(call, [episode]);
    const told =
      episode !== null && (await heldAccess(transaction, { agency: held.agencyId, episode }));
    return stepRequest(call, held, {
      move: 'REFUSE',
      reason: 'The reasons stand with the request.',
      onBehalfOf: 'AGENCY',
      episode,
      details: { code, told },
      change: {
        refused: { code, reasons, told },
        decided: { by: principal.accountId, at: now, episode },
      },
    });
  },
};

/** @throws CommandRefused STEP_NOT_POSSIBLE with what is possible until the question is answered or its window over */
function requireNoOpenQuestion(held: HeldRequest, now: Date): void {
  if (!hasOpenQuestion(held, now)) return;
  const others = possible(accessRequestMachine, held.state).filter((move) => move !== 'REFUSE');
  throw new CommandRefused('STEP_NOT_POSSIBLE', {
    about: [held.state, ...others],
    revision: held.revision,
  });
}
