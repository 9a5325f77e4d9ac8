import { civilDay } from '@postern/policy';
import { day, dayToCome, reason, requireStep, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HUB } from '../../agency-meeting/guards/coordinates.ts';
import { holdForHub, holdForReferrer, holdForReferringAgency } from '../guards/whose.ts';
import { panelCaseMachine } from '../panel-case.machine.ts';
import { FEEDBACK_WAYS } from '../panel-case.table.ts';
import { endPanelReading, step, takeCaseStep } from './steps.ts';

const telling = z.strictObject({
  ...step,
  givenOn: day,
  way: z.enum(FEEDBACK_WAYS),
  forAgencyBecause: reason.nullish(),
});

/** The agency that referred told the family what the panel said, or the hub did for one that cannot and says why (SHR-3.7.4). */
export const recordPanelFeedback: Command<z.infer<typeof telling>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: telling,
  run: async (call) => {
    const { now, input } = call;
    const { held, by } = await holdForReferringAgency(call);
    const { forAgencyBecause = null } = input;
    if (by === 'REFERRING_AGENCY' && forAgencyBecause !== null)
      throw argumentInvalid('forAgencyBecause', 'nothing: yours is the agency that referred');
    requireStep(panelCaseMachine, held, 'GIVE_FEEDBACK');
    const findings = dayToCome('givenOn', input.givenOn, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    if (held.presentedAt !== null && input.givenOn < civilDay(held.presentedAt))
      throw argumentInvalid('givenOn', 'no day before the case was presented');
    return takeCaseStep(
      held,
      {
        move: 'GIVE_FEEDBACK',
        reason: forAgencyBecause ?? 'The family was told what the panel said.',
        change: { given: { on: input.givenOn, way: input.way } },
        details: { way: input.way, by },
      },
      takingFor(call),
    );
  },
};

const ending = z.strictObject({ ...step, reason });

/** Closes a case whose family has heard; in the same transaction nobody reads it for the panel any more. */
export const closePanelCase: Command<z.infer<typeof ending>> = {
  roles: [HUB],
  purpose: 'ANY',
  input: ending,
  run: async (call) => {
    const held = await holdForHub(call);
    const taking = takingFor(call);
    const answer = await takeCaseStep(held, { move: 'CLOSE', reason: call.input.reason }, taking);
    await endPanelReading(held, taking);
    return answer;
  },
};

/** Takes a case back that was not presented: the family changed its mind, or it is not needed any more. */
export const withdrawPanelCase: Command<z.infer<typeof ending>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: ending,
  run: async (call) => {
    const held = await holdForReferrer(call);
    const taking = takingFor(call);
    const taken = { move: 'WITHDRAW', reason: call.input.reason } as const;
    const answer = await takeCaseStep(held, taken, taking);
    if (held.state === 'LISTED') await endPanelReading(held, taking);
    return answer;
  },
};
