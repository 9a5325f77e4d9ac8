import type { Fault, LogFacts } from '@postern/errors';
import { isFault } from '@postern/errors';

/** Where a failure came from: the class of the error and the code it passed through, never its message. */
export interface Cause {
  readonly name: string;
  readonly frames: readonly string[];
}

/** What a server tells its log; nothing a caller sent beyond the name of the operation. */
export type LogEntry =
  | {
      readonly event: 'REQUEST';
      readonly contract: string;
      readonly code: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly operationHash: string | null;
      readonly operationName: string | null;
    }
  | {
      readonly event: 'FAULT';
      readonly code: string;
      readonly facts: LogFacts;
      readonly cause: Cause | null;
    }
  | {
      /** Something that somebody has to see to, although requests are answered. */
      readonly event: 'ALARM';
      readonly code: string;
      readonly facts: LogFacts;
    };

/** Receives entries; must not throw. */
export type Log = (entry: LogEntry) => void;

/** Describes a failure for the log; any error that is not a Fault is INTERNAL. */
export function faultEntry(error: unknown): LogEntry {
  const known: Fault | null = isFault(error) ? error : null;
  return {
    event: 'FAULT',
    code: known?.code ?? 'INTERNAL',
    facts: known?.logged ?? {},
    cause: causeOf(known === null ? error : known.cause),
  };
}

/** Messages of foreign errors can hold SQL, parameters or values; their stack frames cannot. */
function causeOf(error: unknown): Cause | null {
  if (!(error instanceof Error)) return null;
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  const frames = lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, 8);
  return { name: error.constructor.name, frames };
}
