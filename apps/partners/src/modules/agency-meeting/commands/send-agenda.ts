import { takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdLed } from '../guards/coordinates.ts';
import { sendAgendaOf, stepWithReason } from './steps.ts';

const input = z.strictObject(stepWithReason);

/** Sends the agenda, and again where something was added to it. */
export const sendAgenda: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => sendAgendaOf(await holdLed(call), call.input.reason, takingFor(call)),
};
