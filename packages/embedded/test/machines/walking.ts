import type { Connection } from '@postern/database';
import fc from 'fast-check';
import { expect } from 'vitest';

/** Steps of a random walk and races of two: enough for the suite, more for the long run, whose seed is given. */
export const STEPS = Number(process.env['POSTERN_STEPS'] ?? 500);
export const RACES = Number(process.env['POSTERN_RACES'] ?? 100);
const SEED = process.env['POSTERN_SEED'];
/** For what draws its steps otherwise than {@link walk}. */
export const SEEDED = SEED === undefined ? {} : { seed: Number(SEED) };

/** How far a walk goes: so many steps, and on until it has met what it is there to meet. */
export interface Extent {
  readonly count?: number;
  readonly until?: () => boolean;
}

/** A walk that has not met everything after so many times its steps ends, and whoever expects it all is told what is left. */
const AT_MOST = 4;

/** Takes random steps, one after another; a failure tells the seed that brings the same walk again. */
export async function walk<Step>(
  steps: fc.Arbitrary<Step>,
  take: (step: Step, at: number) => Promise<void>,
  { count = STEPS, until = () => true }: Extent = {},
): Promise<void> {
  const length = count * AT_MOST;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: length, maxLength: length }), async (all) => {
      for (const [at, step] of all.entries()) {
        if (at >= count && until()) return;
        await take(step, at);
      }
    }),
    { numRuns: 1, endOnFailure: true, ...SEEDED },
  );
}

/** A step as it stands on the record. */
export interface Recorded {
  readonly machine: string;
  readonly move: string;
  readonly before: string | null;
  readonly after: string;
  readonly actor: string | null;
  readonly agency: string | null;
  readonly onBehalfOf: string;
  readonly at: string;
  readonly reason: string;
}

/** Every step on the record of what took it, the first first. */
export function recordedOf(owner: Connection, subject: string): Promise<readonly Recorded[]> {
  return owner.run<Recorded>({
    text: `SELECT machine, move, before, after, actor_id AS actor, actor_agency_id AS agency, on_behalf_of AS "onBehalfOf",
        to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, reason
      FROM partners.access_event WHERE subject_id = $1 ORDER BY position`,
    values: [subject],
  });
}

/** Each step has a reason and follows from the one before. */
export function expectChain(steps: readonly Recorded[]): void {
  for (const [at, step] of steps.entries()) {
    expect(step.reason).toMatch(/\S/);
    expect(step.before).toBe(steps[at - 1]?.after ?? null);
  }
}

/** The last step of a machine, as it stands on the record: whose it was, for whom, when and why; and how many there are. */
export async function expectStep(
  owner: Connection,
  of: {
    readonly subject: string;
    readonly steps: number;
    /** Null where the service took it because a time came. */
    readonly who: { readonly id: string; readonly agency: { readonly id: string } } | null;
  },
  expected: Partial<Recorded>,
): Promise<void> {
  const recorded = await recordedOf(owner, of.subject);
  expect(recorded).toHaveLength(of.steps);
  // Access nears its end by itself, so its states follow from each other with that between.
  for (const machine of new Set(recorded.map((each) => each.machine)))
    if (machine !== 'GRANT') expectChain(recorded.filter((each) => each.machine === machine));
  const last = recorded.findLast(({ machine }) => machine === expected.machine);
  expect(last?.reason).toMatch(/\S/);
  expect(last).toMatchObject({
    actor: of.who?.id ?? null,
    agency: of.who?.agency.id ?? null,
    onBehalfOf: of.who === null ? 'SERVICE' : 'SELF',
    ...expected,
  });
}

/** A walk takes every way there is. */
export function expectWays(taken: ReadonlySet<string>, all: readonly string[]): void {
  expect(
    [...new Set(all)].filter((way) => !taken.has(way)),
    'not taken',
  ).toEqual([]);
}
