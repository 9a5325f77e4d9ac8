import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HUB, requireCoordinates } from '../../agency-meeting/guards/coordinates.ts';
import type { AgencyMeeting } from '../../agency-meeting/store/meetings.ts';
import { holdMeeting } from '../../agency-meeting/store/meetings.ts';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import type { PanelCase } from '../store/cases.ts';
import { holdCase, meetingOf } from '../store/cases.ts';

/** Who answers for an agency where whoever acted for it has gone. */
export const CONTACT_OFFICER = 'CONTACT_OFFICER';

type Step = { readonly panelCase: string; readonly expectedRevision: number };

/**
 * Holds a case of a family that the caller has no relationship with, as it was when they read it; whose it is, is asked apart.
 * @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED
 */
async function holdKnown(call: CommandCall<Step>): Promise<PanelCase> {
  const held = await holdCase(call.transaction, call.input.panelCase);
  await requireMayKnow(call, [held.episodeId]);
  return held;
}

/** A case with the meeting at which it is heard, to whoever leads that. */
export interface AtMeeting {
  readonly held: PanelCase;
  readonly meeting: AgencyMeeting;
}

/**
 * To whoever leads the meeting at which it is heard; the meeting is held before its cases.
 * @throws CommandRefused RECORD_UNKNOWN, ROLE_NOT_PERMITTED, REVISION_PASSED, STEP_NOT_POSSIBLE where it is listed for none
 */
export async function holdAtMeeting(call: CommandCall<Step>): Promise<AtMeeting> {
  const { transaction, input } = call;
  const at = await meetingOf(transaction, input.panelCase);
  const meeting = at === null ? null : await holdMeeting(transaction, at);
  const held = await holdKnown(call);
  if (meeting === null) await requireHub(call);
  else await requireCoordinates(call, meeting);
  requireRevision(held, input.expectedRevision);
  if (meeting === null || held.meetingId !== meeting.id)
    throw new CommandRefused('STEP_NOT_POSSIBLE', {
      about: [held.state],
      revision: held.revision,
    });
  return { held, meeting };
}

/** To the hubs alone. @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED */
export async function holdForHub(call: CommandCall<Step>): Promise<PanelCase> {
  const held = await holdKnown(call);
  await requireHub(call);
  requireRevision(held, call.input.expectedRevision);
  return held;
}

/** To the hubs and to whoever referred it. @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED */
export async function holdForReferrer(call: CommandCall<Step>): Promise<PanelCase> {
  const held = await holdKnown(call);
  if (!(await isReferrers(call, held))) await requireHub(call);
  requireRevision(held, call.input.expectedRevision);
  return held;
}

/** A case whose family heard, and who says so: the agency that referred it, or the hub in its place. */
export interface Heard {
  readonly held: PanelCase;
  readonly by: 'HUB' | 'REFERRING_AGENCY';
}

/**
 * To the agency that referred it: whoever did, a colleague who works with the family, or its contact officers. To the hubs
 * where they say why they do it for that agency.
 * @throws CommandRefused RECORD_UNKNOWN, NOT_THE_REFERRING_AGENCY, REVISION_PASSED
 */
export async function holdForReferringAgency(
  call: CommandCall<Step & { readonly forAgencyBecause?: string | null | undefined }>,
): Promise<Heard> {
  const held = await holdKnown(call);
  const isTheirs = (await isReferrers(call, held)) || (await isContactOfficers(call, held));
  if (!isTheirs) {
    const isHub = await holdsNow(call, [HUB]);
    const isSeen = (await call.seen('Episode', [held.episodeId])).has(held.episodeId);
    if (!isSeen && !isHub) throw new CommandRefused('RECORD_UNKNOWN');
    if (!isHub || call.input.forAgencyBecause == null)
      throw new CommandRefused('NOT_THE_REFERRING_AGENCY');
  }
  requireRevision(held, call.input.expectedRevision);
  return { held, by: isTheirs ? 'REFERRING_AGENCY' : 'HUB' };
}

async function isContactOfficers(
  call: CommandCall<unknown>,
  { agencyId }: PanelCase,
): Promise<boolean> {
  return agencyId === call.principal.agencyId && (await holdsNow(call, [CONTACT_OFFICER]));
}

async function isReferrers(
  { principal, seen }: CommandCall<unknown>,
  { agencyId, episodeId, referredBy }: PanelCase,
): Promise<boolean> {
  if (referredBy === principal.accountId) return true;
  return agencyId === principal.agencyId && (await seen('Episode', [episodeId])).has(episodeId);
}

async function requireHub(call: CommandCall<unknown>): Promise<void> {
  if (!(await holdsNow(call, [HUB]))) throw new CommandRefused('RECORD_UNKNOWN');
}
