import type { AgreementsInForce } from '../law/agreement-in-force.ts';
import type { Purpose } from '../rules/purpose.ts';

/** Who asks, what for, and when. */
export interface OracleRequest {
  readonly caller: {
    readonly issuerId: string;
    readonly subject: string;
    readonly multiFactor: boolean;
  };
  readonly purpose: Purpose;
  readonly now: Date;
  /** The agreements of the partnership; without them, Shropshire's as it stands. */
  readonly inForce?: AgreementsInForce;
}
