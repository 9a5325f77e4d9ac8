import type { FaultCode, FaultText } from './faults.ts';
import { FAULTS } from './faults.ts';

/** What a log may hold: names and numbers of the service's own making; no personal data, token, SQL or parameter. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** A failure inside the service; a client is told only its code, message and remedy. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly remedy: string;
  /** The remedy as a client may read it. */
  readonly clientRemedy: string;
  readonly logged: LogFacts;

  constructor(code: FaultCode, options: { cause?: unknown; logged?: LogFacts } = {}) {
    super(FAULTS[code].message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    const text: FaultText = FAULTS[code];
    this.remedy = text.remedy;
    this.clientRemedy = text.clientRemedy ?? text.remedy;
    this.logged = options.logged ?? {};
  }
}

/** Tells whether an unknown thrown value is a {@link Fault}. */
export function isFault(value: unknown): value is Fault {
  return value instanceof Fault;
}
