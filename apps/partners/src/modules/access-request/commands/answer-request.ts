import { holdEpisode, id, idempotencyKey, moment, reason, requireStep } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { persons } from '../../grant/commands/grant-access.ts';
import { giveAccess } from '../../grant/give-access.ts';
import { requireGrantor } from '../../grant/guards/grantor.ts';
import { accessRequestMachine } from '../access-request.machine.ts';
import { holdForHost, requestStep, stepRequest } from './request-step.ts';

const input = z.strictObject({
  ...requestStep,
  episode: id,
  endsAt: moment,
  persons: persons.nullish(),
  reason,
  idempotencyKey,
});

/** Gives the access that was asked for, to the episode that a person found it to be about (SHR-8.2.1g, SHR-8.3.8d). */
export const answerAccessRequest: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    await holdEpisode(transaction, given.episode);
    const grantor = await requireGrantor(call, given.episode);
    const held = await holdForHost(call);
    requireStep(accessRequestMachine, held, 'ANSWER');
    const grant = await giveAccess(
      call,
      {
        account: held.askedBy,
        episode: given.episode,
        role: held.role,
        workingRelationship: held.workingRelationship,
        endsAt: given.endsAt,
        persons: given.persons ?? null,
        basis: 'WORK',
        reason: given.reason,
        onBehalfOf: 'COLLEAGUE',
      },
      grantor,
    );
    return stepRequest(call, held, {
      move: 'ANSWER',
      reason: given.reason,
      onBehalfOf: 'AGENCY',
      episode: given.episode,
      details: { grant },
      change: { grant, decided: { by: principal.accountId, at: now, episode: given.episode } },
    });
  },
};
