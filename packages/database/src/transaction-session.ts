import { Fault } from '@postern/errors';
import type { PreparedTexts } from './prepared-texts.ts';

/**
 * Whether the session of a transaction still lives. The driver ends the whole process when anything
 * is sent on a session that has closed, so after a loss nothing more may be handed to it.
 */
export class TransactionSession {
  #lost: Fault | undefined;
  readonly #loss = Promise.withResolvers<never>();

  /** What the pool's sessions keep. */
  readonly texts: PreparedTexts;

  constructor(texts: PreparedTexts) {
    this.texts = texts;
    // Nobody need be waiting when the loss comes.
    this.#loss.promise.catch(() => {});
  }

  get lost(): Fault | undefined {
    return this.#lost;
  }

  /** Rejects when the session is lost. */
  get whenLost(): Promise<never> {
    return this.#loss.promise;
  }

  lose(fault: Fault): void {
    if (this.#lost !== undefined) return;
    this.#lost = fault;
    this.#loss.reject(fault);
  }

  /** Runs a statement on a living session and takes note when that loses it. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#lost !== undefined) throw this.#lost;
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.code === 'DATABASE_UNREACHABLE') this.lose(thrown);
      throw thrown;
    }
  }
}
