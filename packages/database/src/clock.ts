/** Tells the time; only tests and benchmarks give another one than {@link systemClock}. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
