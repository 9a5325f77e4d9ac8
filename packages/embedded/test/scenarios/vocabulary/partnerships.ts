import type { AgreementId, Partnership } from '@postern/agreements';
import { AGREEMENTS, DEFAULT_PARTNERSHIP, heldVersion } from '@postern/agreements';
import { daysFromNow } from './county-words.ts';
import type { Facts } from './facts.ts';

/** A partnership in which these agreements are in force from the day of their version, with Shropshire's choices. */
export function partnershipOf(...ids: readonly AgreementId[]): Partnership {
  return {
    ...DEFAULT_PARTNERSHIP,
    agreements: ids.map((agreement) => {
      const { version, from } = heldVersion(AGREEMENTS[agreement]);
      return { agreement, version, from, until: null, signAgainBy: null };
    }),
  };
}

/** An agency signs the version of an agreement that is held, in force from now on. */
export function signs(
  given: Facts,
  agency: { readonly id: string },
  agreement: AgreementId,
): Promise<void> {
  return given.added('access.agency_signature', {
    id: `00000000-0000-4000-8000-0${agency.id.slice(-11)}`,
    agency_id: agency.id,
    agreement,
    version: heldVersion(AGREEMENTS[agreement]).version,
    signatory_name: 'Zephyrine Quill-Marsh',
    signatory_title: 'Director',
    signed_on: daysFromNow(0).slice(0, 10),
    effective_from: daysFromNow(0),
    ends_at: null,
  });
}

/** Somebody accepts the user agreement that goes with an agreement, instead of the one accepted before. */
export function accepts(
  given: Facts,
  who: { readonly id: string },
  agreement: AgreementId,
): Promise<void> {
  return given.changed(
    'access.acceptance',
    { account_id: who.id },
    { version: AGREEMENTS[agreement].userAgreement?.version },
  );
}

/** Somebody's agency signs, and they accept what goes with it. */
export async function joins(
  given: Facts,
  who: { readonly id: string; readonly agency: { readonly id: string } },
  agreement: AgreementId,
): Promise<void> {
  await signs(given, who.agency, agreement);
  await accepts(given, who, agreement);
}
