import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { EVERYBODY } from './justification-rights.ts';
import type { Item } from './justifying.ts';

const { gideon, dorothea } = cast.practitioners;

/** What is done with one that was sent in. */
export const COMMANDS = [
  'approveJustification',
  'refuseJustification',
  'withdrawJustification',
  'challengeJustification',
  'upholdJustification',
  'strikeJustification',
] as const;

/** One step of the walk. */
export const step = fc.record({
  who: fc.constantFrom(...EVERYBODY, dorothea, dorothea, gideon),
  /** Whether what it is about is chosen so that the step can be taken of it. */
  aimed: fc.boolean(),
  pick: fc.nat(9),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('justify' as const) },
    { weight: 1, arbitrary: fc.constant('renewJustification' as const) },
    { weight: 2, arbitrary: fc.constant('later' as const) },
    {
      weight: 9,
      arbitrary: fc.constantFrom(...COMMANDS),
    },
  ),
  item: fc.constantFrom<Item>('HEALTH', 'OFFENCE'),
  days: fc.integer({ min: 1, max: 100 }),
  together: fc.boolean(),
  stale: fc.nat(15).map((n) => n === 0),
});
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
