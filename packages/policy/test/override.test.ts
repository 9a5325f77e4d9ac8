import { describe, expect, test } from 'vitest';
import type { AccessGrantFact, ExclusionFact, FactTables } from '../src/index.ts';
import { OVERRIDE_ROLE } from '../src/index.ts';
import { holdsFor, leaves } from './asking.ts';
import {
  AFTER,
  BEFORE,
  county,
  episodeA,
  grantOnA,
  healthCondition,
  justificationOnA,
  LONG_AGO,
  NOW,
  parent,
  rowOfEpisodeA,
  rowOfEpisodeB,
} from './small-county.ts';

const role = OVERRIDE_ROLE;
const OVERRIDE: AccessGrantFact = {
  ...grantOnA,
  id: 'override',
  role,
  grantedBy: grantOnA.accountId,
  basis: 'OVERRIDE',
  persons: ['child'],
};
const excluded: ExclusionFact = {
  episodeId: 'episode-a',
  agencyId: 'school',
  scope: 'WHOLE_AGENCY',
  coordinates: [],
  personId: null,
  startsAt: BEFORE,
  endsAt: null,
};
const withheld = { ...excluded, scope: 'DETAILS', coordinates: ['Person.givenName'] };
const overriding = (change: Partial<AccessGrantFact> = {}): Partial<FactTables> => ({
  accessGrant: [{ ...OVERRIDE, ...change }],
});

describe('override.live', () => {
  test.each<[string, Partial<AccessGrantFact>, boolean]>([
    ['as it was taken', {}, true],
    ['from now', { startsAt: NOW }, true],
    ['from a moment later', { startsAt: AFTER }, false],
    ['until a moment later', { endsAt: AFTER }, true],
    ['until now', { endsAt: NOW }, false],
    ['revoked now', { revokedAt: NOW }, false],
    ['suspended now', { suspendedAt: NOW }, false],
    ['of a colleague', { accountId: 'colleague' }, false],
    ['of another episode', { episodeId: 'episode-z' }, false],
    ['of another person', { persons: ['parent'] }, false],
    ['that names nobody', { persons: [] }, false],
  ])('%s', (_name, change, expected) => {
    const facts = overriding(change);
    for (const predicate of ['override.live', 'grant.live'] as const)
      expect(holdsFor(predicate, { facts, role })).toBe(expected);
  });

  test('leads to whom it names and to nobody else', () => {
    const facts = overriding();
    expect(holdsFor('override.live', { facts, role, row: healthCondition('h1') })).toBe(true);
    expect(holdsFor('override.live', { facts, role, row: rowOfEpisodeA })).toBe(true);
    expect(holdsFor('override.live', { facts, role, row: parent })).toBe(false);
    expect(holdsFor('override.live', { facts, role, row: rowOfEpisodeB })).toBe(false);
  });

  test('serves nobody whose agency has not signed, and nobody to whom the role was given', () => {
    const agencySignature = county().agencySignature.map((one) => ({ ...one, endsAt: NOW }));
    const contractor = county().agency.map((one) => ({ ...one, kind: 'CONTRACTOR' }));
    const facts = { ...overriding(), agencySignature, agency: contractor };
    expect(holdsFor('override.live', { facts, role })).toBe(false);
    const held = { accountId: 'teacher', role, startsAt: LONG_AGO, endsAt: null };
    const given = { roleHolding: [...county().roleHolding, held], accessGrant: [grantOnA] };
    expect(holdsFor('episode.open', { facts: given, role })).toBe(false);
  });
});

describe('on the path of an override', () => {
  const facts = { accessGrant: [OVERRIDE, grantOnA] };

  test('the agency’s exclusion yields, and a declared relationship does not', () => {
    const conflictOfInterest = [
      { accountId: 'teacher', familyId: 'family-f', declaredAt: BEFORE, endedAt: null },
    ];
    const overridden = { ...facts, exclusion: [excluded] };
    expect(holdsFor('grant.live', { facts: overridden, role })).toBe(true);
    expect(holdsFor('grant.live', { facts: { ...overridden, conflictOfInterest }, role })).toBe(
      false,
    );
  });

  test('no other grant counts beside it', () => {
    expect(holdsFor('grant.live', { facts: { ...facts, exclusion: [excluded] } })).toBe(false);
    expect(holdsFor('grant.live', { facts })).toBe(true);
  });

  test('what the family withholds is read, for whom it names', () => {
    for (const exclusion of [withheld, { ...withheld, personId: 'child' }]) {
      const hidden = { ...facts, exclusion: [exclusion] };
      expect(holdsFor('override.live', { facts: hidden, role, field: 'givenName' })).toBe(true);
      expect(holdsFor('grant.live', { facts: hidden, field: 'givenName' })).toBe(false);
      const other = { facts: hidden, role, field: 'givenName', row: parent };
      expect(holdsFor('override.live', other)).toBe(false);
    }
  });

  test('it opens nothing of what another episode leads to', () => {
    const onB = { ...grantOnA, episodeId: 'episode-b' };
    const elsewhere = { accessGrant: [OVERRIDE, onB], exclusion: [withheld] };
    expect(holdsFor('grant.live', { facts: elsewhere, field: 'givenName' })).toBe(false);
  });

  test('a safety restriction and a restricted use stand', () => {
    const hiding = { coordinates: ['Person.givenName'], startsAt: BEFORE, endsAt: null };
    const restriction = {
      ...hiding,
      id: 'restriction',
      protectedPersonId: 'child',
      familyId: 'family-f',
      itemId: null,
      hiddenFromAgencyId: 'school',
      hiddenFromPersonId: null,
    };
    const processing = { ...hiding, id: 'processing', personId: 'child' };
    for (const standing of [
      { restriction: [restriction] },
      { processingRestriction: [processing] },
    ]) {
      const hidden = { ...facts, ...standing };
      expect(leaves({ facts: hidden, role, field: 'givenName' })).toBe(false);
      expect(
        leaves({ facts: { ...hidden, exclusion: [withheld] }, role, field: 'givenName' }),
      ).toBe(false);
    }
  });

  test('earlier episodes of the family stay closed', () => {
    const episode = [episodeA, { id: 'episode-b', familyId: 'family-f', status: 'CLOSED' }];
    const earlier = { facts: { ...overriding(), episode }, role, row: rowOfEpisodeB };
    expect(holdsFor('episode.earlier', earlier)).toBe(false);
  });
});

describe('a justification that came with an override', () => {
  const justification = [{ ...justificationOnA, grantId: 'override' }];
  const reads = (changes: Partial<FactTables>, of = role): boolean =>
    holdsFor('justification.covers', {
      facts: { justification, ...changes },
      role: of,
      row: healthCondition('h1'),
      field: 'label',
    });

  test('opens while the override is live', () => {
    expect(reads(overriding())).toBe(true);
    expect(reads(overriding({ endsAt: NOW }))).toBe(false);
    expect(reads(overriding({ revokedAt: NOW }))).toBe(false);
  });

  test('opens nothing by another grant once it is over', () => {
    const later = { accessGrant: [{ ...OVERRIDE, endsAt: NOW }, grantOnA] };
    expect(reads(later, 'TAF_MEMBER')).toBe(false);
    expect(reads({ ...later, justification: [justificationOnA] }, 'TAF_MEMBER')).toBe(true);
  });
});
