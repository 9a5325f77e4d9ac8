import type { Command } from '@postern/subgraph-kit';
import { openAdoption } from './open-adoption.ts';
import { recordAdoption } from './record-adoption.ts';

/** What of a child’s record before an adoption leads to the one since: nothing, but for one officer who says why. */
export const adoptionCommands = { recordAdoption, openAdoption } as unknown as Readonly<
  Record<string, Command>
>;
