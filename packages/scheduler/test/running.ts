import type { Connection, DatabaseAddress } from '@postern/database';
import { systemClock } from '@postern/database';
import type { LogEntry } from '@postern/edge';
import type { Message, Scheduler, TimerKind } from '../src/index.ts';
import { postNotice, startScheduler } from '../src/index.ts';

export const publicUrl = 'https://postern.example';

export const AT = new Date('2026-06-12T09:00:00Z');

/** Of the notice whose id is the parameter. */
export const isSent = "(select state from scheduler.notice where id = $1) = 'SENT'";

export type Addressee = { readonly account: string } | { readonly address: string };

/** A running scheduler of partners, with what it logs. */
export async function startedOn(
  address: DatabaseAddress,
  send: (message: Message) => Promise<void>,
  timers: readonly TimerKind[] = [],
): Promise<{ scheduler: Scheduler; entries: LogEntry[] }> {
  const entries: LogEntry[] = [];
  const scheduler = await startScheduler({
    address,
    service: 'partners',
    timers,
    clock: systemClock,
    notices: { sender: { send }, publicUrl },
    log: (entry) => entries.push(entry),
  });
  return { scheduler, entries };
}

/** Posts a notice and answers its id. */
export function postTo(partners: Connection, to: Addressee): Promise<string> {
  return partners.transaction((transaction) =>
    postNotice(transaction, {
      kind: 'GRANT_ENDING',
      to,
      params: { on: '2026-06-30', page: '/grants' },
      at: AT,
    }),
  );
}
