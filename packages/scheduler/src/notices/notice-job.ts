import type { Statement } from '@postern/database';

/** The library's name for sending a notice. */
export const NOTICE_TASK = 'notice';

/** More than a notice is ever tried: its row says when it is given up, not the library. */
const MOST_ATTEMPTS_OF_A_JOB = 100;

/** Asks for a notice to be sent, once; the job holds its id and nothing else. */
export function noticeJob(id: string): Statement {
  return {
    text: `select 1 as added from graphile_worker.add_job($1::text, json_build_object('id', $2::text),
      max_attempts => $3::int, job_key => $1::text || ':' || $2::text)`,
    values: [NOTICE_TASK, id, MOST_ATTEMPTS_OF_A_JOB],
  };
}
