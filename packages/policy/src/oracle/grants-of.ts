import { BY_AGREEMENT } from '../law/by-agreement.ts';
import type { AccessGrantFact, FactTables } from './facts.ts';
import { restsOnBasis } from './live-proceeding.ts';
import type { Principal } from './principal.ts';
import { isOverride } from './running-grant.ts';
import { isLive } from './validity.ts';

/**
 * The principal's grants, each with the persons whom it reaches: one that rests on the family's agreement without those whose
 * part of it does not stand, and without those who keep the principal's agency out; none that is left with nobody. What
 * rests on a basis that was recorded instead of the agreement reaches the former (SHR-3.7.2b).
 */
export function grantsOf(
  { account, agency }: Principal,
  facts: FactTables,
  now: Date,
): readonly AccessGrantFact[] {
  const withheldFrom = ({ episodeId: episode, role }: AccessGrantFact): readonly string[] => {
    const about = facts.proceeding.filter(({ episodeId }) => episodeId === episode);
    const isOnBasis = restsOnBasis(about, role, now);
    return facts.withheldPerson
      .filter(
        ({ episodeId, agencyId, startsAt, endsAt }) =>
          episodeId === episode &&
          (agencyId === null ? !isOnBasis : agencyId === agency?.id) &&
          isLive(startsAt, endsAt, now),
      )
      .map(({ personId }) => personId);
  };
  return facts.accessGrant
    .filter(({ accountId }) => accountId === account.id)
    .flatMap((grant): readonly AccessGrantFact[] => {
      const withheld = withheldFrom(grant);
      if (withheld.length === 0 || isOverride(grant) || !BY_AGREEMENT.includes(grant.role))
        return [grant];
      const concerned = facts.episodePerson
        .filter(({ episodeId }) => episodeId === grant.episodeId)
        .map(({ personId }) => personId);
      const persons = (grant.persons ?? concerned).filter((one) => !withheld.includes(one));
      return persons.length === 0 ? [] : [{ ...grant, persons }];
    });
}
