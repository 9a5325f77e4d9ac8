import type { Way } from './ways.ts';

/**
 * How a justification lives, written down from the agreements and not from the code: sent in, it is live at once where a
 * complete justification is enough, and waits where a person has to say yes first; what is live runs out, is given up or is
 * challenged, and what is challenged stands or is struck.
 */
export type ReferenceState =
  | 'NEEDS_APPROVAL'
  | 'LIVE'
  | 'EXPIRED'
  | 'WITHDRAWN'
  | 'REFUSED'
  | 'CHALLENGED'
  | 'STRUCK';

/** A justification as the reference remembers it. */
export interface Remembered {
  readonly id: string;
  readonly holder: string;
  readonly writer: string;
  readonly item: 'HEALTH' | 'OFFENCE';
  readonly set: string | null;
  readonly until: Date;
  /** Who was named to decide, and who stands in. */
  readonly named: readonly string[];
  state: ReferenceState;
  revision: number;
  /** Who took each step that it went through, in order. */
  readonly steps: { readonly move: string; readonly by: string; readonly at: Date }[];
}

const LEADS: Readonly<
  Record<string, readonly [from: readonly ReferenceState[], to: ReferenceState]>
> = {
  approveJustification: [['NEEDS_APPROVAL'], 'LIVE'],
  refuseJustification: [['NEEDS_APPROVAL'], 'REFUSED'],
  withdrawJustification: [['NEEDS_APPROVAL', 'LIVE'], 'WITHDRAWN'],
  challengeJustification: [['LIVE', 'EXPIRED'], 'CHALLENGED'],
  upholdJustification: [['CHALLENGED'], 'LIVE'],
  strikeJustification: [['CHALLENGED'], 'STRUCK'],
};

/** Every way that there is: by a step, and because its end came. */
export const WAYS: readonly Way[] = [
  ...Object.values(LEADS).flatMap(([states, to]) => states.map((from): Way => [from, to])),
  ['LIVE', 'EXPIRED'],
  ['NEEDS_APPROVAL', 'EXPIRED'],
];

/** Where it stands at a moment; a state that opens something, or may come to, is over at the end. */
export function stands({ state, until }: Remembered, now: Date): ReferenceState {
  const runsOut = state === 'LIVE' || state === 'NEEDS_APPROVAL';
  return runsOut && until.getTime() <= now.getTime() ? 'EXPIRED' : state;
}

/** Where a command leads from where it stands; null where it cannot be done there. */
export function leadsTo(command: string, from: ReferenceState): ReferenceState | null {
  const lead = LEADS[command];
  return lead?.[0].includes(from) === true ? lead[1] : null;
}

/** Whether somebody reads an item now: with one live justification of theirs, whatever became of the others. */
export function opens(
  all: Iterable<Remembered>,
  holder: string,
  item: Remembered['item'],
  now: Date,
): boolean {
  return [...all].some(
    (each) => each.holder === holder && each.item === item && stands(each, now) === 'LIVE',
  );
}
