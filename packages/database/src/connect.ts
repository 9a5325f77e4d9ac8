import type { DatabaseAddress } from './address.ts';
import type { Connection } from './connection.ts';
import type { DatabaseRole } from './database-role.ts';
import type { ConnectOptions } from './driver.ts';
import { openDriver, USUAL_SESSIONS } from './driver.ts';
import { Pool } from './pool.ts';
import { SingleSession } from './single-session.ts';
import { runScript, runStatement } from './statement-running.ts';
import { runTransaction } from './transaction.ts';

/** Opens a pool for one role; it connects when first used. A transaction asks itself and nothing else of its pool. */
export function connect(
  address: DatabaseAddress,
  role: DatabaseRole,
  options: ConnectOptions = {},
): Connection {
  const pool = new Pool(() => openDriver(address, role, options));
  const single = new SingleSession();
  return {
    sessions: options.max ?? USUAL_SESSIONS,
    run: async (statement, signal) => {
      single.requireNone();
      return pool.use((driver, texts) => runStatement(driver, statement, { texts, signal }));
    },
    transaction: async (work) => {
      single.requireNone();
      return pool.use((driver, texts) =>
        runTransaction(driver, texts, (transaction) => single.hold(() => work(transaction))),
      );
    },
    script: async (sql) => {
      single.requireNone();
      return pool.use((driver) => runScript(driver, sql));
    },
    close: () => pool.close(),
  };
}

/** Answers when the database does; throws Fault DATABASE_*. */
export async function ping(connection: Connection): Promise<void> {
  await connection.run({ text: 'select 1 as ok', values: [] });
}
