import { describe, expect, test } from 'vitest';
import type { OracleRow } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  county,
  healthCondition,
  NOW,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from './small-county.ts';

describe('the kind of the caller’s agency', () => {
  test.each([
    ['HEALTH', true, false],
    ['SCHOOL', false, true],
    ['EARLY_YEARS', false, true],
    ['POLICE', false, false],
    ['COUNCIL', false, false],
  ])('%s', (kind, health, education) => {
    const agency = county().agency.map((row) => (row.id === 'school' ? { ...row, kind } : row));
    for (const row of [child, rowOfEpisodeA]) {
      expect(holdsFor('agency.health', { facts: { agency }, row })).toBe(health);
      expect(holdsFor('agency.education', { facts: { agency }, row })).toBe(education);
    }
  });

  test('is nothing to a family member, whose account an agency vouches for', () => {
    expect(holdsFor('agency.education', mothers())).toBe(false);
  });
});

describe('agency.party', () => {
  const request = (parties?: readonly string[]): OracleRow => ({
    type: 'InformationRequest',
    attributes: {},
    about: { episodeId: 'episode-a', ...(parties === undefined ? {} : { parties }) },
  });
  test.each<readonly [string, readonly string[] | undefined, boolean]>([
    ['asked', ['school', 'clinic'], true],
    ['was asked', ['clinic', 'school'], true],
    ['is not between', ['clinic', 'police'], false],
    ['of nobody', [], false],
    ['not said', undefined, false],
  ])('the caller’s agency: %s', (_name, parties, expected) => {
    expect(holdsFor('agency.party', { row: request(parties) })).toBe(expected);
  });

  test('is nothing to a family member', () => {
    expect(holdsFor('agency.party', mothers({ row: request(['school']) }))).toBe(false);
  });
});

describe('entry.ownAgency and exclusion.ofOwnAgency', () => {
  test('are nothing to a family member', () => {
    const own = planAction(['child'], { agencyId: 'school' });
    expect(holdsFor('entry.ownAgency', mothers({ row: own }))).toBe(false);
    expect(
      holdsFor('entry.ownAgency', mothers({ row: { ...own, about: { episodeId: 'episode-a' } } })),
    ).toBe(false);
    expect(holdsFor('entry.ownAgency', { row: own })).toBe(true);
  });

  test('an entry of an episode, a practitioner and a referral have an agency, too', () => {
    const practitioner = {
      type: 'Practitioner',
      attributes: {},
      about: { accountId: 'colleague' },
    };
    const referral = { type: 'Referral', attributes: {}, about: { episodeId: 'episode-a' } };
    for (const row of [practitioner, referral])
      for (const agencyId of ['school', 'clinic'])
        expect(
          holdsFor('entry.ownAgency', { row: { ...row, about: { ...row.about, agencyId } } }),
        ).toBe(agencyId === 'school');
  });
});

describe('pool.current', () => {
  const candidate = (receivedOn?: string | null): OracleRow => ({
    type: 'MatchCandidate',
    attributes: {},
    about: receivedOn === undefined ? {} : { receivedOn },
  });
  test.each([
    ['2025-06-11', true],
    ['2025-06-12', false],
    ['2024-06-12', true],
    ['2024-06-11', false],
    ['2023-12-31', false],
    [null, false],
    [undefined, false],
  ])('received on %s', (receivedOn, expected) => {
    expect(holdsFor('pool.current', { row: candidate(receivedOn) })).toBe(expected);
  });

  test('twelve months before 29 February is the end of February', () => {
    const request = { now: new Date('2024-02-29T12:00:00.000Z') };
    const facts = {
      training: county().training.map((row) => ({ ...row, completedOn: '2023-09-01' })),
      agencyEvidence: county().agencyEvidence.map((row) => ({ ...row, validFrom: '2023-09-01' })),
      acceptance: county().acceptance.map((row) => ({ ...row, acceptedAt: new Date(0) })),
      roleHolding: county().roleHolding.map((row) => ({ ...row, startsAt: new Date(0) })),
      agencySignature: county().agencySignature.map((row) => ({
        ...row,
        effectiveFrom: new Date(0),
      })),
    };
    const current = (day: string): boolean =>
      holdsFor('pool.current', { facts, request, row: candidate(day) });
    expect(current('2023-02-28')).toBe(false);
    expect(current('2023-03-01')).toBe(true);
    expect(current('2024-02-29')).toBe(true);
  });
});

describe('oversight.free', () => {
  const conflict = {
    accountId: 'teacher',
    familyId: 'family-f',
    declaredAt: BEFORE,
    endedAt: null,
  };
  const free = (row: OracleRow, changes: object = {}): boolean =>
    holdsFor('oversight.free', {
      row,
      facts: { conflictOfInterest: [{ ...conflict, ...changes }], accessGrant: [] },
    });
  const grant: OracleRow = {
    type: 'AccessGrant',
    attributes: {},
    about: { episodeId: 'episode-a', accountId: 'colleague' },
  };

  test.each([
    ['as it stands', {}, false],
    ['declared now', { declaredAt: NOW }, false],
    ['declared a moment later', { declaredAt: AFTER }, true],
    ['ended a moment later', { endedAt: AFTER }, false],
    ['ended now', { endedAt: NOW }, true],
    ['of somebody else', { accountId: 'colleague' }, true],
    ['with another family', { familyId: 'family-g' }, true],
  ])('with a conflict %s', (_name, change, expected) => {
    expect(free(grant, change)).toBe(expected);
  });

  test('holds for what belongs to no family, whatever is declared', () => {
    for (const [type, about] of [
      ['Practitioner', { accountId: 'colleague' }],
      ['PolicyRule', {}],
    ] as const)
      expect(free({ type, attributes: {}, about })).toBe(true);
  });

  test('never holds for a family’s record, nor for an episode that no fact knows', () => {
    const none = { accountId: 'colleague' };
    for (const row of [child, rowOfFamily, healthCondition('h1')])
      expect(free(row, none)).toBe(false);
    expect(free({ ...grant, about: { ...grant.about, episodeId: 'episode-z' } }, none)).toBe(false);
    expect(free(rowOfEpisodeB, none)).toBe(true);
  });
});
