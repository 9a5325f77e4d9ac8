/** Announces a part of the loading, does it, and tells how long it took. */
export type Step = (name: string, work: () => Promise<void>) => Promise<void>;

/** How long a part of the loading took; parts of a large county run side by side. */
export interface StepTaken {
  readonly step: string;
  readonly seconds: number;
}

/** A step that tells of itself. */
export function tellingStep(told: {
  onProgress(line: string): void;
  onStep?(taken: StepTaken): void;
}): Step {
  return async (name, work) => {
    told.onProgress(`Sample county: ${name}`);
    const started = performance.now();
    await work();
    told.onStep?.({ step: name, seconds: (performance.now() - started) / 1_000 });
  };
}
