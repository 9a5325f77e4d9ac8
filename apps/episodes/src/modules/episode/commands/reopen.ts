import { requireStep, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { episodeMachine } from '../episode.machine.ts';
import { holdRecordable } from '../guards/may-record.ts';
import { lapseAgreements } from '../store/lapse-agreements.ts';
import { ofEpisode } from './input.ts';
import { step } from './step.ts';

const LONGEST_NEED = 10_000;

const input = z.strictObject({ ...ofEpisode, newNeed: text(LONGEST_NEED) });

/**
 * A family comes back with a new need. What it agreed to then counts no longer and it is asked anew; who had access has none
 * by that (SHR-3.4.3a, SHR-8.3.7c).
 */
export const reopenEpisode: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    requireStep(episodeMachine, held, 'REOPEN');
    await lapseAgreements(call.transaction, held.id);
    const changes = {
      reason: call.input.newNeed,
      closedOn: null,
      endReason: null,
      followUpBy: null,
      followUpAt: null,
    };
    return step(held, { move: 'REOPEN', changes }, call);
  },
};
