import type { Connection } from '@postern/database';

/** What statements are run on: a pool, or one transaction of it. */
export type Statements = Pick<Connection, 'run'>;

/** Something that a timer is about, and since when it has been due; to the millisecond. */
export interface Due {
  readonly subjectId: string;
  readonly dueAt: Date;
}

/** One firing: everything it does, it does in this transaction. */
export interface Firing extends Due {
  readonly transaction: Statements;
  readonly now: Date;
}

/**
 * Something that happens when a time has come. Nothing is stored beforehand: what is due follows from the facts each
 * time it is asked, so a fact that changes moves or ends its timers by itself.
 */
export interface TimerKind {
  /** `GRANT_ENDING`: never changed, because what was fired is known by it. */
  readonly name: string;
  /** The rule that asks for it. */
  readonly clause: string;
  /** What is due by now, the earliest first; without what was fired, which {@link unfired} tells. */
  due(statements: Statements, now: Date, limit: number): Promise<readonly Due[]>;
  /** Does it. Locks and asks its facts again, and throws {@link NoLongerDue} where they have changed. */
  fire(firing: Firing): Promise<void>;
  /** What takes its time and follows once the firing is committed; it has to fall due again where this fails. */
  afterwards?(fired: Fired): Promise<void>;
}

/** A firing that is committed, and the connection for what follows it. */
export interface Fired extends Due {
  readonly connection: Pick<Connection, 'run' | 'transaction'>;
  readonly now: Date;
}

/** The facts changed between asking and firing: nothing is kept, and the timer may fall due again. */
export class NoLongerDue extends Error {
  override readonly name = 'NoLongerDue';
}
