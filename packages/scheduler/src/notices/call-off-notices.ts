import type { Statements } from '../timers/timer-kind.ts';

/** What they tell of holds no longer: those that wait are not sent, and what was secret in them goes at once. */
export async function callOffNotices(
  transaction: Statements,
  notices: readonly string[],
): Promise<void> {
  await transaction.run({
    text: `update scheduler.notice set state = 'GIVEN_UP', last_error_code = 'CALLED_OFF', secrets = null
      where id = any ($1::uuid[]) and state = 'WAITING'`,
    values: [[...notices]],
  });
}
