import type { Command } from '@postern/subgraph-kit';
import { cancelAgencyMeeting, closeAgencyMeeting } from './commands/end.ts';
import { noteAgencyMeeting } from './commands/note.ts';
import { admitToAgencyMeeting, openAgencyMeeting } from './commands/open.ts';
import { planAgencyMeeting } from './commands/plan.ts';
import { sendAgenda } from './commands/send-agenda.ts';

/** How agencies meet without the family: the consultation panel, and professionals among themselves. */
export const agencyMeetingCommands: Readonly<Record<string, Command>> = {
  planAgencyMeeting: planAgencyMeeting as Command,
  sendAgenda: sendAgenda as Command,
  openAgencyMeeting: openAgencyMeeting as Command,
  admitToAgencyMeeting: admitToAgencyMeeting as Command,
  noteAgencyMeeting: noteAgencyMeeting as Command,
  closeAgencyMeeting: closeAgencyMeeting as Command,
  cancelAgencyMeeting: cancelAgencyMeeting as Command,
};
