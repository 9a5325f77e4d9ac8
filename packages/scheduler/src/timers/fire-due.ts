import type { Connection } from '@postern/database';
import type { Log } from '@postern/edge';
import { faultEntry } from '@postern/edge';
import { Fault, isFault } from '@postern/errors';
import type { Due, TimerKind } from './timer-kind.ts';
import { NoLongerDue } from './timer-kind.ts';

const BATCH = 100;

/** How many timers came to what. */
export interface FiringCounts {
  readonly fired: number;
  /** Somebody else did it. */
  readonly alreadyFired: number;
  readonly noLongerDue: number;
  /** Logged, and tried again when this is called again. */
  readonly failed: number;
}

type Outcome = keyof FiringCounts;

/**
 * Fires everything that is due, each in one transaction with the note that it was fired: whoever is ended at any step
 * neither skips nor repeats it, and any number of processes may do this at once.
 */
export async function fireDue(
  connection: Connection,
  timers: readonly TimerKind[],
  now: Date,
  { log, batch = BATCH }: { readonly log: Log; readonly batch?: number },
): Promise<FiringCounts> {
  const counts = { fired: 0, alreadyFired: 0, noLongerDue: 0, failed: 0 };
  for (const timer of timers) {
    const told = (error: unknown): void => log(faultEntry(timerFailed(timer, error)));
    await eachDue({ connection, timer, now, batch, told }, (outcome) => {
      counts[outcome] += 1;
    });
  }
  return counts;
}

interface Round {
  readonly connection: Connection;
  readonly timer: TimerKind;
  readonly now: Date;
  readonly batch: number;
  told(error: unknown): void;
}

async function eachDue(round: Round, count: (outcome: Outcome) => void): Promise<void> {
  const { connection, timer, now, batch, told } = round;
  /** Still due after their turn: they must not keep others from theirs, nor come round again this time. */
  const stuck = new Set<string>();
  for (;;) {
    const due = await timer.due(connection, now, batch + stuck.size).catch((error: unknown) => {
      told(error);
      count('failed');
      return [];
    });
    const fresh = due.filter((each) => !stuck.has(keyOf(each)));
    if (fresh.length === 0) return;
    for (const each of fresh) {
      const outcome = await fireOne(round, each);
      if (outcome !== 'fired') stuck.add(keyOf(each));
      count(outcome);
    }
  }
}

async function fireOne(round: Round, due: Due): Promise<Outcome> {
  const { connection, timer, now, told } = round;
  try {
    const outcome = await fireOnce(round, due);
    if (outcome === 'fired') await timer.afterwards?.({ connection, now, ...due });
    return outcome;
  } catch (error) {
    if (error instanceof NoLongerDue) return 'noLongerDue';
    told(error);
    return 'failed';
  }
}

function fireOnce({ connection, timer, now }: Round, due: Due): Promise<Outcome> {
  return connection.transaction(async (transaction) => {
    // Whoever comes second waits here for the first to end, and then knows.
    const noted = await transaction.run({
      text: `insert into scheduler.timer_firing (kind, subject_id, due_at, fired_at) values ($1, $2, $3, $4)
        on conflict do nothing returning 1 as noted`,
      values: [timer.name, due.subjectId, due.dueAt, now],
    });
    if (noted.length === 0) return 'alreadyFired';
    await timer.fire({ transaction, now, ...due });
    return 'fired';
  });
}

function timerFailed({ name }: TimerKind, error: unknown): Fault {
  const facts = isFault(error) ? { cause: error.code, ...error.logged } : { cause: 'INTERNAL' };
  return new Fault('TIMER_FAILED', { logged: { ...facts, timer: name }, cause: error });
}

function keyOf({ subjectId, dueAt }: Due): string {
  return `${subjectId} ${dueAt.getTime()}`;
}
