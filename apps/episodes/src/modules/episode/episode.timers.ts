import { civilDay } from '@postern/policy';
import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import { freeToBeTold } from '../people/host.ts';
import { leadsAmong, screenersAmong, workersOn } from '../people/working-on.ts';
import { PRACTICE_TIMERS } from './practice-timers.ts';
import type { PracticeTimer } from './store/practice.ts';
import { practiceDue } from './store/practice.ts';

/** Whoever looks after an episode is told what practice asks for and is not there in time; each time once. */
function practiceTimer(timer: PracticeTimer): TimerKind {
  const { name, clause, step } = timer;
  return {
    name,
    clause,
    due: (statements, now, limit) =>
      practiceDue(statements, timer, { now, day: civilDay(now), limit }),
    fire: async (firing) => {
      const { transaction, now, subjectId, dueAt } = firing;
      const asked = { now, day: civilDay(now), limit: 1, only: subjectId };
      const [still] = await practiceDue(transaction, timer, asked);
      if (still?.dueAt.getTime() !== dueAt.getTime()) throw new NoLongerDue();
      const told = await toldOf(timer, firing);
      // While there is nobody to tell it stays to be told.
      if (told.length === 0) throw new NoLongerDue();
      for (const account of told)
        await postNotice(transaction, {
          kind: 'PRACTICE_STEP_DUE',
          to: { account },
          params: { step, by: dayOf(dueAt), page: '/episodes' },
          at: now,
        });
    },
  };
}

/** Those who lead or screen it, and the host where nobody does, or where it has waited too long. */
async function toldOf(
  { step, comesToHost = false }: PracticeTimer,
  { transaction, now, subjectId: episode }: Firing,
): Promise<readonly string[]> {
  const workers = await workersOn(transaction, episode, now);
  const accounts = step === 'SCREENING' ? screenersAmong(workers) : leadsAmong(workers);
  const free = await freeToBeTold(transaction, { accounts, episode }, now);
  if (free.length > 0 && !comesToHost) return free;
  const host = await freeToBeTold(transaction, { accounts: 'HOST', episode }, now);
  return [...new Set([...free, ...host])];
}

const FOLLOW_UP = 'FOLLOW_UP_DUE';

/** Whoever led follows the outcome up, and the host where they are no longer here (DEV-A4-5). */
const followUpTimer: TimerKind = {
  name: FOLLOW_UP,
  clause: 'DEV-A4-5',
  due: async (statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT episode.id AS "subjectId", episode.follow_up_at AS "dueAt" FROM episodes.episode
        WHERE episode.status = 'CLOSED' AND episode.follow_up_at <= $1
          AND ${unfired(FOLLOW_UP, { subject: 'episode.id', dueAt: 'episode.follow_up_at' })} ORDER BY 2, 1 LIMIT $2`,
      values: [now.toISOString(), limit],
    });
    return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
  },
  fire: async ({ transaction, now, subjectId: episode, dueAt }) => {
    const [closed] = await transaction.run<{ by: string }>({
      text: `SELECT follow_up_by AS by FROM episodes.episode WHERE id = $1 AND status = 'CLOSED'
          AND date_trunc('milliseconds', follow_up_at) = $2 FOR SHARE`,
      values: [episode, dueAt.toISOString()],
    });
    if (closed === undefined) throw new NoLongerDue();
    const lead = await freeToBeTold(transaction, { accounts: [closed.by], episode }, now);
    const told =
      lead.length > 0 ? lead : await freeToBeTold(transaction, { accounts: 'HOST', episode }, now);
    if (told.length === 0) throw new NoLongerDue();
    for (const account of told)
      await postNotice(transaction, {
        kind: FOLLOW_UP,
        to: { account },
        params: { since: dayOf(dueAt), page: '/episodes' },
        at: now,
      });
  },
};

/** What happens to an episode because a time has come. */
export const episodeTimers: readonly TimerKind[] = [
  ...PRACTICE_TIMERS.map(practiceTimer),
  followUpTimer,
];
