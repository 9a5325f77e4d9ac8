import { describe, expect, test } from 'vitest';
import type { ExclusionFact, OracleRow } from '../src/index.ts';
import { holdsFor, leaves } from './asking.ts';
import {
  AFTER,
  BEFORE,
  child,
  county,
  episodeA,
  episodeB,
  grantOnA,
  healthCondition,
  NOW,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from './small-county.ts';

type Case = readonly [name: string, change: object, expected: boolean];

describe('grant.live', () => {
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['starts now', { startsAt: NOW }, true],
    ['starts a moment later', { startsAt: AFTER }, false],
    ['ends a moment later', { endsAt: AFTER }, true],
    ['ends now', { endsAt: NOW }, false],
    ['ended a moment ago', { endsAt: BEFORE }, false],
    ['suspended a moment later', { suspendedAt: AFTER }, true],
    ['suspended now', { suspendedAt: NOW }, false],
    ['revoked a moment later', { revokedAt: AFTER }, true],
    ['revoked now', { revokedAt: NOW }, false],
    ['of somebody else', { accountId: 'colleague' }, false],
    ['given by oneself', { grantedBy: grantOnA.accountId }, false],
    ['on another episode', { episodeId: 'episode-b' }, false],
    ['in another role', { role: 'LEAD_PROFESSIONAL' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    const accessGrant = [{ ...grantOnA, ...change }];
    expect(holdsFor('grant.live', { facts: { accessGrant }, row: rowOfEpisodeA })).toBe(expected);
  });

  test('one live grant beside a revoked one is enough', () => {
    const accessGrant = [{ ...grantOnA, revokedAt: BEFORE }, grantOnA];
    expect(holdsFor('grant.live', { facts: { accessGrant } })).toBe(true);
  });

  test('two grants, each wanting something else, are not one', () => {
    const accessGrant = [
      { ...grantOnA, revokedAt: BEFORE },
      { ...grantOnA, role: 'LEAD_PROFESSIONAL' },
    ];
    expect(holdsFor('grant.live', { facts: { accessGrant } })).toBe(false);
  });

  test('a role that is not held confers nothing, though the grant names it', () => {
    const roleHolding = county().roleHolding.map((row) => ({ ...row, endsAt: NOW }));
    const other = { accountId: 'teacher', role: 'ANALYST', startsAt: BEFORE, endsAt: null };
    expect(holdsFor('grant.live', { facts: { roleHolding: [...roleHolding, other] } })).toBe(false);
  });
});

describe('the status of the episode', () => {
  const open = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
  const before = ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT'];
  const over = ['STEPPED_UP', 'CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED'];
  test.each([...open, ...before, ...over])('%s', (status) => {
    const facts = {
      episode: [
        { ...episodeA, status },
        { ...episodeB, status },
      ],
    };
    expect(holdsFor('episode.open', { facts })).toBe(open.includes(status));
    expect(holdsFor('episode.steppedUp', { facts })).toBe(status === 'STEPPED_UP');
    expect(holdsFor('episode.underScreening', { facts })).toBe(!over.includes(status));
  });
});

describe('agreement.inForce', () => {
  const signed = { signedAt: BEFORE };
  const cases: readonly Case[] = [
    ['signed now', { signedAt: NOW }, true],
    ['signed a moment later', { signedAt: AFTER }, false],
    ['signed at no time', { signedAt: null }, false],
    ['signed with exclusions', { ...signed, state: 'SIGNED_WITH_EXCLUSIONS' }, true],
    ['partial', { ...signed, state: 'PARTIAL' }, false],
    ['declined', { ...signed, state: 'DECLINED' }, false],
    ['lapsed', { ...signed, state: 'LAPSED' }, false],
    ['withdrawn a moment later', { ...signed, withdrawnAt: AFTER }, true],
    ['withdrawn now', { ...signed, withdrawnAt: NOW }, false],
    [
      'declined, on a recorded basis',
      { state: 'DECLINED', basisWhenNoAgreement: 'CA1989_S17' },
      true,
    ],
    [
      'withdrawn, on a recorded basis',
      { state: 'WITHDRAWN', withdrawnAt: BEFORE, basisWhenNoAgreement: 'CA1989_S47' },
      true,
    ],
    ['declined, on an empty basis', { state: 'DECLINED', basisWhenNoAgreement: '' }, false],
    ['declined, on a blank basis', { state: 'DECLINED', basisWhenNoAgreement: ' \t\n' }, false],
    ['of another episode', { episodeId: 'episode-b' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    const [row] = county().familyAgreement;
    if (row === undefined) throw new Error('the county has no agreement');
    const facts = { familyAgreement: [{ ...row, ...change }] };
    expect(holdsFor('agreement.inForce', { facts, row: rowOfEpisodeA })).toBe(expected);
  });

  test('no agreement at all', () => {
    expect(holdsFor('agreement.inForce', { facts: { familyAgreement: [] } })).toBe(false);
  });
});

describe('conflict.declared', () => {
  const conflict = {
    accountId: 'teacher',
    familyId: 'family-f',
    declaredAt: BEFORE,
    endedAt: null,
  };
  const cases: readonly Case[] = [
    ['as it stands', {}, false],
    ['declared now', { declaredAt: NOW }, false],
    ['declared a moment later', { declaredAt: AFTER }, true],
    ['ended a moment later', { endedAt: AFTER }, false],
    ['ended now', { endedAt: NOW }, true],
    ['of somebody else', { accountId: 'colleague' }, true],
    ['with another family', { familyId: 'family-g' }, true],
  ];
  test.each(cases)('%s', (_name, change, left) => {
    const facts = { conflictOfInterest: [{ ...conflict, ...change }] };
    for (const row of [child, rowOfEpisodeA, rowOfFamily])
      expect(leaves({ facts, row })).toBe(left);
  });

  test('bars the way through that family, not the way through another', () => {
    const facts = {
      conflictOfInterest: [conflict],
      episode: [episodeA, { ...episodeB, familyId: 'family-g' }],
    };
    expect(leaves({ facts, row: rowOfEpisodeA })).toBe(false);
    expect(leaves({ facts, row: rowOfEpisodeB })).toBe(true);
    expect(leaves({ facts, row: child })).toBe(true);
  });
});

const EXCLUSION: ExclusionFact = {
  episodeId: 'episode-a',
  agencyId: 'school',
  scope: 'WHOLE_AGENCY',
  coordinates: [],
  personId: null,
  startsAt: BEFORE,
  endsAt: null,
};

describe('exclusion.wholeAgency', () => {
  const cases: readonly Case[] = [
    ['as it stands', {}, false],
    ['starts now', { startsAt: NOW }, false],
    ['starts a moment later', { startsAt: AFTER }, true],
    ['ends a moment later', { endsAt: AFTER }, false],
    ['ends now', { endsAt: NOW }, true],
    ['of another agency', { agencyId: 'clinic' }, true],
    ['from another episode', { episodeId: 'episode-b' }, true],
    ['of details only', { scope: 'DETAILS' }, true],
  ];
  test.each(cases)('%s', (_name, change, left) => {
    const facts = { exclusion: [{ ...EXCLUSION, ...change }] };
    expect(leaves({ facts, row: rowOfEpisodeA })).toBe(left);
  });

  test('from every episode of the child hides the child', () => {
    const exclusion = [EXCLUSION, { ...EXCLUSION, episodeId: 'episode-b' }];
    expect(leaves({ facts: { exclusion: exclusion.slice(0, 1) } })).toBe(true);
    expect(leaves({ facts: { exclusion } })).toBe(false);
  });
});

describe('entry.ownAgency', () => {
  test.each([
    ['of the caller’s agency', { agencyId: 'school' }, true],
    ['of another agency', { agencyId: 'clinic' }, false],
    ['of no agency', { agencyId: null }, false],
  ])('%s', (_name, about, expected) => {
    expect(holdsFor('entry.ownAgency', { row: healthCondition('h1', about) })).toBe(expected);
  });

  test('is false of rows that are no entries', () => {
    expect(holdsFor('entry.ownAgency', { row: child })).toBe(false);
  });
});

describe('account.self', () => {
  const own = (type: string, accountId: string): OracleRow => ({
    type,
    attributes: { id: 'row' },
    about: { accountId, episodeId: 'episode-a' },
  });
  test.each(['Practitioner', 'AccessGrant', 'Justification'])('%s', (type) => {
    expect(holdsFor('account.self', { row: own(type, 'teacher') })).toBe(true);
    expect(holdsFor('account.self', { row: own(type, 'colleague') })).toBe(false);
  });

  test('is false of other types', () => {
    expect(holdsFor('account.self', { row: own('Episode', 'teacher') })).toBe(false);
    expect(holdsFor('account.self', { row: child })).toBe(false);
  });
});
