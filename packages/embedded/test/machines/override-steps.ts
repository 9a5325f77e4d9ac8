import fc from 'fast-check';
import type { Holder, Name } from './override-life.ts';
import { HOLDERS, PERSONS } from './override-life.ts';

const somebody = fc.constantFrom<Name>('callum', 'ottilie', 'dorothea', 'prue', 'tom');
const holder = fc.constantFrom<Holder>(...HOLDERS);
const which = fc.nat({ max: 3 });
const stale = fc.constantFrom(0, 0, 0, 0, 1);

/** Somebody reaches for the family. */
export interface Taking {
  readonly kind: 'TAKE';
  readonly who: Holder;
  readonly person: number;
  readonly hours: number | null;
  readonly health: boolean;
  /** Whether it is somebody whom the records know. */
  readonly known: boolean;
}

/** Something is done about an override; `anybody` where it is not whoever may. */
export interface OfOne {
  readonly anybody: Name | null;
  readonly which: number;
  readonly stale: number;
  readonly yes: boolean;
}

/** One step of a walk. */
export type Step =
  | Taking
  | ({ readonly kind: 'EXPLAIN' | 'REVIEW' | 'END' } & OfOne)
  | { readonly kind: 'RELATE'; readonly who: Holder }
  | { readonly kind: 'TIME'; readonly hours: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('TAKE' as const),
      who: holder,
      person: fc.nat({ max: PERSONS.length - 1 }),
      hours: fc.constantFrom(null, null, 1, 24, 72, 73),
      health: fc.boolean(),
      known: fc.constantFrom(true, true, true, true, false),
    }),
  },
  ...(['EXPLAIN', 'REVIEW', 'END'] as const).map((kind) => ({
    weight: kind === 'EXPLAIN' ? 10 : 3,
    arbitrary: fc.record({
      kind: fc.constant(kind),
      anybody: fc.option(somebody, { freq: 3 }),
      which,
      stale,
      yes: fc.boolean(),
    }),
  })),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('RELATE' as const), who: holder }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      hours: fc.constantFrom(1, 5, 20, 23, 24, 30, 75),
    }),
  },
);

/** Why a step is refused, the first reason first; null where it is taken. */
export function refusal(
  { stale }: OfOne,
  { notTheirs, possible }: { readonly notTheirs: string | null; readonly possible: boolean },
): string | null {
  return (
    notTheirs ?? (stale === 1 ? 'REVISION_PASSED' : null) ?? (possible ? null : 'STEP_NOT_POSSIBLE')
  );
}
