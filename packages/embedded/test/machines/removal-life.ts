import { cast } from '@postern/sample-county';
import fc from 'fast-check';

const { prue, gideon, tom, niamh, marcus, grace, sian, caspar, rhona } = cast.practitioners;

/** The host, who may both; the lead, who may take away; and others. */
export const PEOPLE = { prue, gideon, tom, grace, rhona } as const;
export type Name = keyof typeof PEOPLE;
export const PURPOSES = {
  prue: 'ADMINISTRATION',
  gideon: 'ADMINISTRATION',
  tom: 'COORDINATE_SUPPORT',
  grace: 'COORDINATE_SUPPORT',
  rhona: 'COORDINATE_SUPPORT',
} as const;

/** Who works with the family, or did: two of one agency, one whose agency has a contact officer. */
export const WORKERS = [niamh, marcus, grace, sian] as const;
export type Worker = (typeof WORKERS)[number];
export const CONTACT_OFFICERS: Readonly<Record<string, string>> = { [grace.agency.id]: caspar.id };

const HOUR = 3_600_000;

/** The duty to tell that somebody was removed, as the domain has it. */
export interface RemovalModel {
  readonly id: string;
  state: string;
  revision: number;
  steps: number;
  readonly dueAt: number;
  readonly agency: string;
  /** The one worker; null where it is the whole agency. */
  readonly worker: Worker | null;
}

/** What the reference knows: who has access, whom the family keeps out, and what is still to be told. */
export interface World {
  readonly access: Set<Worker>;
  readonly excluded: Set<string>;
  readonly removals: RemovalModel[];
  /** Whether the host’s `prue` declared a relationship with the family. */
  related: boolean;
}

/** A duty of 48 hours where anybody lost access; otherwise there is nobody to tell. */
export function begun(
  { id, agency, worker }: Pick<RemovalModel, 'id' | 'agency' | 'worker'>,
  held: boolean,
  now: number,
): RemovalModel {
  const of = { id, agency, worker, dueAt: now + 48 * HOUR };
  return held
    ? { ...of, state: 'TO_TELL', revision: 1, steps: 1 }
    : { ...of, state: 'TOLD', revision: 2, steps: 2 };
}

/** The removals of a worker, or of their whole agency, that hold. */
export function standing(
  { removals }: World,
  who: Worker,
  whole: boolean,
): readonly RemovalModel[] {
  return removals.filter(
    ({ state, agency, worker }) =>
      state !== 'ENDED' && (whole ? worker === null && agency === who.agency.id : worker === who),
  );
}

/** Whether the family wants neither the worker nor their agency. */
export function isOut(world: World, who: Worker): boolean {
  return world.excluded.has(who.agency.id) || standing(world, who, false).length > 0;
}

export function reads({ access, excluded }: World, who: Worker): boolean {
  return access.has(who) && !excluded.has(who.agency.id);
}

/** Who is kept from removing, and from telling that it was told; null for whoever may. */
export function refusalToRemove({ related, access }: World, who: Name): string | null {
  if (who === 'prue') return related ? 'RECORD_UNKNOWN' : null;
  if (who === 'gideon' || who === 'tom') return null;
  return who === 'grace' && access.has(grace) ? 'NOT_A_GRANTOR' : 'RECORD_UNKNOWN';
}
export function refusalToTell({ related }: World, who: Name): string | null {
  if (who === 'gideon') return null;
  if (who === 'prue') return related ? 'RECORD_UNKNOWN' : null;
  return 'ROLE_NOT_PERMITTED';
}

/** Every way there is. */
export const WAYS: readonly string[] = [
  ...['TO_TELL', 'TOLD'].map((state) => `begun ${state}`),
  ...['TO_TELL OVERDUE', 'TO_TELL TOLD', 'OVERDUE TOLD', 'TOLD ENDED'],
];

const worker = fc.nat({ max: WORKERS.length - 1 });
const somebody = fc.constantFrom<Name>('prue', 'gideon', 'tom', 'prue', 'gideon', 'grace', 'rhona');

/** One step of a walk. */
export type Step =
  | { readonly kind: 'GRANT'; readonly worker: number }
  | {
      readonly kind: 'REMOVE';
      readonly who: Name;
      readonly worker: number;
      readonly whole: boolean;
      readonly named: 'ONE' | 'ONE_AND_AGENCY' | 'NOBODY' | 'NO_SUCH';
    }
  | { readonly kind: 'TELL'; readonly who: Name; readonly which: number; readonly stale: number }
  | {
      readonly kind: 'LIFT';
      readonly who: Name;
      readonly worker: number;
      readonly whole: boolean;
    }
  | { readonly kind: 'RELATE' }
  | { readonly kind: 'TIME'; readonly hours: number };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({ kind: fc.constant('GRANT' as const), worker }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('REMOVE' as const),
      who: somebody,
      worker,
      whole: fc.boolean(),
      named: fc.constantFrom(
        ...(['ONE', 'ONE', 'ONE', 'ONE', 'ONE', 'ONE_AND_AGENCY', 'NOBODY', 'NO_SUCH'] as const),
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('TELL' as const),
      who: somebody,
      which: fc.nat({ max: 3 }),
      stale: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('LIFT' as const),
      who: somebody,
      worker,
      whole: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'RELATE' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('TIME' as const),
      hours: fc.constantFrom(0.01, 1, 24, 47, 48, 60),
    }),
  },
);
