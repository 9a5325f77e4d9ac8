import { londonDay, yearBefore } from '../validity.ts';
import type { Question } from './question.ts';

/** Taken into the matching pool within the last twelve months (DEV-A3-12m). */
export function poolCurrent(_atom: unknown, { facts, row }: Question): boolean {
  const today = londonDay(facts.now);
  const receivedOn = row.about.receivedOn ?? null;
  return receivedOn !== null && receivedOn > yearBefore(today) && receivedOn <= today;
}
