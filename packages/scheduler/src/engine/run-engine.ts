import type { DatabaseAddress } from '@postern/database';
import type { Log } from '@postern/edge';
import type { Fault } from '@postern/errors';
import type { ParsedCronItem, TaskList, WorkerEvents } from 'graphile-worker';
import { parseCronItems, run } from 'graphile-worker';
import { schedulerFailed } from './engine-failure.ts';
import { engineLogger } from './engine-logger.ts';
import { openEnginePool } from './engine-pool.ts';
import { ENGINE_SCHEMA } from './engine-revision.ts';
import type { Engine } from './keep-engine.ts';

/** One listens, one takes and ends jobs, one is for the clock. */
const SESSIONS = 3;

/** Retries fall due in between; what is new is told at once. */
const POLL_MILLISECONDS = 10_000;

/** Before any notice: a mail server that does not answer holds up no timer for longer than one try. */
export const EACH_MINUTE = { maxAttempts: 1, priority: -1 } as const;

/** What a worker runs, and as whom. */
export interface EngineOptions {
  readonly address: DatabaseAddress;
  readonly role: 'partners' | 'episodes' | 'families';
  readonly tasks: TaskList;
  /** The task that runs each minute, and once at the start for what fell due while nobody was there. */
  readonly everyMinute: string;
  readonly log: Log;
}

/** Starts a worker on a schema that its owner has prepared. @throws Fault SCHEDULER_FAILED */
export async function runEngine(options: EngineOptions): Promise<Engine> {
  const { address, role, tasks, everyMinute, log } = options;
  const pgPool = await openEnginePool(address, role, { max: SESSIONS, log });
  let end = (): Promise<void> => pgPool.end();
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
      // Otherwise the library neither waits for the end of a job to be written down nor catches what that fails with.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    const ended = runner.promise.then(
      () => null,
      (error: unknown) => schedulerFailed(error),
    );
    // The pool ends only once the runner has given back the session that it listens on.
    end = async () => {
      // Refused where it has ended by itself.
      await runner.stop().catch(() => {});
      await ended;
      await pgPool.end();
    };
    const over = Promise.race([ended, deaf(runner.events)]);
    await runner.addJob(everyMinute, {}, { jobKey: everyMinute, ...EACH_MINUTE });
    let stopped: Promise<void> | undefined;
    return {
      over,
      stop: () => {
        stopped ??= end();
        return stopped;
      },
    };
  } catch (error) {
    await end().catch(() => {});
    throw schedulerFailed(error);
  }
}

/**
 * Resolves once jobs could not be asked for twice in a row. The library would ask again, but keeps what it failed to
 * learn of its tasks at the first try, and goes on failing of that when the database has long been back.
 */
function deaf(events: WorkerEvents): Promise<Fault> {
  const { promise, resolve } = Promise.withResolvers<Fault>();
  let failures = 0;
  const heard = (): void => {
    failures = 0;
  };
  events.on('worker:getJob:empty', heard);
  events.on('job:start', heard);
  events.on('worker:getJob:error', ({ error }) => {
    failures += 1;
    if (failures === 2) resolve(schedulerFailed(error));
  });
  return promise;
}

/** One that waits is enough, however long nobody comes; and one that failed is not repeated, because the next comes. */
function minutely(task: string): ParsedCronItem[] {
  return parseCronItems([
    { task, match: '* * * * *', identifier: task, options: { jobKey: task, ...EACH_MINUTE } },
  ]);
}
