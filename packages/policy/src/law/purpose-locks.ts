import type { Purpose } from '../rules/purpose.ts';

/** What may be done with an entry that came under a law which fixes its purpose, and who may receive it. */
export interface PurposeLock {
  readonly purposes: readonly Purpose[];
  /** Agency kinds that may receive it; null where the kind does not matter. */
  readonly agencyKinds: readonly string[] | null;
  /** Whether the receiving agency has to be published as a specified person of the Digital Economy Act. */
  readonly deaListed: boolean;
  readonly clause: string;
}

/** The purposes that an entry may be locked to when it is taken in. */
export const PURPOSE_LOCKS = {
  /** Digital Economy Act 2017 section 35, multiple disadvantages, monitored and evaluated: between listed partners, that purpose only. */
  DEA2017_S35: {
    purposes: [
      'UNDERSTAND_NEEDS',
      'CHOOSE_SUPPORT',
      'COORDINATE_SUPPORT',
      'TRACK_OUTCOMES',
      'MATCH_DATA',
      'EVALUATION',
    ],
    agencyKinds: null,
    deaListed: true,
    clause: 'SHR-3.5L-h',
  },
  /** Welfare Reform Act 2012 section 131: find and help programme households, the council alone. */
  WRA2012_S131: {
    purposes: ['UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT', 'MATCH_DATA'],
    agencyKinds: ['COUNCIL'],
    deaListed: false,
    clause: 'DEV-A1-131',
  },
  /** Gathered for a learning review; nothing leaves it but a safeguarding concern. */
  LEARNING_REVIEW: {
    purposes: ['REVIEW'],
    agencyKinds: null,
    deaListed: false,
    clause: 'SOM-5.2',
  },
} as const satisfies Readonly<Record<string, PurposeLock>>;
