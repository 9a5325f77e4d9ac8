import type { Purpose } from '../rules/purpose.ts';

/** What an agreement asks of whoever wants to read under it; days are `YYYY-MM-DD` in London. */
export interface AgreementInForce {
  readonly agreement: string;
  /** In force from the first of these days until the day before the second; null is for ever. */
  readonly from: string;
  readonly until: string | null;
  /** What data may be used for under it. */
  readonly purposes: readonly Purpose[];
  /** The version in force; signatures of earlier ones count until `signAgainBy`, or for ever (SHR-0-ver). */
  readonly version: string;
  readonly earlierVersions: readonly string[];
  readonly signAgainBy: string | null;
  /** The version of the user agreement that goes with it (DEV-A3-ua, SOM-8.8). */
  readonly userAgreementVersion: string;
  /** For how many days training that ran out still counts in this partnership; none where absent. */
  readonly trainingGraceDays?: number;
}

/** The agreements of one partnership; a request is let in by one of them. */
export type AgreementsInForce = readonly AgreementInForce[];

const MOST_GRACE_DAYS = 366;

/** For how many days training that ran out still counts: what every agreement of the partnership grants; none where there is none. */
export function trainingGrace(inForce: AgreementsInForce): number {
  if (inForce.length === 0) return 0;
  return Math.min(
    ...inForce.map(({ trainingGraceDays = 0 }) => trainingGraceDays),
    MOST_GRACE_DAYS,
  );
}

/** The purposes that an agreement in force on a day allows. */
export function purposesAgreed(inForce: AgreementsInForce, today: string): readonly Purpose[] {
  const purposes = inForce
    .filter(({ from, until }) => from <= today && (until === null || today < until))
    .flatMap((each) => each.purposes);
  return [...new Set(purposes)].sort();
}
