const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Lets a signal end work as a failure does, so that what was started is stopped on the way out. */
export interface UntilSignal {
  /** Settles as the work does, or rejects when a signal comes first. */
  or<T>(work: Promise<T>): Promise<T>;
  release(): void;
}

export function untilSignal(): UntilSignal {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const stop = (): void => reject(new Error('Stopped before it was done.'));
  for (const signal of SIGNALS) process.once(signal, stop);
  return {
    or: (work) => Promise.race([work, promise]),
    release: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    },
  };
}
