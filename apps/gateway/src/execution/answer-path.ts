/** A place in an answer: names of fields and indexes of lists, from the root. */
export type AnswerPath = readonly (string | number)[];

/** Reads the path of an error that a subgraph sent; null when it is none. */
export function answerPathOf(value: unknown): AnswerPath | null {
  return Array.isArray(value) && value.every(isStep) ? value : null;
}

function isStep(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
}
