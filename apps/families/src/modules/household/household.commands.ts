import { amendsDetails } from '@postern/recording';
import type { Command } from '@postern/subgraph-kit';
import { joinHousehold } from './commands/join-household.ts';
import { leaveHousehold } from './commands/leave-household.ts';
import { recordAddress } from './commands/record-address.ts';
import { recordHousehold } from './commands/record-household.ts';
import { ADDRESS_DETAILS, HOUSEHOLD_DETAILS } from './household-details.ts';

/** Who lives with whom, and where, as whoever keeps the family's record writes it (SHR-4.5, SHR-8.3.8d). */
export const householdCommands = {
  recordHousehold,
  amendHousehold: amendsDetails(HOUSEHOLD_DETAILS),
  joinHousehold,
  leaveHousehold,
  recordAddress,
  amendAddress: amendsDetails(ADDRESS_DETAILS),
} as unknown as Readonly<Record<string, Command>>;
