import { civilDay } from '@postern/policy';
import { requireStep } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { episodeMachine } from '../episode.machine.ts';
import { holdRecordable } from '../guards/may-record.ts';
import { requireAgreedAndLed, requireTeam } from '../guards/ready.ts';
import type { StepInput } from './input.ts';
import { stepInput } from './input.ts';
import { step } from './step.ts';

/** Help begins: the family agreed and somebody leads, whose agency it is led by from now on (SHR-3.4.1, SHR-3.4.3a). */
export const openEpisode: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    requireStep(episodeMachine, held, 'OPEN');
    const { accountId: lead, agencyId } = await requireAgreedAndLed(call, held.id);
    const changes = {
      openedOn: civilDay(call.now),
      allocatedAgencyId: agencyId,
      neverOpened: false,
    };
    return step(held, { move: 'OPEN', changes, details: { lead } }, call);
  },
};

/** More than one practitioner works with the family, as a team around it (SHR-3.6.2a). */
export const formTeam: Command<StepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const held = await holdRecordable(call, 'status');
    requireStep(episodeMachine, held, 'FORM_TEAM');
    await requireTeam(call, held);
    return step(held, { move: 'FORM_TEAM' }, call);
  },
};
