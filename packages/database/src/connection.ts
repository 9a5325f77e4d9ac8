import type { Statement } from './statement.ts';

/** Runs statements as one role; everything it throws of its own is a Fault DATABASE_* without SQL or values. */
export interface Connection {
  /** How many statements run at a time at most; what needs more waits. */
  readonly sessions: number;
  /**
   * A text that comes again is prepared once per session, as long as there are not too many of them. Where the signal comes
   * while it runs, the database is told to end it: it fails as one that took too long.
   */
  run<Row extends object>(statement: Statement, signal?: AbortSignal): Promise<readonly Row[]>;
  /**
   * Commits when `work` resolves and rolls back when it throws or any statement in it failed; inside another, a savepoint.
   * What its work asks of the pool instead of it is refused: Fault DATABASE_SECOND_SESSION.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Waits for running statements, for five seconds at most; inside a transaction it does nothing. */
  close(): Promise<void>;
}
