import type { Connection } from '@postern/database';
import { NOTICE_TASK, noticeJob } from './notice-job.ts';

/** A delivery ends within a minute; one that has held its job for longer was ended with its process. */
const DEAD_AFTER = '10 minutes';

/** Asks again for notices that wait while nobody is at them, because their worker was killed; answers how many. */
export async function resumeNotices(connection: Connection): Promise<number> {
  const waiting = await connection.run<{ id: string }>({
    text: `select notice.id from scheduler.notice where state = 'WAITING' and not exists (
      select from graphile_worker.jobs job where job.key = $1 || ':' || notice.id and job.attempts < job.max_attempts
        and (job.locked_at is null or job.locked_at > now() - $2::interval)) order by created_at limit 100`,
    values: [NOTICE_TASK, DEAD_AFTER],
  });
  for (const { id } of waiting) await connection.run(noticeJob(id));
  return waiting.length;
}
