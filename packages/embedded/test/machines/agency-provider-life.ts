import { cast } from '@postern/sample-county';
import type { Way } from './ways.ts';

const { adaline, barnaby, dorothea, prue, caspar, grace } = cast.practitioners;
const { fernhollow, lantern } = cast.agencies;

/** Two administrators of one agency, the data protection officer of another, and some who decide nothing of this. */
export const PEOPLE = [adaline, barnaby, dorothea, prue, caspar, grace] as const;
export type Who = (typeof PEOPLE)[number];
export const DECIDERS: readonly Who[] = [adaline, barnaby, dorothea];
const PROPOSERS: readonly Who[] = [adaline, barnaby];

/** Everybody of the county signs in with the first; nobody with the second, which the operator registered. */
export const PROVIDERS = ['development', 'elsewhere'] as const;
/** Where the host team works, where the administrators and the officer do, and two others. */
export const AGENCIES: readonly string[] = [
  ...[prue.agency.id, adaline.agency.id, dorothea.agency.id],
  ...[fernhollow.id, lantern.id],
];
const KEPT: readonly string[] = [prue.agency.id, adaline.agency.id];

export const MOVES = ['propose', 'confirm', 'end'] as const;
export type Move = (typeof MOVES)[number];

/** What may follow what; nothing of it is read from the code. */
const LIFE: Readonly<Record<Move, Readonly<Record<string, string>>>> = {
  propose: { NONE: 'PROPOSED', ENDED: 'PROPOSED' },
  confirm: { PROPOSED: 'SPEAKING' },
  end: { PROPOSED: 'ENDED', SPEAKING: 'ENDED' },
};
export const WAYS: readonly Way[] = Object.values(LIFE).flatMap((moves) => Object.entries(moves));

/** A provider with an agency, as the reference remembers it. */
export interface Known {
  readonly agency: string;
  readonly provider: string;
  link: string;
  state: string;
  revision: number;
  steps: number;
  proposedBy: string | null;
}

/** One try of somebody. */
export interface Trial {
  readonly who: Who;
  readonly move: Move;
  readonly isStale: boolean;
  readonly evenIfLast: boolean;
}

export function leadsTo({ state }: Known, move: Move): string | undefined {
  return LIFE[move][state];
}

/** Whether somebody of an agency is let in: everybody signs in with the same provider. */
export function isLetIn(all: readonly Known[], agency: string): boolean {
  return all.some(
    (each) =>
      each.agency === agency && each.provider === 'development' && each.state === 'SPEAKING',
  );
}

/** The code by which a try is refused; null where it is done. */
export function refused(all: readonly Known[], known: Known, trial: Trial): string | null {
  const { who, move, isStale, evenIfLast } = trial;
  if (!isLetIn(all, who.agency.id)) return 'ISSUER_NOT_FOR_AGENCY';
  const may = move === 'propose' ? PROPOSERS : DECIDERS;
  if (!may.includes(who)) return who === grace ? 'PURPOSE_NOT_PERMITTED' : 'ROLE_NOT_PERMITTED';
  // Of what was never proposed there is nothing to decide.
  if (move !== 'propose' && known.state === 'NONE') return 'RECORD_UNKNOWN';
  if (move !== 'propose' && isStale) return 'REVISION_PASSED';
  if (leadsTo(known, move) === undefined) return 'STEP_NOT_POSSIBLE';
  if (move === 'confirm') {
    if (who.id === known.proposedBy) return 'SECOND_PERSON';
    return who.agency.id === known.agency ? 'SECOND_AGENCY' : null;
  }
  if (move === 'propose' || known.state === 'PROPOSED') return null;
  if (known.provider === 'development' && KEPT.includes(known.agency)) return 'HOST_LOCKED_OUT';
  const isLast = !all.some(
    (each) => each !== known && each.agency === known.agency && each.state === 'SPEAKING',
  );
  return isLast && !evenIfLast ? 'LAST_PROVIDER' : null;
}
