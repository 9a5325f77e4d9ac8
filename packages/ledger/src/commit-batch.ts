import type { Connection } from '@postern/database';
import type { Fault } from '@postern/errors';
import { isFault } from '@postern/errors';
import type { PendingRelease } from './pending-release.ts';
import { unavailable } from './pending-release.ts';
import { findRows, insertRows } from './statements.ts';

type Outcome = { readonly is: 'COMMITTED' } | { readonly is: 'FAILED'; readonly cause: unknown };

/**
 * Writes a batch in one statement and settles every release of it. When the connection failed, the batch is tried once
 * more, since it may or may not have been committed; when one row is at fault, each is tried once alone.
 */
export async function commitBatch(
  connection: Connection,
  batch: readonly PendingRelease[],
): Promise<void> {
  const first = await insert(connection, batch);
  const outcome = failedFor(first, isConnectionLost) ? await insertAgain(connection, batch) : first;
  if (batch.length > 1 && failedFor(outcome, isDataError)) await commitEach(connection, batch);
  else settle(batch, outcome);
}

/** Once the connection is lost there is no use in trying the rest. */
async function commitEach(connection: Connection, batch: readonly PendingRelease[]): Promise<void> {
  let outcome: Outcome = { is: 'COMMITTED' };
  for (const release of batch) {
    if (!failedFor(outcome, isConnectionLost)) outcome = await insert(connection, [release]);
    settle([release], outcome);
  }
}

/** After an unknown outcome: rows that are there as given count as committed, and only the others are written. */
async function insertAgain(
  connection: Connection,
  batch: readonly PendingRelease[],
): Promise<Outcome> {
  try {
    const found = await connection.run(findRows(batch.map(({ row }) => row)));
    if (found.length === batch.length) return { is: 'COMMITTED' };
  } catch (cause) {
    return { is: 'FAILED', cause };
  }
  return insert(connection, batch);
}

async function insert(connection: Connection, batch: readonly PendingRelease[]): Promise<Outcome> {
  try {
    await connection.run(insertRows(batch.map(({ row }) => row)));
    return { is: 'COMMITTED' };
  } catch (cause) {
    return { is: 'FAILED', cause };
  }
}

function settle(batch: readonly PendingRelease[], outcome: Outcome): void {
  for (const release of batch) {
    if (outcome.is === 'COMMITTED') release.committed();
    else release.failed(unavailable('not committed', outcome.cause));
  }
}

function failedFor(outcome: Outcome, reason: (fault: Fault) => boolean): boolean {
  return outcome.is === 'FAILED' && isFault(outcome.cause) && reason(outcome.cause);
}

/** SQLSTATE classes 22 and 23: a value or a constraint, so other rows of the batch may be sound. */
function isDataError(fault: Fault): boolean {
  return /^2[23]/.test(String(fault.logged.sqlstate ?? ''));
}

function isConnectionLost(fault: Fault): boolean {
  return fault.code === 'DATABASE_UNREACHABLE';
}
