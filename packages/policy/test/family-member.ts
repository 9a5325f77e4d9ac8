import type { FactTables, OracleRequest } from '../src/index.ts';
import type { Trial } from './asking.ts';
import { asTeacher, county, LONG_AGO } from './small-county.ts';

/** The mother of the child, signed in through a provider that the school vouches for, so that what it lends her shows. */
export const asMother: OracleRequest = {
  ...asTeacher,
  caller: { issuerId: 'development', subject: 'sub-mother', multiFactor: true },
};

/** The small county with the mother in it: verified as the parent, holding parental responsibility for the child on evidence. */
export function mothersFacts(changes: Partial<FactTables> = {}): FactTables {
  const { account, acceptance, roleHolding } = county();
  return county({
    account: [
      ...account,
      {
        id: 'mother',
        issuerId: 'development',
        subject: 'sub-mother',
        agencyId: 'school',
        kind: 'FAMILY',
        state: 'ACTIVE',
      },
    ],
    acceptance: [...acceptance, { accountId: 'mother', version: '2024-10', acceptedAt: LONG_AGO }],
    roleHolding: [
      ...roleHolding,
      { accountId: 'mother', role: 'FAMILY_MEMBER', startsAt: LONG_AGO, endsAt: null },
    ],
    accountPerson: [
      { accountId: 'mother', personId: 'parent', verifiedAt: LONG_AGO, endedAt: null },
    ],
    parentalResponsibility: [
      {
        id: 'responsibility',
        holderId: 'parent',
        childId: 'child',
        evidence: 'BIRTH_CERTIFICATE',
        startsOn: '2014-05-01',
        endsOn: null,
      },
    ],
    ...changes,
  });
}

/** A trial as the mother makes it. */
export function mothers(trial: Trial = {}): Trial {
  return {
    role: 'FAMILY_MEMBER',
    ...trial,
    facts: mothersFacts(trial.facts),
    request: { ...asMother, ...trial.request },
  };
}
