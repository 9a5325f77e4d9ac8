/** Why no answer can be had over HTTP, by stable code. */
const REASONS = {
  UNREACHABLE: 'The service cannot be reached, or broke off its answer.',
  TIMED_OUT: 'The service did not answer in time.',
  ANSWER_TOO_LARGE: 'The service answered more than is accepted.',
  ANSWER_NOT_JSON: 'The service answered something that is not JSON.',
  ANSWER_NOT_GRAPHQL: 'The service answered something that is no GraphQL result.',
} as const;

/** A stable code of a failure of transport. */
export type TransportErrorCode = keyof typeof REASONS;

/** A request that brought no answer; it says nothing of what was sent or received. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, options: { cause?: unknown } = {}) {
    super(REASONS[code], options);
    this.code = code;
  }
}
