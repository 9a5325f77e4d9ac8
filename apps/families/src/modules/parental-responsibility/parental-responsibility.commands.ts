import type { Command } from '@postern/subgraph-kit';
import { endParentalResponsibility } from './end-responsibility.ts';
import { recordParentalResponsibility } from './record-responsibility.ts';

/** Who is responsible for a child, as far as evidence of it was seen. */
export const parentalResponsibilityCommands = {
  recordParentalResponsibility,
  endParentalResponsibility,
} as unknown as Readonly<Record<string, Command>>;
