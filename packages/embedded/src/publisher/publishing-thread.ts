import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '@postern/errors';
import type { LogEntry } from '@postern/gateway';

/** What the thread is started with: the address of role `reporting_builder`, which holds its password. */
export interface ThreadGiven {
  readonly databaseUrl: string;
  readonly databaseName: string;
}

/** One look, by the time it is made at. */
export interface Look {
  readonly now: Date;
}

/** What came of a look: the editions that went out, or what is to be logged of its failure. */
export type Looked = { readonly published: readonly string[] } | { readonly failed: LogEntry };

/**
 * Publishes in a thread of its own: protecting an edition takes up to seconds of computing, and whoever asks the same process
 * something meanwhile does not wait for it.
 */
export class PublishingThread {
  readonly #worker: Worker;
  readonly #ended: Promise<never>;

  constructor(given: ThreadGiven) {
    this.#worker = new Worker(new URL('./publishing-worker.ts', import.meta.url), {
      workerData: given,
    });
    this.#ended = once(this.#worker, 'exit').then(() => {
      throw new Fault('INTERNAL', { logged: { ended: 'publishing thread' } });
    });
    this.#ended.catch(() => {});
  }

  /** One at a time. Rejects when the thread itself ends, with what ended it. */
  async look(look: Look): Promise<Looked> {
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage(look);
    const [looked] = await Promise.race([answered, this.#ended]);
    return looked;
  }

  /** At once, with what is under way: nothing of a transaction that was cut short is out. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
