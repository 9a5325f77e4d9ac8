import type { Day, Statements } from '@postern/scheduler';
import { postNotice } from '@postern/scheduler';
import type { Taking } from '@postern/steps';
import { contactOfficers } from '../../role-holding/store/office-holders.ts';
import type { HeldAgency } from './agency.ts';
import { partnersOf } from './partners.ts';

/** What is told about an agency, with its day: to the partners, or to the agency itself. */
export type AgencyNews =
  | { readonly kind: 'AGENCY_NOTICE_GIVEN'; readonly day: { readonly leaves: Day } }
  | {
      readonly kind: 'AGENCY_WITHDRAWN' | 'AGENCY_SUSPENDED';
      readonly day: { readonly on: Day };
    }
  | { readonly kind: 'AGENCY_REVIEW_DUE' | 'SIGN_AGAIN'; readonly day: { readonly by: Day } };

const TO_ITSELF: readonly AgencyNews['kind'][] = ['AGENCY_REVIEW_DUE', 'SIGN_AGAIN'];

/** Tells whom it concerns, in the transaction of what it tells of. */
export async function tell(
  { id, name }: HeldAgency,
  news: AgencyNews,
  { transaction, actor: { at } }: Taking,
): Promise<void> {
  const told = TO_ITSELF.includes(news.kind)
    ? await contactOfficers(transaction, [id], at)
    : await partnersOf(transaction, id, at);
  for (const account of told) await send(transaction, news, { account, name, at });
}

interface Told {
  readonly account: string;
  readonly name: string;
  readonly at: Date;
}

/** Each kind has a day of its own. */
function send(
  transaction: Statements,
  { kind, day }: AgencyNews,
  { account, name, at }: Told,
): Promise<string> {
  const to = { account };
  const about = { agency: { agencyName: name }, page: '/agencies' } as const;
  switch (kind) {
    case 'AGENCY_NOTICE_GIVEN':
      return postNotice(transaction, { kind, to, params: { ...about, ...day }, at });
    case 'AGENCY_WITHDRAWN':
    case 'AGENCY_SUSPENDED':
      return postNotice(transaction, { kind, to, params: { ...about, ...day }, at });
    default:
      return postNotice(transaction, { kind, to, params: { ...about, ...day }, at });
  }
}
