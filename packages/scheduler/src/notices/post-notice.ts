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
  const account = 'account' in to ? to.account : null;
  const kept = keptParams(kind, params);
  await transaction.run({
    text: `insert into scheduler.notice (id, kind, to_account, to_address, params, secrets, created_at)
      values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7)`,
    values: [id, kind, account, address, kept.params, kept.secrets, at],
  });
  await transaction.run(job);
  return id;
}

/** As the row has them: what is a secret apart from all else, and null where nothing is. */
interface Kept {
  readonly params: string;
  readonly secrets: string | null;
}

/** Those of the kind and no others, whatever else the object holds. */
function keptParams<Kind extends NoticeKind>(kind: Kind, params: NoticeParams<Kind>): Kept {
  if (!isNoticeKind(kind)) throw invalid('kind');
  const given: Readonly<Record<string, unknown>> = params;
  const kept = Object.entries<ParameterKind>(NOTICE_KINDS[kind]).map(([name, parameter]) => {
    const { kept: keep, isSecret = false } = PARAMETERS[parameter] as {
      isSecret?: boolean;
      kept(value: unknown): string | number;
    };
    if (given[name] === undefined || given[name] === null) throw invalid(name);
    return { name, value: keep(given[name]), isSecret };
  });
  const { open = [], secret } = Object.groupBy(kept, ({ isSecret }) =>
    isSecret ? 'secret' : 'open',
  );
  return { params: written(open), secrets: secret === undefined ? null : written(secret) };
}

function written(
  parts: readonly { readonly name: string; readonly value: string | number }[],
): string {
  return JSON.stringify(Object.fromEntries(parts.map(({ name, value }) => [name, value])));
}

function invalid(parameter: string): Fault {
  return new Fault('NOTICE_INVALID', { logged: { parameter } });
}
