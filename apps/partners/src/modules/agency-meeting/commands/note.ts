import { takingFor, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNobody } from '../../review-access/guards/identifies-nobody.ts';
import { holdLed } from '../guards/coordinates.ts';
import { step, takeMeetingStep } from './steps.ts';

const LONGEST_NOTE = 20_000;

const input = z.strictObject({ ...step, note: text(LONGEST_NOTE) });

/**
 * What professionals agreed about practical matters. It identifies nobody: what is said of a family stands on that family’s
 * record (SHR-3.4.8a, SHR-3.4.8b).
 */
export const noteAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { note } = call.input;
    const meeting = await holdLed(call);
    if (meeting.kind !== 'PROFESSIONALS')
      throw argumentInvalid('meeting', 'one of professionals: what a panel said is on the record');
    requireNobody(note);
    const reason = 'What was agreed stands with the meeting.';
    return takeMeetingStep(meeting, { move: 'NOTE', reason, change: { note } }, takingFor(call));
  },
};
