import { randomUUID } from 'node:crypto';
import { Fault } from '@postern/errors';
import { isAddress } from '../sending/mail.ts';
import type { Statements } from '../timers/timer-kind.ts';
import { noticeJob } from './notice-job.ts';
import type { NoticeKind, NoticeParams } from './notice-kinds.ts';
import { NOTICE_KINDS } from './notice-kinds.ts';
import type { ParameterKind } from './parameters.ts';
import { PARAMETERS } from './parameters.ts';
import { isNoticeKind } from './render-notice.ts';

/** Whom a notice is for: an account, whose address is looked up when it is sent, or an address without one yet. */
export type Addressee = { readonly account: string } | { readonly address: string };

/** A notice to be sent. */
export interface PostedNotice<Kind extends NoticeKind> {
  readonly kind: Kind;
  readonly to: Addressee;
  readonly params: NoticeParams<Kind>;
  readonly at: Date;
}

/**
 * Puts a notice into the outbox, in the transaction of what it tells of: it is sent if that is committed, and not
 * otherwise. Answers its id. @throws Fault NOTICE_INVALID
 */
export async function postNotice<Kind extends NoticeKind>(
  transaction: Statements,
  { kind, to, params, at }: PostedNotice<Kind>,
): Promise<string> {
  const id = randomUUID();
  const job = noticeJob(id);
  const address = 'address' in to ? to.address : null;
  if (address !== null && !isAddress(address)) throw invalid('address');
  await transaction.run({
    text: `insert into scheduler.notice (id, kind, to_account, to_address, params, created_at)
      values ($1, $2, $3, $4, $5::jsonb, $6)`,
    values: [id, kind, 'account' in to ? to.account : null, address, keptParams(kind, params), at],
  });
  await transaction.run(job);
  return id;
}

/** Those of the kind and no others, whatever else the object holds. */
function keptParams<Kind extends NoticeKind>(kind: Kind, params: NoticeParams<Kind>): string {
  if (!isNoticeKind(kind)) throw invalid('kind');
  const given: Readonly<Record<string, unknown>> = params;
  const kept = Object.entries<ParameterKind>(NOTICE_KINDS[kind]).map(([name, parameter]) => {
    const { kept: keep } = PARAMETERS[parameter] as { kept(value: unknown): string | number };
    if (given[name] === undefined || given[name] === null) throw invalid(name);
    return [name, keep(given[name])] as const;
  });
  return JSON.stringify(Object.fromEntries(kept));
}

function invalid(parameter: string): Fault {
  return new Fault('NOTICE_INVALID', { logged: { parameter } });
}
