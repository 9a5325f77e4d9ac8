import type { AgreementState } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import type { Competence } from '../agreement-part.table.ts';

/** One person's part of an agreement, with what is known of them, held until the transaction ends. */
export interface Part extends Held<AgreementState> {
  readonly personId: string;
  readonly agrees: boolean;
  readonly basis: string | null;
  readonly formVersion: string | null;
  readonly competence: Competence | null;
  readonly directlySupported: boolean;
  readonly coSignatureDue: boolean;
  /** `YYYY-MM-DD`. */
  readonly bornOn: string | null;
  readonly isUnborn: boolean;
  /** Whether they gave a word of their own that stands, or somebody gave one for them. */
  readonly ownWord: boolean;
  readonly othersWord: boolean;
  /** Whether they keep an agency out, or a detail from one. */
  readonly excludes: boolean;
}

/** Who somebody is to the agreement: an adult speaks for themselves, a child is spoken for, a young person is asked themselves. */
export type Age = 'CHILD' | 'YOUNG_PERSON' | 'ADULT';

const MAJORITY = 18;

/** Told by the day; whose day of birth nobody knows is asked themselves, as an adult is. */
export function ageOf(
  { bornOn, isUnborn }: Pick<Part, 'bornOn' | 'isUnborn'>,
  { today, ownWordFrom }: { readonly today: string; readonly ownWordFrom: number },
): Age {
  if (isUnborn) return 'CHILD';
  if (bornOn === null || birthday(bornOn, MAJORITY) <= today) return 'ADULT';
  return birthday(bornOn, ownWordFrom) <= today ? 'YOUNG_PERSON' : 'CHILD';
}

/** The day on which somebody turns so old; of 29 February, a text that comes before 1 March and after the day before. */
export function birthday(bornOn: string, years: number): string {
  return `${String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0')}${bornOn.slice(4)}`;
}

/** Whether a young person is asked themselves, and nobody's word stands in for theirs (SHR-3.4.3c). */
export function isToSign({ competence, directlySupported }: Part): boolean {
  return competence !== 'NOT_COMPETENT' && directlySupported;
}

/** Whether somebody speaks for themselves here: an adult does, and a young person who is asked themselves. */
export function speaksFor(
  part: Part,
  on: { readonly today: string; readonly ownWordFrom: number },
): boolean {
  const age = ageOf(part, on);
  return age === 'ADULT' || (age === 'YOUNG_PERSON' && isToSign(part));
}

/** Whether anything that somebody wants withheld follows from their part: they agree, or are asked to. */
export function isInvolved({ agrees, state }: Pick<Part, 'agrees' | 'state'>): boolean {
  return agrees || state === 'OFFERED' || state === 'PARTIAL';
}
