import type { FactTables } from '@postern/policy';
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
  justificationOnA,
  LONG_AGO,
  NOW,
  PARENT,
  SCHOOL,
  TEACHER,
} from './county.ts';

const start = rarely(LONG_AGO, BEFORE, NOW, AFTER);
const end = rarely<Date | null>(null, BEFORE, NOW, AFTER);
const episodeId = fc.constantFrom(EPISODE_A, EPISODE_B, EPISODE_C);
const agencyId = fc.constantFrom(SCHOOL, SCHOOL, CLINIC);
const accountId = fc.constantFrom(TEACHER, TEACHER, TEACHER, COLLEAGUE);
const role = fc.constantFrom('TAF_MEMBER', 'TAF_MEMBER', 'LEAD_PROFESSIONAL');
const status = fc.constantFrom('OPEN', 'OPEN_TAF', 'CLOSING', 'SCREENING', 'STEPPED_UP', 'CLOSED');

/** The county with its episodes, grants, roles, agreements, justifications, exclusions and conflicts drawn anew, at the edges of time. */
export const facts: fc.Arbitrary<FactTables> = fc
  .record({
    roleHolding: fc
      .array(fc.record({ role, startsAt: start, endsAt: end }), { maxLength: 2 })
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
        })
        .map((drawn) => ({ ...grantOnA, ...drawn })),
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
  .map(county);

/** The usual value, and now and then one of the others. */
function rarely<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: 5 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );
}

function some<Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  return fc.array(row, { minLength: 2, maxLength: 7 });
}
