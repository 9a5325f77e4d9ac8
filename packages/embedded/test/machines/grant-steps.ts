import fc from 'fast-check';

/** Whoever gives and ends access, or would like to. */
export type Actor = 'prue' | 'gideon' | 'tom' | 'grace' | 'joel';

const actor = fc.constantFrom<Actor>('prue', 'gideon', 'tom', 'prue', 'gideon', 'grace', 'joel');
const which = fc.nat({ max: 5 });
const holder = fc.nat({ max: 2 });
const stale = fc.constantFrom(0, 0, 0, 0, 1);
const days = fc.constantFrom(-1, 1, 13, 14, 15, 60, 170, 200);
const stepOf = fc.constantFrom(
  ...(['extendGrant', 'confirmGrant', 'suspendGrant', 'resumeGrant', 'revokeGrant'] as const),
);
/** One step of the walk. */
export type Step =
  | { kind: 'GRANT'; actor: Actor; holder: number; days: number }
  | { kind: 'STEP'; actor: Actor; command: string; which: number; stale: number; days: number }
  | { kind: 'END'; holder: number; which: number }
  | { kind: 'TIME'; days: number }
  | { kind: 'EXCLUDE'; holder: number }
  | { kind: 'CLOSE' };
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('GRANT' as const), actor, holder, days }) },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('STEP' as const),
      actor,
      command: stepOf,
      which,
      stale,
      days,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('END' as const), holder, which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      days: fc.constantFrom(0, 1, 7, 30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('EXCLUDE' as const), holder }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('CLOSE' as const) }) },
);
