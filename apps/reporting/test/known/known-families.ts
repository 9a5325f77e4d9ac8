/** A family of the known county: what happened to it follows from its number, so that a test can count without the database. */
export interface KnownFamily {
  readonly n: number;
  readonly family: string;
  readonly episode: string;
  readonly child: string;
  readonly agency: string;
}

/** What is true of the family of a number. */
export const TRUE_OF = {
  inNorth: (n: number) => n < 30,
  /** Closed on 20 March 2026, seventy days after it opened on 9 January. */
  isClosed: (n: number) => n % 2 === 0,
  isSteppedUp: (n: number) => n % 4 === 2,
  isFromSocialCare: (n: number) => n % 3 === 0,
  /** Assessed on 1 February, 30 days after the contact of 2 January, or on 5 March, 62 days after it. */
  isAssessedInTime: (n: number) => n < 40,
  isPlanned: (n: number) => n < 48,
  isReviewed: (n: number) => n < 28,
  isLed: (n: number) => n < 40,
  hasAgreed: (n: number) => n < 48,
  excludes: (n: number) => n < 16,
  hasWithdrawn: (n: number) => n >= 20 && n < 32,
  hadClosedBefore: (n: number) => n % 4 === 0,
  hasThreeNeeds: (n: number) => n % 2 === 0,
  isDisabled: (n: number) => n < 22,
  isAsian: (n: number) => n >= 40,
  isInGroup: (n: number) => n % 2 === 1,
} as const;

export const FAMILIES = 60;

/** How many families of the known county something is true of. */
export function trueOf(...facts: readonly ((n: number) => boolean)[]): number {
  return Array.from({ length: FAMILIES }, (_, n) => n).filter((n) => facts.every((fact) => fact(n)))
    .length;
}
