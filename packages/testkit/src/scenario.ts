import { test } from 'vitest';

/** A scenario proves one clause once: where access is granted, or where it is denied. */
export interface Scenario {
  /** An id of the agreements' clause list, e.g. `SHR-8.2.1e`. */
  readonly clause: string;
  readonly outcome: 'granted' | 'denied';
  /** A sentence: who may or may not do what, and when. */
  readonly that: string;
  /** Why this one scenario proves the clause by itself: the other outcome makes no sense for it. */
  readonly alone?: string;
}

/** Runs a test whose name carries its clause, so that `npm run clauses` can list the proof. */
export function scenario(described: Scenario, proof: () => Promise<void> | void): void {
  const { clause, outcome, that, alone } = described;
  test(`[${clause} ${outcome}${alone === undefined ? '' : ' alone'}] ${that}`, proof);
}
