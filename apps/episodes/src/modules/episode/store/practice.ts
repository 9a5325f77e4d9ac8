import { deadlineAfter } from '@postern/lifecycle';
import type { Due, PracticeStep, Statements } from '@postern/scheduler';
import { chosenPeriod, startOfDay } from '@postern/steps';

/** Something that practice asks of episodes by a time that a figure of the partnership names. */
export interface PracticeTimer {
  readonly name: string;
  readonly clause: string;
  readonly step: PracticeStep;
  readonly figure: string;
  /** SQL of the day from which the time counts, of `episode`; null where nothing has begun it. At the day `$1`. */
  readonly from: string;
  /** SQL of which episodes still lack it. */
  readonly lacking: string;
  /** Whether the host is told as well as whoever leads. */
  readonly comesToHost?: boolean;
}

/** What one of a unit comes to in days at least, and at most where working days or long months count. */
const DAYS = {
  HOUR: { least: 0, most: 1 },
  DAY: { least: 1, most: 2 },
  MONTH: { least: 28, most: 31 },
  YEAR: { least: 365, most: 366 },
} as const;
/** Working days that no holiday leaves out are as many, and a week of holidays may lie between two. */
const HOLIDAYS = 7;
/** What was long past when a record was brought in, or when nobody could be told, is told no more. */
const TOLD_WITHIN = 31;
const DAY = 86_400_000;

/**
 * What is due by now, the earliest first; what was told since the time began is left out, unless it is asked for one episode.
 * What counts in working days ends later than as many days: what the database finds is looked at again.
 */
export async function practiceDue(
  statements: Statements,
  { name, figure, from, lacking }: PracticeTimer,
  asked: {
    readonly now: Date;
    readonly day: string;
    readonly limit: number;
    readonly only?: string;
  },
): Promise<readonly Due[]> {
  const { now, day, limit, only = null } = asked;
  const period = await chosenPeriod(statements, figure);
  const { least, most } = DAYS[period.unit];
  const began = startOfDay('begun.day');
  const rows = await statements.run<{ id: string; began: Date }>({
    text: `SELECT episode.id, ${began} AS began FROM episodes.episode CROSS JOIN LATERAL (SELECT ${from} AS day) begun
      WHERE ${lacking} AND begun.day BETWEEN $1::date - $3::integer AND $1::date - $2::integer
        AND CASE WHEN $5::uuid IS NULL THEN NOT EXISTS (SELECT FROM scheduler.timer_firing fired WHERE fired.kind = '${name}'
          AND fired.subject_id = episode.id AND fired.due_at >= ${began}) ELSE episode.id = $5 END
      ORDER BY begun.day, episode.id LIMIT $4`,
    values: [day, period.value * least, period.value * most + HOLIDAYS + TOLD_WITHIN, limit, only],
  });
  const latest = now.getTime() - TOLD_WITHIN * DAY;
  return rows
    .map((row) => ({ subjectId: row.id, dueAt: deadlineAfter(new Date(row.began), period) }))
    .filter(({ dueAt }) => dueAt <= now && dueAt.getTime() > latest);
}
