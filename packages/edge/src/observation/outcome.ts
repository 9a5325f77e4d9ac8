/** What became of a request, for metrics and log: codes and times, nothing of what was asked. */
export interface Outcome {
  code: string;
  operationHash: string | null;
  operationName: string | null;
}

/** The outcome of a request about which nothing has been noted. */
export function newOutcome(): Outcome {
  return { code: 'OK', operationHash: null, operationName: null };
}
