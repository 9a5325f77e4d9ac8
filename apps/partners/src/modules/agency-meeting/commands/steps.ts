import { postNotice } from '@postern/scheduler';
import type { Taking } from '@postern/steps';
import { dayOf, expectedRevision, id, reason, takeStep } from '@postern/steps';
import type { Answer } from '@postern/subgraph-kit';
import type { AgencyMeetingMove } from '../agency-meeting.machine.ts';
import { agencyMeetingMachine } from '../agency-meeting.machine.ts';
import type { AgencyMeeting, MeetingChange } from '../store/meetings.ts';
import { invitedTo, stepMeeting } from '../store/meetings.ts';

/** What every step is given. */
export const step = { meeting: id, expectedRevision };
export const stepWithReason = { ...step, reason };

/** A step of a meeting, and what it changes. */
export interface MeetingStep {
  readonly move: AgencyMeetingMove;
  readonly reason: string;
  readonly change?: MeetingChange;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Takes a step and writes what it changes; answers as commands do. */
export async function takeMeetingStep(
  meeting: AgencyMeeting,
  { change, ...taken }: MeetingStep,
  taking: Taking,
): Promise<Answer> {
  const state = await takeStep(
    agencyMeetingMachine,
    meeting,
    {
      ...taken,
      onBehalfOf: taking.actor.accountId === null ? 'SERVICE' : 'AGENCY',
      about: {},
      details: { kind: meeting.kind, ...taken.details },
    },
    taking,
  );
  await stepMeeting(taking.transaction, meeting.id, state, change);
  return { meeting: meeting.id, state, revision: meeting.revision + 1 };
}

/** Sends the agenda: each who is asked to it is told that it is there, by a link and nothing else (SHR-3.7.6a, SHR-3.7.6b). */
export async function sendAgendaOf(
  meeting: AgencyMeeting,
  reason: string,
  taking: Taking,
): Promise<Answer> {
  const { transaction, actor } = taking;
  const change = { agendaSentAt: actor.at };
  const answer = await takeMeetingStep(meeting, { move: 'SEND_AGENDA', reason, change }, taking);
  for (const account of await invitedTo(transaction, meeting.id))
    await postNotice(transaction, {
      kind: 'MEETING_AGENDA',
      to: { account },
      params: { on: dayOf(meeting.heldAt), page: '/meetings' },
      at: actor.at,
    });
  return answer;
}
