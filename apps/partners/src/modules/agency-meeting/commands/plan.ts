import { begin, chosenFigure, id, idempotencyKey, moment, reason, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import { agencyMeetingMachine } from '../agency-meeting.machine.ts';
import { MEETING_KINDS, MEETING_TOPICS } from '../agency-meeting.table.ts';
import { CALLING_PROFESSIONALS, HUB } from '../guards/coordinates.ts';
import { requireSignedFor } from '../guards/represented.ts';
import { addMeeting } from '../store/meetings.ts';

const MOST_INVITED = 100;
const DAY = 86_400_000;

const input = z.strictObject({
  kind: z.enum(MEETING_KINDS),
  heldAt: moment,
  chair: id,
  invited: z.array(id).min(1, 'one person at least').max(MOST_INVITED, `at most ${MOST_INVITED}`),
  topics: z
    .array(z.enum(MEETING_TOPICS))
    .max(MEETING_TOPICS.length)
    .refine((given) => new Set(given).size === given.length, 'each topic once'),
  reason,
  idempotencyKey,
});
type Planning = CommandCall<z.infer<typeof input>>;

/**
 * Calls agencies together: a panel, which the hubs coordinate, or professionals without a family, who speak of practical
 * matters. Every organisation that is asked has signed (SHR-3.7.6a, SHR-3.7.10, SHR-3.4.8a, SHR-3.4.8c).
 */
export const planAgencyMeeting: Command<z.infer<typeof input>> = {
  roles: CALLING_PROFESSIONALS,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now, input: given } = call;
    requireTopics(call);
    if (given.kind === 'PANEL' && !(await holdsNow(call, [HUB])))
      throw new CommandRefused('ROLE_NOT_PERMITTED', { about: [HUB] });
    if (given.heldAt <= now) throw argumentInvalid('heldAt', 'a moment still to come');
    const invited = [...new Set([...given.invited, given.chair])];
    await requireSignedFor(call, 'invited', invited);
    const ahead = await chosenFigure(transaction, 'MEETING_AGENDA');
    const due = new Date(given.heldAt.getTime() - ahead * DAY);
    const meeting = await addMeeting(transaction, {
      kind: given.kind,
      state: agencyMeetingMachine.initial,
      heldAt: given.heldAt,
      coordinatedBy: principal.accountId,
      chairId: given.chair,
      topics: given.topics,
      agendaDueAt: due < now ? now : due,
      invited,
    });
    const state = await begin(
      agencyMeetingMachine,
      meeting,
      {
        move: 'PLAN',
        reason: given.reason,
        onBehalfOf: 'AGENCY',
        about: {},
        details: { kind: given.kind, topics: given.topics },
      },
      takingFor(call),
    );
    return { meeting, state, revision: 1 };
  },
};

/** Professionals speak of practical matters, a panel of cases. @throws CommandRefused ARGUMENT_INVALID */
function requireTopics({ input: { kind, topics } }: Planning): void {
  if (kind === 'PANEL' && topics.length > 0)
    throw argumentInvalid('topics', 'none: a panel hears the cases that are listed');
  if (kind === 'PROFESSIONALS' && topics.length === 0)
    throw argumentInvalid('topics', 'one at least of what professionals speak of');
}
