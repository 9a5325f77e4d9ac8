import type { Connection } from '@postern/database';
import { commitBatch } from './commit-batch.ts';
import type { PendingRelease } from './pending-release.ts';
import { awaitCommit, unavailable } from './pending-release.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Where every release of personal data is written before it leaves. */
export interface Ledger {
  /** Resolves only after COMMIT; throws Fault LEDGER_UNAVAILABLE, and then nothing may be released. */
  record(release: ReleaseRecord): Promise<void>;
  /** Takes no more releases and waits until those taken are settled; the connection stays the caller's. */
  close(): Promise<void>;
}

/** Releases in one commit, and releases that may wait; more are refused rather than kept in memory. */
export interface LedgerLimits {
  readonly batch: number;
  readonly waiting: number;
}

const LIMITS: LedgerLimits = { batch: 500, waiting: 5_000 };

/** A ledger with group commit: what arrives while a commit is under way shares the next one. */
export function createLedger(connection: Connection, limits: LedgerLimits = LIMITS): Ledger {
  const waiting: PendingRelease[] = [];
  let draining: Promise<void> | null = null;
  let isClosed = false;

  async function drain(): Promise<void> {
    // One turn of the event loop's microtasks, so that releases of the same moment share the first commit.
    await Promise.resolve();
    while (waiting.length > 0) await commitBatch(connection, waiting.splice(0, limits.batch));
    draining = null;
  }

  return {
    record: async (release) => {
      if (isClosed) throw unavailable('closed');
      if (waiting.length >= limits.waiting) throw unavailable('too many releases are waiting');
      const { pending, done } = take(release);
      waiting.push(pending);
      draining ??= drain();
      await done;
    },
    close: async () => {
      isClosed = true;
      await draining;
    },
  };
}

function take(release: ReleaseRecord): ReturnType<typeof awaitCommit> {
  try {
    return awaitCommit(release);
  } catch (cause) {
    throw unavailable('a release that cannot be written', cause);
  }
}
