import { postNotice } from '../../../steps/notify.ts';
import type { Taking } from '../../../steps/take-step.ts';
import type { HeldAgency } from './agency.ts';
import { contactOfficersOf, partnersOf } from './partners.ts';

/** What is told about an agency: the day of it goes under the name that its kind of notice has for it. */
export interface AgencyNews {
  readonly kind:
    | 'AGENCY_NOTICE_GIVEN'
    | 'AGENCY_WITHDRAWN'
    | 'AGENCY_SUSPENDED'
    | 'AGENCY_REVIEW_DUE'
    | 'SIGN_AGAIN';
  readonly day: Readonly<Record<string, string>>;
  readonly to: 'PARTNERS' | 'ITSELF';
}

/** Tells the partners, or the agency's own contact officers, in the transaction of what it tells of. */
export async function tell(
  { id, name }: HeldAgency,
  { kind, day, to }: AgencyNews,
  { transaction, actor }: Taking,
): Promise<void> {
  const find = to === 'PARTNERS' ? partnersOf : contactOfficersOf;
  for (const account of await find(transaction, id, actor.at))
    await postNotice(transaction, {
      kind,
      to: { account },
      params: { agency: { agencyName: name }, ...day, page: '/agencies' },
      at: actor.at,
    });
}

/** The day of an instant in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
