import type { DatabaseAddress } from './address.ts';
import type { DatabaseRole } from './database-role.ts';
import type { ConnectOptions } from './driver.ts';
import { openDriver } from './driver.ts';
import { Pool } from './pool.ts';
import type { Statement } from './statement.ts';
import { runScript, runStatement } from './statement-running.ts';
import { runTransaction } from './transaction.ts';

/** Runs statements as one role; everything it throws of its own is a Fault DATABASE_* without SQL or values. */
export interface Connection {
  /** Prepared once per text and session. */
  run<Row extends object>(statement: Statement): Promise<readonly Row[]>;
  /** Commits when `work` resolves and rolls back when it throws or any statement in it failed; inside another, a savepoint. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Waits for running statements, for five seconds at most; inside a transaction it does nothing. */
  close(): Promise<void>;
}

/** Opens a pool for one role; it connects when first used. */
export function connect(
  address: DatabaseAddress,
  role: DatabaseRole,
  options: ConnectOptions = {},
): Connection {
  const pool = new Pool(() => openDriver(address, role, options));
  return {
    run: (statement) => pool.use((driver) => runStatement(driver, statement)),
    transaction: (work) => pool.use((driver) => runTransaction(driver, work)),
    script: (sql) => pool.use((driver) => runScript(driver, sql)),
    close: () => pool.close(),
  };
}

/** Answers when the database does; throws Fault DATABASE_*. */
export async function ping(connection: Connection): Promise<void> {
  await connection.run({ text: 'select 1 as ok', values: [] });
}
