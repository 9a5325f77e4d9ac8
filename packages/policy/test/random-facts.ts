import fc from 'fast-check';
import type { FactTables } from '../src/index.ts';
import { OVERRIDE_ROLE } from '../src/index.ts';
import {
  AFTER,
  BEFORE,
  county,
  FAR_AHEAD,
  grantOnA,
  justificationOnA,
  LONG_AGO,
  NOW,
} from './small-county.ts';

const past = fc.constantFrom(LONG_AGO, BEFORE, NOW, AFTER);
const end = fc.constantFrom(null, null, BEFORE, NOW, AFTER);
const episodeId = fc.constantFrom('episode-a', 'episode-b');
const personId = fc.constantFrom('child', 'parent');
const agencyId = fc.constantFrom('school', 'clinic');
const role = fc.constantFrom('TAF_MEMBER', 'LEAD_PROFESSIONAL');

/** The small county with its episodes, grants, agreements, justifications, exclusions and conflicts drawn anew. */
export const facts: fc.Arbitrary<FactTables> = fc
  .record({
    episode: fc.tuple(status(), status()).map(([a, b]) => [
      { id: 'episode-a', familyId: 'family-f', status: a },
      { id: 'episode-b', familyId: 'family-g', status: b },
    ]),
    episodePerson: fc.subarray(county().episodePerson.slice()),
    accessGrant: some(
      fc
        .record({
          episodeId,
          role,
          startsAt: past,
          endsAt: end,
          suspendedAt: end,
          revokedAt: end,
          confirmBy: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, end),
          basis: fc.oneof({ weight: 5, arbitrary: fc.constant('WORK') }, fc.constant('OVERRIDE')),
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
        basisWhenNoAgreement: fc.constantFrom(null, null, ' ', 'CA1989_S17'),
        signedAt: past,
        withdrawnAt: end,
      }),
    ),
    justification: some(
      fc
        .record({
          episodeId,
          personId,
          startsAt: past,
          expiresAt: fc.constantFrom(NOW, AFTER, FAR_AHEAD),
        })
        .map((drawn) => ({ ...justificationOnA, ...drawn })),
    ),
    withheldPerson: fc.array(
      fc.record({
        episodeId,
        personId,
        agencyId: fc.option(agencyId, { nil: null }),
        startsAt: past,
        endsAt: end,
      }),
      { maxLength: 2 },
    ),
    exclusion: fc.array(
      fc.record({
        episodeId,
        agencyId,
        scope: fc.constantFrom('WHOLE_AGENCY', 'DETAILS', 'DETAILS'),
        coordinates: fc.subarray(['Person.givenName', 'Person.healthConditions', 'Episode.reason']),
        personId: fc.constantFrom(null, 'child', 'parent'),
        startsAt: past,
        endsAt: end,
      }),
      { maxLength: 2 },
    ),
    conflictOfInterest: fc.array(
      fc.record({
        accountId: fc.constantFrom('teacher', 'colleague'),
        familyId: fc.constantFrom('family-f', 'family-g'),
        declaredAt: past,
        endedAt: end,
      }),
      { maxLength: 1 },
    ),
  })
  .map(county);

function status(): fc.Arbitrary<string> {
  return fc.constantFrom('OPEN', 'OPEN', 'OPEN_TAF', 'SCREENING', 'STEPPED_UP', 'CLOSED');
}

function some<Row>(row: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  return fc.array(row, { minLength: 1, maxLength: 3 });
}
