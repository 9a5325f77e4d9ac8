import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import type { AgencyMeeting } from '../store/meetings.ts';
import { holdMeeting, invitedTo } from '../store/meetings.ts';

/** The hubs coordinate the panel (SHR-3.7.6a). */
export const HUB = 'HUB_WORKER';

/** Who may call professionals together: those who work with families, and those whose work that is. */
export const CALLING_PROFESSIONALS: readonly string[] = [
  HUB,
  'LEAD_PROFESSIONAL',
  'TAF_MEMBER',
  'EHAST_PRACTITIONER',
  'CONSULTATION_STAFF',
  'EARLY_HELP_MANAGER',
];

type Asking = Pick<CommandCall<unknown>, 'now' | 'principal' | 'transaction'>;

/**
 * Whoever chairs a meeting leads it; the hubs coordinate every panel, and of professionals whoever called them together. To
 * those who were not asked to it a meeting is none.
 * @throws CommandRefused RECORD_UNKNOWN, ROLE_NOT_PERMITTED
 */
export async function requireCoordinates(call: Asking, meeting: AgencyMeeting): Promise<void> {
  const { accountId } = call.principal;
  const { kind, chairId, coordinatedBy } = meeting;
  if (chairId === accountId) return;
  if (kind === 'PANEL' ? await holdsNow(call, [HUB]) : coordinatedBy === accountId) return;
  const invited = await invitedTo(call.transaction, meeting.id);
  if (!invited.includes(accountId)) throw new CommandRefused('RECORD_UNKNOWN');
  throw new CommandRefused('ROLE_NOT_PERMITTED', { about: [HUB, 'CHAIR'] });
}

type Step = { readonly meeting: string; readonly expectedRevision: number };

/** Holds one that the caller leads, as it was when they read it. @throws CommandRefused RECORD_UNKNOWN, ROLE_NOT_PERMITTED, REVISION_PASSED */
export async function holdLed(call: CommandCall<Step>): Promise<AgencyMeeting> {
  const meeting = await holdMeeting(call.transaction, call.input.meeting);
  await requireCoordinates(call, meeting);
  requireRevision(meeting, call.input.expectedRevision);
  return meeting;
}
