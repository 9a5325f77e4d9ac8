import type {
  AccessGrantFact,
  ConflictOfInterestFact,
  ExclusionFact,
  FactTables,
  FamilyAgreementFact,
} from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  AFTER,
  asTeacher,
  BEFORE,
  CHILD,
  CLINIC,
  COLLEAGUE,
  county,
  EPISODE_A,
  EPISODE_B,
  FAMILY_F,
  FAMILY_G,
  grantOnA,
  LONG_AGO,
  NOW,
  PARENT,
  SCHOOL,
  TEACHER,
} from './county.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';

interface Reached {
  readonly episode_id: string;
  readonly roles: readonly string[];
  readonly open: boolean;
  readonly stepped_up: boolean;
  readonly under_screening: boolean;
  readonly agreement_in_force: boolean;
  readonly conflict_declared: boolean;
  readonly agency_excluded: boolean;
}

const connection = accessDatabase();
beforeAll(() => storePolicyVersion(connection()));

async function reachWith(changes: Partial<FactTables>): Promise<readonly Reached[]> {
  await storeFacts(connection(), county(changes));
  return askFacts<Reached>(connection(), sql`SELECT reach.* FROM reach`, asTeacher);
}

async function onA(changes: Partial<FactTables>): Promise<Reached> {
  const [reached, ...more] = await reachWith(changes);
  if (reached === undefined || more.length > 0) throw new Error('one episode was to be reached');
  return reached;
}

describe('an episode is reached through a live grant in a role that is held', () => {
  const grants: readonly (readonly [string, Partial<AccessGrantFact>, boolean])[] = [
    ['as it stands', {}, true],
    ['starts now', { startsAt: NOW }, true],
    ['starts a moment later', { startsAt: AFTER }, false],
    ['ends a moment later', { endsAt: AFTER }, true],
    ['ends now', { endsAt: NOW }, false],
    ['ended a moment ago', { endsAt: BEFORE }, false],
    ['suspended a moment later', { suspendedAt: AFTER }, true],
    ['suspended now', { suspendedAt: NOW }, false],
    ['to be confirmed ahead', { confirmBy: AFTER }, true],
    ['left unconfirmed', { confirmBy: NOW }, false],
    ['revoked a moment later', { revokedAt: AFTER }, true],
    ['revoked now', { revokedAt: NOW }, false],
    ['of somebody else', { accountId: COLLEAGUE }, false],
    ['given by oneself', { grantedBy: grantOnA.accountId }, false],
    ['in a role not held', { role: 'ANALYST' }, false],
  ];
  test.each(grants)('a grant %s', async (_name, change, reached) => {
    const rows = await reachWith({ accessGrant: [{ ...grantOnA, ...change }] });
    expect(rows.map((row) => row.episode_id)).toEqual(reached ? [EPISODE_A] : []);
  });

  const holdings: readonly (readonly [string, { startsAt?: Date; endsAt?: Date }, boolean])[] = [
    ['from now', { startsAt: NOW }, true],
    ['from a moment later', { startsAt: AFTER }, false],
    ['until a moment later', { endsAt: AFTER }, true],
    ['until now', { endsAt: NOW }, false],
  ];
  test.each(holdings)('a role held %s', async (_name, change, reached) => {
    const roleHolding = county().roleHolding.map((held) => ({ ...held, ...change }));
    expect(await reachWith({ roleHolding })).toHaveLength(reached ? 1 : 0);
  });

  test('each way through one episode knows the roles of all', async () => {
    const lead = { ...grantOnA, role: 'LEAD_PROFESSIONAL' };
    const rows = await reachWith({
      accessGrant: [
        grantOnA,
        lead,
        { ...lead, episodeId: EPISODE_B },
        { ...grantOnA, endsAt: NOW },
      ],
    });
    expect(
      rows.map((row) => `${row.episode_id} ${row.roles.toSorted().join(' ')}`).toSorted(),
    ).toEqual([
      `${EPISODE_A} LEAD_PROFESSIONAL TAF_MEMBER`,
      `${EPISODE_A} LEAD_PROFESSIONAL TAF_MEMBER`,
      `${EPISODE_B} LEAD_PROFESSIONAL`,
    ]);
  });
});

test('the status of the episode', async () => {
  const open = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
  const before = ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT'];
  const over = ['STEPPED_UP', 'CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'];
  for (const status of [...open, ...before, ...over])
    expect(await onA({ episode: [{ id: EPISODE_A, familyId: FAMILY_F, status }] })).toMatchObject({
      open: open.includes(status),
      stepped_up: status === 'STEPPED_UP',
      under_screening: !over.includes(status),
    });
});

describe('the family’s agreement', () => {
  const agreements: readonly (readonly [string, Partial<FamilyAgreementFact>, boolean])[] = [
    ['signed now', { signedAt: NOW }, true],
    ['signed a moment later', { signedAt: AFTER }, false],
    ['signed at no time', { signedAt: null }, false],
    ['with exclusions', { state: 'SIGNED_WITH_EXCLUSIONS' }, true],
    ['partial', { state: 'PARTIAL' }, false],
    ['withdrawn a moment later', { withdrawnAt: AFTER }, true],
    ['withdrawn now', { withdrawnAt: NOW }, false],
    ['declined, on a basis', { state: 'DECLINED', basisWhenNoAgreement: 'CA1989_S17' }, true],
    ['declined, on a blank basis', { state: 'DECLINED', basisWhenNoAgreement: '\u00a0\t' }, false],
    ['of another episode', { episodeId: EPISODE_B }, false],
  ];
  test.each(agreements)('%s', async (_name, change, inForce) => {
    const signed = { ...county().familyAgreement[0], ...change } as FamilyAgreementFact;
    expect((await onA({ familyAgreement: [signed] })).agreement_in_force).toBe(inForce);
  });
});

describe('a conflict of interest', () => {
  const conflicts: readonly (readonly [string, Partial<ConflictOfInterestFact>, boolean])[] = [
    ['declared now', { declaredAt: NOW }, true],
    ['declared a moment later', { declaredAt: AFTER }, false],
    ['ended a moment later', { endedAt: AFTER }, true],
    ['ended now', { endedAt: NOW }, false],
    ['of somebody else', { accountId: COLLEAGUE }, false],
    ['with another family', { familyId: FAMILY_G }, false],
  ];
  test.each(conflicts)('%s', async (_name, change, declared) => {
    const conflict = {
      accountId: TEACHER,
      familyId: FAMILY_F,
      declaredAt: LONG_AGO,
      endedAt: null,
    };
    const reached = await onA({ conflictOfInterest: [{ ...conflict, ...change }] });
    expect(reached.conflict_declared).toBe(declared);
    expect(reached.agency_excluded).toBe(false);
  });
});

const EXCLUSION: ExclusionFact = {
  episodeId: EPISODE_A,
  agencyId: SCHOOL,
  scope: 'WHOLE_AGENCY',
  coordinates: [],
  personId: null,
  startsAt: LONG_AGO,
  endsAt: null,
};
const TIMES: readonly (readonly [string, Partial<ExclusionFact>, boolean])[] = [
  ['as it stands', {}, true],
  ['from now', { startsAt: NOW }, true],
  ['from a moment later', { startsAt: AFTER }, false],
  ['until a moment later', { endsAt: AFTER }, true],
  ['until now', { endsAt: NOW }, false],
  ['of another agency', { agencyId: CLINIC }, false],
];

describe('an exclusion of the whole agency', () => {
  test.each([
    ...TIMES,
    ['from another episode', { episodeId: EPISODE_B }, false] as const,
    ['of details', { scope: 'DETAILS' }, false] as const,
  ])('%s', async (_name, change, excluded) => {
    const reached = await onA({ exclusion: [{ ...EXCLUSION, ...change }] });
    expect(reached.agency_excluded).toBe(excluded);
    expect(reached.conflict_declared).toBe(false);
  });
});

describe('an exclusion of details', () => {
  const details = { ...EXCLUSION, scope: 'DETAILS', coordinates: ['Person.givenName'] };
  const bound = async (exclusion: ExclusionFact): Promise<readonly string[]> => {
    await storeFacts(connection(), county({ exclusion: [exclusion] }));
    const rows = await askFacts<{ binds: string }>(
      connection(),
      sql`SELECT coordinate || ' ' || coalesce(person_id, episode_id, family_id)::text AS binds FROM hidden`,
      asTeacher,
    );
    return rows.map((row) => row.binds).sort();
  };

  test.each([...TIMES, ['of the whole agency', { scope: 'WHOLE_AGENCY' }, false] as const])(
    '%s',
    async (_name, change, excluded) => {
      expect((await bound({ ...details, ...change })).length > 0).toBe(excluded);
    },
  );

  test('binds the rows of the episode and of its family, and every person it concerns', async () => {
    expect(await bound(details)).toEqual(
      [EPISODE_A, FAMILY_F, CHILD].map((id) => `Person.givenName ${id}`).sort(),
    );
  });

  test('binds the one person it names, in whatever episode it was recorded', async () => {
    const named = { ...details, personId: CHILD, episodeId: EPISODE_B };
    expect(await bound(named)).toEqual([`Person.givenName ${CHILD}`]);
    const outsider = { ...named, personId: PARENT };
    expect(await bound(outsider), 'an entry may concern whom the episode does not list').toEqual([
      `Person.givenName ${PARENT}`,
    ]);
  });
});
