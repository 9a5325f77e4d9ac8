import type { DatabaseAddress } from '@postern/database';
import type { Log } from '@postern/edge';
import type { ParsedCronItem, TaskList } from 'graphile-worker';
import { parseCronItems, run } from 'graphile-worker';
import { engineFailure, schedulerFailed } from './engine-failure.ts';
import { engineLogger } from './engine-logger.ts';
import { openEnginePool } from './engine-pool.ts';
import { ENGINE_SCHEMA } from './engine-revision.ts';

/** One listens, one takes and ends jobs, one is for the clock. */
const SESSIONS = 3;

/** Retries fall due in between; what is new is told at once. */
const POLL_MILLISECONDS = 10_000;

/** What a worker runs, and as whom. */
export interface EngineOptions {
  readonly address: DatabaseAddress;
  readonly role: 'partners' | 'episodes';
  readonly tasks: TaskList;
  /** The task that runs each minute, and once at the start for what fell due while nobody was there. */
  readonly everyMinute: string;
  readonly log: Log;
}

/** Jobs that are taken and run until `stop`, which waits for those that run. */
export interface Engine {
  stop(): Promise<void>;
}

/** Starts a worker on a schema that its owner has prepared. @throws Fault SCHEDULER_FAILED */
export async function runEngine(options: EngineOptions): Promise<Engine> {
  const { address, role, tasks, everyMinute, log } = options;
  const pgPool = await openEnginePool(address, role, { max: SESSIONS, log });
  try {
    const runner = await run({
      pgPool,
      schema: ENGINE_SCHEMA,
      taskList: tasks,
      parsedCronItems: minutely(everyMinute),
      concurrency: 1,
      pollInterval: POLL_MILLISECONDS,
      // Whoever runs this process knows when it is to end.
      noHandleSignals: true,
      logger: engineLogger(log),
    });
    let isStopping = false;
    const over = runner.promise.then(
      () => null,
      (error: unknown) => error,
    );
    // It outlives lost connections; should it end all the same, somebody has to know.
    void over.then((error) => {
      if (!isStopping) log(engineFailure(error));
    });
    await runner.addJob(everyMinute, {}, { jobKey: everyMinute, maxAttempts: 1 });
    return {
      stop: async () => {
        isStopping = true;
        // Refused where it has ended by itself.
        await runner.stop().catch(() => {});
        await over;
        await pgPool.end();
      },
    };
  } catch (error) {
    await pgPool.end().catch(() => {});
    throw schedulerFailed(error);
  }
}

/** One that waits is enough, however long nobody comes; and one that failed is not repeated, because the next comes. */
function minutely(task: string): ParsedCronItem[] {
  return parseCronItems([
    { task, match: '* * * * *', identifier: task, options: { jobKey: task, maxAttempts: 1 } },
  ]);
}
