import { z } from 'zod';
import { DECIDERS, JUDGES } from '../deciding-roles.ts';
import { requireImpartial } from '../guards/decider.ts';
import { optional, setStep } from './input.ts';
import { stepCommand } from './justification-command.ts';
import { move } from './move.ts';

const judged = z.strictObject({ ...setStep, caldicottAdvice: optional });

/** Doubts a justification, which opens nothing from then on until somebody decides about it. */
export const challengeJustification = stepCommand(
  [...DECIDERS, 'LEAD_PROFESSIONAL'],
  z.strictObject(setStep),
  async (held, call) => {
    requireImpartial(held, call);
    return move(held, { move: 'CHALLENGE', onBehalfOf: 'AGENCY' }, call);
  },
);

/** Lets a challenged one stand, for what is left of its time. */
export const upholdJustification = stepCommand(JUDGES, judged, async (held, call) => {
  requireImpartial(held, call);
  return move(
    held,
    { move: 'UPHOLD', onBehalfOf: 'AGENCY', columns: advice(call.input.caldicottAdvice) },
    call,
  );
});

/** Ends a challenged one for good. */
export const strikeJustification = stepCommand(JUDGES, judged, async (held, call) => {
  requireImpartial(held, call);
  return move(
    held,
    { move: 'STRIKE', onBehalfOf: 'AGENCY', columns: advice(call.input.caldicottAdvice) },
    call,
  );
});

function advice(given: string | null): { readonly caldicott_advice?: string } {
  return given === null ? {} : { caldicott_advice: given };
}
