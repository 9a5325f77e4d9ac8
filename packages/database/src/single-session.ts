import { AsyncLocalStorage } from 'node:async_hooks';
import { Fault } from '@postern/errors';

/**
 * One session for one piece of work: were a transaction to wait for a second session of its pool, as many transactions as
 * the pool has sessions would wait for each other for ever.
 */
export class SingleSession {
  readonly #held = new AsyncLocalStorage<{ isOpen: boolean }>();

  /** Runs work that holds a session. What it started and did not wait for is free again when it ends. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    const held = { isOpen: true };
    try {
      return await this.#held.run(held, work);
    } finally {
      held.isOpen = false;
    }
  }

  /** @throws Fault DATABASE_SECOND_SESSION where the work that asks holds one */
  requireNone(): void {
    if (this.#held.getStore()?.isOpen === true) throw new Fault('DATABASE_SECOND_SESSION');
  }
}
