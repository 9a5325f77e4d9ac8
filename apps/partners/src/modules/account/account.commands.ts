import type { Command } from '@postern/subgraph-kit';
import { countersignNomination } from './commands/countersign.ts';
import { endForTermsBreach, reportLeaver } from './commands/end.ts';
import { invitePractitioner } from './commands/invite.ts';
import { disableCompromised, lockDownAccount, unlockAccount } from './commands/lock.ts';
import { nominatePractitioner } from './commands/nominate.ts';
import { reactivateAccount } from './commands/reactivate.ts';
import { recordTraining } from './commands/record-training.ts';

/** Every step that others take in the life of somebody's account. */
export const accountCommands = {
  nominatePractitioner,
  countersignNomination,
  invitePractitioner,
  recordTraining,
  lockDownAccount,
  disableCompromised,
  unlockAccount,
  endForTermsBreach,
  reportLeaver,
  reactivateAccount,
} as unknown as Readonly<Record<string, Command>>;
