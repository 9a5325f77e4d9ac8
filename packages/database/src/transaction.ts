import type { Fault } from '@postern/errors';
import type postgres from 'postgres';
import type { Connection } from './connection.ts';
import type { Driver } from './driver.ts';
import { driverFailure } from './driver-failure.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import { runScript, runStatement } from './statement-running.ts';
import { TransactionSession } from './transaction-session.ts';

type Work<T> = (connection: Connection) => Promise<T>;
type Inside = (transaction: postgres.TransactionSql) => Promise<void>;
type Outcome<T> =
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'thrown'; readonly error: unknown };

/**
 * Commits when `work` resolves; rolls back and rethrows when it throws or when any statement in it
 * failed. Throws Fault DATABASE_UNREACHABLE when the session is lost, also while `work` still runs.
 */
export function runTransaction<T>(driver: Driver, texts: PreparedTexts, work: Work<T>): Promise<T> {
  const session = new TransactionSession(texts);
  return bracket(work, session, async (inside) => {
    try {
      await driver.begin(inside);
    } catch (thrown) {
      const fault = driverFailure(thrown);
      if (fault.code === 'DATABASE_UNREACHABLE') session.lose(fault);
      throw fault;
    }
  });
}

async function bracket<T>(
  work: Work<T>,
  session: TransactionSession,
  begin: (inside: Inside) => Promise<unknown>,
): Promise<T> {
  let outcome: Outcome<T> | undefined;
  const inside: Inside = async (transaction) => {
    outcome = await attempt(work, session, transaction);
    // The driver would send its ROLLBACK or COMMIT on the lost session: leave it waiting instead.
    if (session.lost !== undefined) return new Promise(() => {});
    if (outcome.is === 'thrown') throw outcome.error;
  };
  try {
    await Promise.race([begin(inside), session.whenLost]);
  } catch (thrown) {
    // What the work itself threw, a Refusal for instance, is the caller's own and passes as it is.
    if (outcome?.is === 'thrown') throw outcome.error;
    throw driverFailure(thrown);
  }
  if (outcome?.is !== 'done') throw driverFailure(outcome);
  return outcome.value;
}

async function attempt<T>(
  work: Work<T>,
  session: TransactionSession,
  transaction: postgres.TransactionSql,
): Promise<Outcome<T>> {
  let failed: Fault | undefined;
  const noting = async <R>(run: () => Promise<R>): Promise<R> => {
    try {
      return await session.use(run);
    } catch (thrown) {
      failed ??= driverFailure(thrown);
      throw thrown;
    }
  };
  try {
    const value = await work({
      sessions: 1,
      run: (statement, signal) =>
        noting(() => runStatement(transaction, statement, { texts: session.texts, signal })),
      script: (sql) => noting(() => runScript(transaction, sql)),
      transaction: (inner) =>
        session.use(() => bracket(inner, session, (inside) => transaction.savepoint(inside))),
      close: async () => {},
    });
    // PostgreSQL answers COMMIT of a failed transaction with a silent ROLLBACK: say so instead.
    return failed === undefined ? { is: 'done', value } : { is: 'thrown', error: failed };
  } catch (error) {
    return { is: 'thrown', error };
  }
}
