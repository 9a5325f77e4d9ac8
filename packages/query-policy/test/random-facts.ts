import type { FactTables } from '@postern/policy';
import { OVERRIDE_ROLE, STANDINGS } from '@postern/policy';
import fc from 'fast-check';
import {
  AFTER,
  BEFORE,
  CHILD,
  CLINIC,
  COLLEAGUE,
  county,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAMILY_G,
  FAR_AHEAD,
  grantOnA,
  HOUSEHOLD,
  id,
  justificationOnA,
  LONG_AGO,
  NOW,
  PARENT,
  PARENT_ACCOUNT,
  SCHOOL,
  TEACHER,
  TODAY,
  TOMORROW,
  withParent,
  YESTERDAY,
} from './county.ts';
import { RECORDS } from './sample-records.ts';

const TRANSFER = id(8, 1);

const start = rarely(LONG_AGO, BEFORE, NOW, AFTER);
const end = rarely<Date | null>(null, BEFORE, NOW, AFTER);
const episodeId = fc.constantFrom(EPISODE_A, EPISODE_B, EPISODE_C);
const agencyId = fc.constantFrom(SCHOOL, SCHOOL, CLINIC);
const accountId = fc.constantFrom(TEACHER, TEACHER, TEACHER, COLLEAGUE);
const role = fc.constantFrom('TAF_MEMBER', 'TAF_MEMBER', 'LEAD_PROFESSIONAL', 'SOCIAL_CARE_WORKER');
const status = fc.constantFrom('OPEN', 'OPEN_TAF', 'CLOSING', 'SCREENING', 'STEPPED_UP', 'CLOSED');

const someone = fc.constantFrom(CHILD, PARENT);
const family = fc.constantFrom(FAMILY_F, FAMILY_G);
const coordinates = fc.subarray(
  ['Person.name', 'HealthCondition.name', 'Need.name', 'Need.id', 'Household.id', 'Episode.name'],
  { minLength: 1 },
);

/** What subtracts or adds beside grants: kin, restrictions, limits, proceedings, and what an agency is. */
const handled: fc.Arbitrary<Partial<FactTables>> = fc.record({
  accountPerson: rarely(
    [{ accountId: PARENT_ACCOUNT, personId: PARENT, verifiedAt: LONG_AGO, endedAt: null }],
    [{ accountId: PARENT_ACCOUNT, personId: PARENT, verifiedAt: AFTER, endedAt: null }],
    [{ accountId: PARENT_ACCOUNT, personId: PARENT, verifiedAt: LONG_AGO, endedAt: NOW }],
    [{ accountId: TEACHER, personId: PARENT, verifiedAt: LONG_AGO, endedAt: null }],
  ),
  parentalResponsibility: fc.array(
    fc.record({
      id: fc.uuid(),
      holderId: rarely(PARENT, CHILD),
      childId: rarely(CHILD, PARENT),
      evidence: rarely<string | null>('Birth certificate seen', null, ' '),
      startsOn: rarely(YESTERDAY, TODAY, TOMORROW),
      endsOn: rarely<string | null>(null, TODAY, TOMORROW),
    }),
    { maxLength: 2 },
  ),
  householdPerson: fc.array(
    fc.record({
      householdId: fc.constant(HOUSEHOLD),
      personId: someone,
      startedOn: rarely(YESTERDAY, TODAY, TOMORROW),
      endedOn: rarely<string | null>(null, TODAY, TOMORROW),
    }),
    { maxLength: 2 },
  ),
  restriction: few(
    fc.record({
      id: fc.uuid(),
      protectedPersonId: someone,
      familyId: family,
      itemId: fc.constantFrom(null, ...RECORDS.map((one) => one.id)),
      coordinates,
      hiddenFromAgencyId: fc.constantFrom(null, SCHOOL, CLINIC),
      hiddenFromPersonId: fc.constantFrom(null, PARENT, CHILD),
      startsAt: start,
      endsAt: end,
    }),
  ),
  processingRestriction: few(
    fc.record({ id: fc.uuid(), personId: someone, coordinates, startsAt: start, endsAt: end }),
  ),
  disclosureLimit: fc.array(
    fc.record({
      id: fc.uuid(),
      personId: someone,
      level: fc.constantFrom('OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL', 'OVERRIDDEN'),
      setAt: start,
    }),
    { maxLength: 3 },
  ),
  proceeding: few(
    fc.record({
      id: fc.constant(TRANSFER),
      kind: fc.constantFrom('TRANSFER', 'PANEL', 'AUDIT'),
      episodeId,
      state: fc.constantFrom('SENT', 'RECEIVED', 'LISTED', 'OPEN', 'CLOSED'),
      basis: fc.constantFrom(null, ' ', 'PUBLIC_TASK'),
      openedAt: start,
      endsAt: end,
      closedAt: end,
    }),
  ),
  transferItem: fc
    .subarray(RECORDS.map((one) => one.id))
    .map((items) => items.map((itemId) => ({ proceedingId: TRANSFER, itemId }))),
  agency: rarely('SCHOOL', 'HEALTH', 'COUNCIL').map((kind) =>
    county().agency.map((one) => (one.id === SCHOOL ? { ...one, kind } : one)),
  ),
  agencyStanding: fc.array(
    fc.record({
      agencyId: fc.constant(SCHOOL),
      standing: fc.constantFrom('DEA2017_SPECIFIED_PERSON', 'PUBLIC_AUTHORITY', ...STANDINGS),
      startsOn: rarely(YESTERDAY, TODAY, TOMORROW),
      endsOn: rarely<string | null>(null, TODAY, TOMORROW),
    }),
    { maxLength: 3 },
  ),
});

/** The county with its episodes, grants, roles, agreements, justifications, exclusions and conflicts drawn anew, at the edges of time. */
export const facts: fc.Arbitrary<FactTables> = fc
  .record({
    roleHolding: fc
      .array(fc.record({ role, startsAt: start, endsAt: end, confirmedUntil: end }), {
        maxLength: 2,
      })
      .map((drawn) => [
        ...county().roleHolding.slice(0, 1),
        ...drawn.map((one) => ({ ...one, accountId: TEACHER })),
      ]),
    episode: fc.tuple(status, status, status).map(([a, b, c]) => [
      { id: EPISODE_A, familyId: FAMILY_F, status: a },
      { id: EPISODE_B, familyId: FAMILY_F, status: b },
      { id: EPISODE_C, familyId: FAMILY_G, status: c },
    ]),
    episodePerson: fc.subarray(
      [EPISODE_A, EPISODE_B, EPISODE_C].flatMap((episode) =>
        [CHILD, PARENT].map((personId) => ({ episodeId: episode, personId })),
      ),
      { minLength: 2 },
    ),
    accessGrant: some(
      fc
        .record({
          accountId,
          episodeId,
          role,
          // Now and then by the grantee themselves, which never opens anything.
          grantedBy: fc.oneof({ weight: 4, arbitrary: fc.constant(grantOnA.grantedBy) }, accountId),
          startsAt: start,
          endsAt: end,
          suspendedAt: end,
          revokedAt: end,
          confirmBy: rarely<Date | null>(null, BEFORE, NOW, AFTER),
          basis: rarely('WORK', 'OVERRIDE'),
          persons: rarely<readonly string[] | null>(null, [CHILD], [PARENT], []),
          id: fc.uuid(),
        })
        .map((drawn) => ({
          ...grantOnA,
          ...drawn,
          role: drawn.basis === 'OVERRIDE' ? OVERRIDE_ROLE : drawn.role,
        })),
    ),
    familyAgreement: some(
      fc.record({
        episodeId,
        state: fc.constantFrom('SIGNED', 'SIGNED_WITH_EXCLUSIONS', 'DECLINED'),
        basisWhenNoAgreement: fc.constantFrom(null, null, '', ' \u00a0', 'CA1989_S17'),
        signedAt: fc.oneof(start, fc.constant(null)),
        withdrawnAt: end,
      }),
    ),
    justification: some(
      fc
        .record({
          accountId,
          episodeId,
          personId: fc.constantFrom(CHILD, PARENT),
          startsAt: start,
          expiresAt: fc.constantFrom(NOW, AFTER, FAR_AHEAD),
          approvedBy: fc.constantFrom(null, TEACHER, COLLEAGUE),
        })
        .map((drawn) => ({ ...justificationOnA, ...drawn })),
    ),
    withheldPerson: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      fc.array(
        fc.record({
          episodeId,
          personId: fc.constantFrom(CHILD, PARENT),
          agencyId: fc.option(agencyId, { nil: null }),
          startsAt: start,
          endsAt: end,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    exclusion: fc.array(
      fc.record({
        episodeId,
        agencyId,
        scope: fc.constantFrom('WHOLE_AGENCY', 'DETAILS', 'DETAILS', 'DETAILS'),
        coordinates: fc.subarray([
          'Person.name',
          'HealthCondition.name',
          'Episode.name',
          'Person.id',
          'Need.name',
          'Need.id',
        ]),
        personId: fc.constantFrom(null, CHILD, PARENT),
        startsAt: start,
        endsAt: end,
      }),
      { maxLength: 2 },
    ),
    conflictOfInterest: fc.array(
      fc.record({
        accountId,
        familyId: fc.constantFrom(FAMILY_F, FAMILY_G),
        declaredAt: start,
        endedAt: end,
      }),
      { maxLength: 1 },
    ),
  })
  .chain((drawn) => handled.map((more) => withParent(county({ ...drawn, ...more }))))
  .map((drawn) => ({
    ...drawn,
    // Now and then what came with one of the grants, which may be over or nobody's.
    justification: drawn.justification.map((one, at) => ({
      ...one,
      grantId: at === 0 ? (drawn.accessGrant[0]?.id ?? null) : null,
    })),
    // A transfer was sent with the first of the grants on its episode, be it over or somebody else’s beside the caller’s own.
    proceeding: drawn.proceeding.map((one) => ({
      ...one,
      grantId: drawn.accessGrant.find((grant) => grant.episodeId === one.episodeId)?.id ?? null,
    })),
    restriction: drawn.restriction.filter((one) => isOfItsFamily(one, drawn)),
  }));

/** The item that a restriction names is on the record of the family that it names. */
function isOfItsFamily(
  { itemId, familyId }: FactTables['restriction'][number],
  { episode, episodePerson }: FactTables,
): boolean {
  const item = RECORDS.find(({ id }) => id === itemId);
  if (item === undefined) return true;
  const episodes = episode.filter((one) => one.familyId === familyId).map((one) => one.id);
  if (item.episodeId !== null) return episodes.includes(item.episodeId);
  if (item.familyId !== null) return item.familyId === familyId;
  return episodePerson.some(
    ({ episodeId, personId }) => episodes.includes(episodeId) && personId === item.personId,
  );
}

/** The usual value, and now and then one of the others. */
function rarely<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: 5 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );
}

/** None, or one. */
function few<Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  return fc.array(row, { maxLength: 1 });
}

function some<Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  return fc.array(row, { minLength: 2, maxLength: 7 });
}
