/** Tells the time; only tests and benchmarks give another one than {@link systemClock}. */
export interface Clock {
  /** As this process has it: for tokens and assertions, which allow for clocks that differ, and for what is told. */
  now(): Date;
  /** The moment at which statements decide and commands act; null is the database's own, one for all processes. */
  factsAt(): Date | null;
}

/** The machine's clock, which decides nothing about facts. */
export const systemClock: Clock = { now: () => new Date(), factsAt: () => null };
