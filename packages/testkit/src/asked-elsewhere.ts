import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from '@postern/database';

const elsewhere = AsyncLocalStorage.snapshot();

/** A connection that may be asked also while one of its own transactions is open, as a test does that looks at who waits. */
export function askedElsewhere(connection: Connection): Connection {
  return {
    sessions: connection.sessions,
    run: (statement, signal) => elsewhere(() => connection.run(statement, signal)),
    transaction: (work) => elsewhere(() => connection.transaction(work)),
    script: (sql) => elsewhere(() => connection.script(sql)),
    close: () => connection.close(),
  };
}
