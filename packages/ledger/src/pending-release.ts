import { Fault } from '@postern/errors';
import type { ReleaseRecord } from './release-record.ts';
import { rowText } from './release-record.ts';

/** A release whose response waits until its row is committed. */
export interface PendingRelease {
  /** The row as JSON text. */
  readonly row: string;
  committed(): void;
  failed(fault: Fault): void;
}

/** A release to be queued, and the promise its response waits for; rejects with Fault LEDGER_UNAVAILABLE. */
export function awaitCommit(release: ReleaseRecord): {
  readonly pending: PendingRelease;
  readonly done: Promise<void>;
} {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { pending: { row: rowText(release), committed: resolve, failed: reject }, done: promise };
}

/** Why nothing was released; the reason names the ledger's own state, never a release. */
export function unavailable(reason: string, cause?: unknown): Fault {
  return new Fault('LEDGER_UNAVAILABLE', {
    logged: { reason },
    ...(cause === undefined ? {} : { cause }),
  });
}
