import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CoverageFigures, FuzzRun } from '@postern/fuzz';

/** What a lane is started with; the URL is the owner's and holds its password. */
export interface LaneGiven {
  readonly databaseUrl: string;
}

export interface LaneRound {
  readonly run: FuzzRun;
}

/** What came of one round. */
export interface LaneAnswer {
  /** What must not be, told as it is to be printed; null where there is none. */
  readonly failure: string | null;
  readonly figures: CoverageFigures;
  readonly seconds: number;
  /** Every `Type.field` by which something planted can be seen. */
  readonly coordinates: readonly string[];
}

/** A stack with a county of its own that runs one round at a time. */
export class Lane {
  readonly #worker: Worker;
  readonly #ended: Promise<never>;

  constructor(given: LaneGiven) {
    this.#worker = new Worker(new URL('./lane-worker.ts', import.meta.url), { workerData: given });
    this.#ended = once(this.#worker, 'exit').then(() => {
      throw new Error('A lane ended before its round did.');
    });
    this.#ended.catch(() => {});
  }

  /** Rejects when the lane itself ends, with what ended it. */
  async run(run: FuzzRun): Promise<LaneAnswer> {
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage({ run } satisfies LaneRound);
    const [answer] = await Promise.race([answered, this.#ended]);
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
