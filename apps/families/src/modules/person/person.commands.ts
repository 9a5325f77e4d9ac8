import { amendsDetails } from '@postern/recording';
import type { Command } from '@postern/subgraph-kit';
import { recordBirth } from './commands/record-birth.ts';
import { recordCharacteristic } from './commands/record-characteristic.ts';
import { recordDeath, withdrawDeath } from './commands/record-death.ts';
import { recordPerson } from './commands/record-person.ts';
import { PERSON_DETAILS } from './person-details.ts';

/** Who the people of a family are, as whoever keeps its record writes it (SHR-4.5, SHR-8.3.8d). */
export const personCommands = {
  recordPerson,
  amendPerson: amendsDetails(PERSON_DETAILS),
  recordBirth,
  recordDeath,
  withdrawDeath,
  recordCharacteristic,
} as unknown as Readonly<Record<string, Command>>;
