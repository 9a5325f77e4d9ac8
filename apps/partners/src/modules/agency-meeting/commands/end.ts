import { takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { putOffCasesOf } from '../../panel-case/put-off.ts';
import { holdLed } from '../guards/coordinates.ts';
import { stepWithReason, takeMeetingStep } from './steps.ts';

const input = z.strictObject(stepWithReason);
type Ending = CommandCall<z.infer<typeof input>>;

/** Ends a meeting; what it did not come to is referred still, and nobody reads it for the panel until it is listed again. */
export const closeAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: (call) => ended(call, 'CLOSE'),
};

/** Calls it off. */
export const cancelAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: (call) => ended(call, 'CANCEL'),
};

async function ended(call: Ending, move: 'CANCEL' | 'CLOSE'): Promise<Answer> {
  const meeting = await holdLed(call);
  const { reason } = call.input;
  const taking = takingFor(call);
  const answer = await takeMeetingStep(meeting, { move, reason }, taking);
  await putOffCasesOf(meeting.id, reason, taking);
  return answer;
}
