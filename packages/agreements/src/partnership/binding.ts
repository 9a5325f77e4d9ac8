import type { AgreementInForce, Purpose } from '@postern/policy';
import { AGREEMENTS } from '../agreements.ts';
import { OWN_FIGURES } from './own-figures.ts';
import type { Partnership } from './partnership.ts';

/** The agreements by which agencies are let in: those that are signed. A notice lets nobody in. */
export function bindingAgreements({
  agreements,
  timers,
}: Partnership): readonly AgreementInForce[] {
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
        trainingGraceDays: timers['TRAINING_GRACE'] ?? OWN_FIGURES.TRAINING_GRACE.value,
      },
    ];
  });
}
