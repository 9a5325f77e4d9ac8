import type { Clock, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import type { Log } from '@postern/edge';
import { faultEntry } from '@postern/edge';
import { Fault, isFault } from '@postern/errors';
import { schedulerFailed } from './engine/engine-failure.ts';
import { ENGINE_REVISION, engineRevision } from './engine/engine-revision.ts';
import { keepEngine } from './engine/keep-engine.ts';
import type { Delivery } from './notices/deliver-notice.ts';
import { deliverNotice } from './notices/deliver-notice.ts';
import { NOTICE_TASK } from './notices/notice-job.ts';
import { resumeNotices } from './notices/resume-notices.ts';
import { fireDue } from './timers/fire-due.ts';
import { momentOf } from './timers/moment.ts';
import type { TimerKind } from './timers/timer-kind.ts';

/** How a service keeps its times. */
export interface SchedulerOptions {
  readonly address: DatabaseAddress;
  /** The service, which is also the role that it connects as. */
  readonly service: 'partners' | 'episodes' | 'families';
  readonly timers: readonly TimerKind[];
  readonly clock: Clock;
  /** How notices leave; null where another service sends them. */
  readonly notices: Pick<Delivery, 'sender' | 'publicUrl'> | null;
  readonly log: Log;
}

/** Timers fire and notices leave until it is stopped. */
export interface Scheduler {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Starts it, in any number of processes. @throws Fault DATABASE_UNPREPARED, DATABASE_* or SCHEDULER_FAILED */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { address, service, log } = options;
  const connection = connect(address, service, { max: 2, applicationName: `postern-timers` });
  try {
    await requireEngine(connection, service);
    const { runEngine } = await import('./engine/run-engine.ts');
    const tick = `${service}.timers`;
    const delivery =
      options.notices === null
        ? null
        : { connection, clock: options.clock, log, ...options.notices };
    const engine = await keepEngine({
      log,
      start: () =>
        runEngine({
          address,
          role: service,
          everyMinute: tick,
          log,
          tasks: {
            [tick]: () =>
              told(log, async () => {
                const now = await momentOf(options.clock, connection);
                await fireDue(connection, options.timers, now, { log });
                if (delivery !== null) await resumeNotices(connection);
              }),
            ...(delivery === null
              ? {}
              : {
                  [NOTICE_TASK]: (payload) =>
                    told(log, () => deliverNotice(idIn(payload), delivery)),
                }),
          },
        }),
    });
    return {
      stop: async () => {
        await engine.stop();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

type Pool = ReturnType<typeof connect>;

async function requireEngine(connection: Pool, role: string): Promise<void> {
  const revision = await engineRevision(connection).catch((error: unknown) => {
    if (isFault(error) && error.code === 'DATABASE_REFUSED') return 0;
    throw error;
  });
  if (revision < ENGINE_REVISION) throw new Fault('DATABASE_UNPREPARED', { logged: { role } });
}

/** What the library writes down of an error is its message: only those of faults hold nothing else. */
async function told(log: Log, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    const fault = isFault(error) ? error : schedulerFailed(error);
    // A notice that is not sent has been told of by whoever tried.
    if (fault.code !== 'NOTICE_NOT_SENT') log(faultEntry(fault));
    throw fault;
  }
}

function idIn(payload: unknown): string {
  const { id } = Object(payload) as { id?: unknown };
  if (typeof id !== 'string')
    throw new Fault('SCHEDULER_FAILED', { logged: { reason: 'payload' } });
  return id;
}
