import type { TimerKind } from '../src/index.ts';
import { postNotice, unfired } from '../src/index.ts';

/** Tasks of `work.task` that are due; being done has an effect, which must happen once, and tells somebody. */
export const TASK_DUE: TimerKind = {
  name: 'TASK_DUE',
  clause: 'SHR-8.2.1i',
  due: async (statements, now, limit) => {
    const rows = await statements.run<{ id: string; due_at: Date }>({
      text: `select id, due_at from work.task where not is_done and due_at <= $1
        and ${unfired('TASK_DUE', { subject: 'task.id', dueAt: 'task.due_at' })} order by due_at, id limit $2`,
      values: [now, limit],
    });
    return rows.map((row) => ({ subjectId: row.id, dueAt: row.due_at }));
  },
  fire: async ({ transaction, now, subjectId }) => {
    await transaction.run({
      text: 'insert into work.effect (task_id, at) values ($1, $2)',
      values: [subjectId, now],
    });
    await postNotice(transaction, {
      kind: 'ACCESS_REQUEST_ANSWERED',
      to: { account: subjectId },
      params: { page: '/requests' },
      at: now,
    });
    await transaction.run({
      text: 'update work.task set is_done = true where id = $1',
      values: [subjectId],
    });
  },
};

/** How many statements one firing runs in its transaction: the note, the effect, the notice, its job, and the task. */
export const STATEMENTS_OF_A_FIRING = 5;
