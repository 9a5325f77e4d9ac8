import type { Command } from '@postern/subgraph-kit';
import { changeLevelOfNeed } from './commands/change-level.ts';
import { beginClosing, callOffClosing, closeEpisode } from './commands/closing.ts';
import { formTeam, openEpisode } from './commands/open.ts';
import { reopenEpisode } from './commands/reopen.ts';
import {
  askForAgreement,
  endWithoutAction,
  recordConsultationOnly,
  screenContact,
  signpostContact,
} from './commands/screening.ts';

/** How help to a family begins, goes on and ends. */
export const episodeCommands: Readonly<Record<string, Command>> = {
  screenContact,
  signpostContact,
  endWithoutAction,
  recordConsultationOnly,
  askForAgreement,
  openEpisode,
  formTeam,
  changeLevelOfNeed,
  beginClosing,
  callOffClosing,
  closeEpisode,
  reopenEpisode,
};
