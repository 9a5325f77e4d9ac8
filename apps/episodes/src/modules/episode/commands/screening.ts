import { civilDay } from '@postern/policy';
import { requireStep } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import type { EpisodeMove } from '../episode.machine.ts';
import { episodeMachine } from '../episode.machine.ts';
import { holdRecordable } from '../guards/may-record.ts';
import { requireReferrersAnswered } from '../guards/ready.ts';
import type { StepInput } from './input.ts';
import { stepInput } from './input.ts';
import { step } from './step.ts';

/** A contact is looked at by the front door or a hub (SHR-3.5.6c). */
export const screenContact: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => step(await holdRecordable(call, 'status'), { move: 'SCREEN' }, call),
};

/** The family is asked for its agreement, at first or after it came back with a new need (SHR-3.4.3a). */
export const askForAgreement: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => step(await holdRecordable(call, 'status'), { move: 'ASK_AGREEMENT' }, call),
};

/** Advice was given about a family that could be told, and that is on its record (SHR-3.8.9). */
export const recordConsultationOnly: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    requireStep(episodeMachine, held, 'ADVISE');
    await requireReferrersAnswered(call, held.id);
    return step(held, { move: 'ADVISE' }, call);
  },
};

/** The family was told of help elsewhere (SHR-3.6.2a). */
export const signpostContact = ends('SIGNPOST');

/** Nothing further is done (SHR-3.5.3). */
export const endWithoutAction = ends('END_WITHOUT_ACTION');

function ends(move: EpisodeMove): Command<StepInput> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: stepInput,
    run: async (call) => {
      const held = await holdRecordable(call, 'status', 'endReason');
      requireStep(episodeMachine, held, move);
      await requireReferrersAnswered(call, held.id);
      const changes = { closedOn: civilDay(call.now), endReason: 'NO_FURTHER_ACTION' };
      return step(held, { move, changes }, call);
    },
  };
}
