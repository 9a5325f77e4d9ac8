const KIND = /^[A-Z][A-Z_]{0,63}$/;

/**
 * The condition that a timer was not fired, for a kind's own statement.
 * @param subject and dueAt are expressions of that statement, never values
 */
export function unfired(
  kind: string,
  { subject, dueAt }: { subject: string; dueAt: string },
): string {
  if (!KIND.test(kind)) throw new TypeError('a kind of timer is named in capitals');
  // A moment leaves the database to the millisecond, so that is how it was written when it was fired.
  return (
    `NOT EXISTS (SELECT FROM scheduler.timer_firing fired WHERE fired.kind = '${kind}'` +
    ` AND fired.subject_id = ${subject} AND fired.due_at = date_trunc('milliseconds', ${dueAt}))`
  );
}
