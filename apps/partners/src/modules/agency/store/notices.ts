import type { Day } from '@postern/scheduler';
import { postNotice } from '@postern/scheduler';
import type { Taking } from '../../../steps/take-step.ts';
import type { HeldAgency } from './agency.ts';
import { contactOfficersOf, partnersOf } from './partners.ts';

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
  { kind, day }: AgencyNews,
  { transaction, actor }: Taking,
): Promise<void> {
  const find = TO_ITSELF.includes(kind) ? contactOfficersOf : partnersOf;
  for (const account of await find(transaction, id, actor.at))
    await postNotice(transaction, {
      kind,
      to: { account },
      // Each kind was given its own day above.
      params: { agency: { agencyName: name }, ...day, page: '/agencies' } as never,
      at: actor.at,
    });
}

/** The day of an instant in UTC, by which facts are valid. */
export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
