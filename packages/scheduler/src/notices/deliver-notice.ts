import type { Clock, Connection } from '@postern/database';
import type { Log } from '@postern/edge';
import { faultEntry } from '@postern/edge';
import { Fault, isFault } from '@postern/errors';
import type { Sender } from '../sending/sender.ts';
import { NotSent } from '../sending/sender.ts';
import { momentOf } from '../timers/moment.ts';
import { renderNotice } from './render-notice.ts';

/** With the library's pauses, from seconds to six hours, about two days. */
export const MOST_ATTEMPTS = 18;

/** What notices are delivered with. */
export interface Delivery {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly sender: Sender;
  /** Where people open Postern, without a slash at its end. */
  readonly publicUrl: string;
  readonly log: Log;
}

interface Taken {
  readonly kind: string;
  readonly params: unknown;
  readonly secrets: unknown;
  readonly attempts: number;
  readonly address: string | null;
  /** Whether whoever it is for works here no longer, so that the mailbox may be somebody else's, or has died. */
  readonly hasLeft: boolean;
}

/**
 * Sends a notice that waits and writes down how that went. A process that ends between the two sends it once more,
 * under the same message id. @throws Fault NOTICE_NOT_SENT where it is to be tried again
 */
export async function deliverNotice(id: string, delivery: Delivery): Promise<void> {
  const taken = await take(id, delivery.connection);
  if (taken === null) return;
  if (taken.hasLeft) return settle(id, delivery, 'GIVEN_UP', 'ADDRESSEE_LEFT');
  const failure = await attempt(id, taken, delivery);
  if (failure === null) return settle(id, delivery, 'SENT', null);
  const logged = { notice: id, reason: failure.code, attempt: taken.attempts };
  if (failure.isFinal || taken.attempts >= MOST_ATTEMPTS) {
    await settle(id, delivery, 'GIVEN_UP', failure.code);
    delivery.log({ event: 'ALARM', code: 'NOTICE_GIVEN_UP', facts: logged });
    return;
  }
  await settle(id, delivery, 'WAITING', failure.code);
  const fault = new Fault('NOTICE_NOT_SENT', { logged, cause: failure });
  delivery.log(faultEntry(fault));
  throw fault;
}

/** Counts the attempt before it is made, so that one that ends its process is counted, too. */
async function take(id: string, connection: Connection): Promise<Taken | null> {
  const [row] = await connection.run<Taken>({
    text: `update scheduler.notice set attempts = attempts + 1 where id = $1 and state = 'WAITING'
      returning kind, params, secrets, attempts,
        coalesce(to_address, (select email from partners.practitioner where id = to_account)) as address,
        exists (select from partners.practitioner where id = to_account and left_at is not null)
          or exists (select from access.account_person whose join access.deceased_person died on died.person_id = whose.person_id
            where whose.account_id = to_account) as "hasLeft"`,
    values: [id],
  });
  return row ?? null;
}

async function attempt(
  id: string,
  { address, kind, params, secrets }: Taken,
  { sender, publicUrl }: Delivery,
): Promise<NotSent | null> {
  try {
    if (address === null) throw new NotSent('ADDRESS_UNKNOWN', { isFinal: true });
    await sender.send({
      id,
      to: address,
      ...renderNotice({ kind, params: { ...Object(params), ...Object(secrets) } }, publicUrl),
    });
    return null;
  } catch (error) {
    if (error instanceof NotSent) return error;
    const isInvalid = isFault(error) && error.code === 'NOTICE_INVALID';
    return new NotSent(isInvalid ? error.code : 'INTERNAL', { isFinal: isInvalid, cause: error });
  }
}

async function settle(
  id: string,
  { connection, clock }: Delivery,
  state: 'SENT' | 'GIVEN_UP' | 'WAITING',
  code: string | null,
): Promise<void> {
  const sentAt = state === 'SENT' ? await momentOf(clock, connection) : null;
  await connection.run({
    text: `update scheduler.notice set state = $2, sent_at = $3, last_error_code = $4,
        secrets = case when $2 = 'WAITING' then secrets end where id = $1 and state = 'WAITING'`,
    values: [id, state, sentAt, code],
  });
}
