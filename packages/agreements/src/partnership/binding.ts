import type { Purpose } from '@postern/policy';
import { AGREEMENTS } from '../agreements.ts';
import type { Partnership } from './partnership.ts';

/** What an agreement of a partnership asks of whoever wants to read under it; days are `YYYY-MM-DD`, `until` not included. */
export interface BindingAgreement {
  readonly agreement: string;
  readonly from: string;
  readonly until: string | null;
  readonly purposes: readonly Purpose[];
  /** The version that is in force, and the earlier ones, whose signatures count until `signAgainBy`. */
  readonly version: string;
  readonly earlierVersions: readonly string[];
  readonly signAgainBy: string | null;
  readonly userAgreementVersion: string;
}

/** The agreements by which agencies are let in: those that are signed. A notice lets nobody in. */
export function bindingAgreements({ agreements }: Partnership): readonly BindingAgreement[] {
  return agreements.flatMap(({ agreement: id, version, from, until, signAgainBy }) => {
    const { kind, purposes, versions, userAgreement } = AGREEMENTS[id];
    if (kind === 'NOTICE' || userAgreement === null) return [];
    const at = versions.findIndex((each) => each.version === version);
    return [
      {
        agreement: id,
        from,
        until,
        purposes: Object.keys(purposes) as Purpose[],
        version,
        earlierVersions: versions.slice(0, Math.max(at, 0)).map((each) => each.version),
        signAgainBy,
        userAgreementVersion: userAgreement.version,
      },
    ];
  });
}
