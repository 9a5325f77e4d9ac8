import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod, id, moment, reason, takingFor } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HUB } from '../../agency-meeting/guards/coordinates.ts';
import type { AgencyMeeting } from '../../agency-meeting/store/meetings.ts';
import { holdMeeting, invitedTo } from '../../agency-meeting/store/meetings.ts';
import type { GivenAccess } from '../../grant/give-access.ts';
import { whyNot, writeAccess } from '../../grant/give-access.ts';
import { holdForHub } from '../guards/whose.ts';
import { familySigned, openPanelProceeding } from '../store/proceedings.ts';
import { PANEL_MEMBER, step, takeCaseStep } from './steps.ts';

const MOST_MEMBERS = 50;
const DAY = 86_400_000;

const input = z.strictObject({
  ...step,
  meeting: id,
  at: moment,
  members: z
    .array(id)
    .min(1, 'one member at least')
    .max(MOST_MEMBERS, `at most ${MOST_MEMBERS}`)
    .refine((given) => new Set(given).size === given.length, 'each member once'),
  reason,
});
type Listing = CommandCall<z.infer<typeof input>>;

/**
 * Puts a case on the agenda, by its reference. From now on the members named read it, each of an agency that signed and with
 * no relationship to the family: all of them, or none where anything stands against one (SHR-3.7.3a, SHR-3.7.6b, SHR-3.7.10).
 */
export const listPanelCase: Command<z.infer<typeof input>> = {
  roles: [HUB],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now, input: given } = call;
    const meeting = await holdMeeting(transaction, given.meeting);
    const held = await holdForHub(call);
    requireFit(meeting, call);
    if (given.members.includes(principal.accountId)) throw new CommandRefused('OWN_ACCESS');
    const invited = await invitedTo(transaction, meeting.id);
    if (given.members.some((member) => !invited.includes(member)))
      throw argumentInvalid('members', 'people who are invited to the meeting');
    // Since it was referred the family may have taken its yes back, and a law in its place is said in a referral of its own.
    if (held.basis === null && !(await familySigned(transaction, held.episodeId, now)))
      throw new CommandRefused('PANEL_AGREEMENT_MISSING');
    const proceeding = await openPanelProceeding(transaction, held, now);
    const answer = await takeCaseStep(
      { ...held, proceedingId: null },
      {
        move: 'LIST',
        reason: given.reason,
        change: { listed: { meeting: meeting.id, at: given.at, proceeding } },
        details: { members: given.members.length },
      },
      takingFor(call),
    );
    await giveToMembers(call, held.episodeId);
    return answer;
  },
};

/** @throws CommandRefused GRANT_NOT_POSSIBLE with everything that stands against any of them */
async function giveToMembers(call: Listing, episode: string): Promise<void> {
  const { transaction, now } = call;
  const { members, reason: because } = call.input;
  const ends = await Promise.all(
    ['PANEL_ACCESS', 'GRANT_LONGEST'].map(async (name) =>
      deadlineAfter(now, await chosenPeriod(transaction, name)).getTime(),
    ),
  );
  const given = (account: string): GivenAccess => ({
    account,
    episode,
    role: PANEL_MEMBER,
    workingRelationship: 'A member of the panel that hears the case.',
    endsAt: new Date(Math.min(...ends)),
    persons: null,
    basis: 'WORK',
    reason: because,
    onBehalfOf: 'AGENCY',
  });
  const findings: Finding[] = [];
  for (const [place, member] of members.entries())
    for (const each of await whyNot(call, given(member), 'PROCEEDING'))
      findings.push({ ...each, part: `members.${place}.${each.part}` });
  if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
  for (const member of members) await writeAccess(call, given(member));
}

/** A panel that is still to come, and a time in it. @throws CommandRefused ARGUMENT_INVALID */
function requireFit({ kind, state, heldAt }: AgencyMeeting, { input, now }: Listing): void {
  if (kind !== 'PANEL' || !['PLANNED', 'AGENDA_SENT'].includes(state) || heldAt < now)
    throw argumentInvalid('meeting', 'a panel that is still to come');
  const after = input.at.getTime() - heldAt.getTime();
  if (after < 0 || after >= DAY) throw argumentInvalid('at', 'a moment of the meeting');
}
