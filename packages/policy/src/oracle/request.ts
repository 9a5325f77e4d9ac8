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
}
