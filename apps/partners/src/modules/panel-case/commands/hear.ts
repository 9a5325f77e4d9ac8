import { reason, requireStep, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { feedbackAfter } from '../feedback-period.ts';
import { holdAtMeeting } from '../guards/whose.ts';
import { panelCaseMachine } from '../panel-case.machine.ts';
import { areNotes } from '../store/proceedings.ts';
import { tellReferrer } from '../told.ts';
import { step, takeCaseStep } from './steps.ts';

const MOST_NOTES = 50;

const presenting = z.strictObject({ ...step, reason });

/** A case is presented once the statement was read and it was noted who is there, and not before (SHR-3.7.7, SHR-3.7.10). */
export const presentPanelCase: Command<z.infer<typeof presenting>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: presenting,
  run: async (call) => {
    const { held, meeting } = await holdAtMeeting(call);
    requireStep(panelCaseMachine, held, 'PRESENT');
    if (meeting.state !== 'OPENED') throw new CommandRefused('PANEL_STATEMENT_NOT_READ');
    const change = { presentedAt: call.now };
    const taken = { move: 'PRESENT', reason: call.input.reason, change } as const;
    return takeCaseStep(held, taken, takingFor(call));
  },
};

const recording = z.strictObject({
  ...step,
  notes: z.array(uuid).min(1, 'one note at least').max(MOST_NOTES, `at most ${MOST_NOTES}`),
});

/** What was said, suggested and is to be done stands on the family’s record, as notes of the panel; these are they (SHR-3.7.9a). */
export const recordPanelActions: Command<z.infer<typeof recording>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: recording,
  run: async (call) => {
    const { transaction, now, input } = call;
    const { held } = await holdAtMeeting(call);
    requireStep(panelCaseMachine, held, 'RECORD_ACTIONS');
    const notes = [...new Set(input.notes)];
    if (!(await areNotes(transaction, held.episodeId, notes, held.presentedAt ?? now)))
      throw new CommandRefused('PANEL_NOTES_MISSING');
    return takeCaseStep(
      held,
      {
        move: 'RECORD_ACTIONS',
        reason: 'What the panel said stands on the family’s record.',
        details: { notes: notes.length },
      },
      takingFor(call),
    );
  },
};

const asking = z.strictObject({ ...step, reason });

/** The panel is done with it: the agency that referred tells the family what was said, by a day (SHR-3.7.4). */
export const askForPanelFeedback: Command<z.infer<typeof asking>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: asking,
  run: async (call) => {
    const { transaction, now, input } = call;
    const { held } = await holdAtMeeting(call);
    const feedback = await feedbackAfter(transaction, now);
    const change = { feedback };
    const taken = { move: 'ASK_FOR_FEEDBACK', reason: input.reason, change } as const;
    const answer = await takeCaseStep(held, taken, takingFor(call));
    await tellReferrer({ ...held, feedbackDueAt: feedback.dueAt }, call);
    return answer;
  },
};
