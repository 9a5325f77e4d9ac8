import { describe, expect, test } from 'vitest';
import type { FactTables, JustificationFact, OracleRow, Purpose } from '../src/index.ts';
import { leaves } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  county,
  healthCondition,
  justificationOnA,
  NOW,
  parent,
  planAction,
  TODAY,
  TOMORROW,
} from './small-county.ts';

type About = Partial<OracleRow['about']>;

describe('entry.stricterClass', () => {
  const health: About = { rowClass: 'SPECIAL_CATEGORY:HEALTH' };
  const justified = (...changes: readonly Partial<JustificationFact>[]): Partial<FactTables> => ({
    justification: changes.map((change) => ({ ...justificationOnA, ...change })),
  });
  const left = (row: OracleRow, facts: Partial<FactTables> = {}): boolean => leaves({ row, facts });
  const entry = (about: About, concerns: readonly string[] = ['child']): OracleRow =>
    planAction(concerns, { ...health, ...about });

  test('of a class of its own, unless it is justified', () => {
    expect(left(entry({ rowClass: null }))).toBe(true);
    expect(left(planAction(['child']))).toBe(true);
    expect(left(entry({}))).toBe(false);
    expect(left(entry({}), justified({}))).toBe(true);
  });

  test.each<readonly [string, Partial<JustificationFact>, boolean]>([
    ['expires a moment later', { expiresAt: AFTER }, true],
    ['expires now', { expiresAt: NOW }, false],
    ['for another class', { classes: ['CRIMINAL_OFFENCE'] }, false],
    ['for another purpose', { purpose: 'SAFEGUARDING' }, false],
    ['for another person', { personId: 'parent' }, false],
    ['on another episode', { episodeId: 'episode-b' }, false],
    ['of somebody else', { accountId: 'colleague' }, false],
    ['withdrawn', { state: 'WITHDRAWN' }, false],
    ['without its Article 9 condition', { article9: null }, false],
  ])('a justification %s', (_name, change, expected) => {
    expect(left(entry({}), justified(change))).toBe(expected);
    expect(
      left(healthCondition('h1', { ...health, entryEpisodeId: 'episode-a' }), justified(change)),
    ).toBe(expected);
  });

  test('is justified for everybody it concerns, or not at all', () => {
    const both = entry({}, ['child', 'parent']);
    expect(left(both, justified({}))).toBe(false);
    expect(left(both, justified({}, { personId: 'parent' }))).toBe(true);
    expect(left(entry({}, []), justified({}))).toBe(false);
    expect(left(entry({ concerns: null }), justified({}))).toBe(false);
  });

  test('is never justified where it was recorded in no episode', () => {
    expect(left(healthCondition('h1', health), justified({}))).toBe(false);
  });

  test('is never justified where nobody knows the class, or nothing unlocks it', () => {
    for (const rowClass of ['SPECIAL_CATEGORY:STARSIGN', '', 'OPERATIONAL', 'constructor'])
      expect(left(entry({ rowClass }), justified({ classes: [rowClass] }))).toBe(false);
    expect(left(entry({ rowClass: 'PERSONAL' }), justified({ classes: ['PERSONAL'] }))).toBe(true);
  });

  test('is no matter for the agency that recorded it', () => {
    expect(left(entry({ agencyId: 'school' }))).toBe(true);
    expect(left(entry({ agencyId: 'school', rowClass: 'UNKNOWN' }))).toBe(true);
    expect(left(entry({ agencyId: null }))).toBe(false);
  });

  test('of a row of no person and no episode is never justified', () => {
    const candidate = { type: 'MatchCandidate', attributes: {}, about: { ...health } };
    expect(leaves({ row: candidate, facts: justified({}) }, 'always')).toBe(false);
    expect(leaves({ row: { ...candidate, about: {} } }, 'always')).toBe(true);
  });

  test('is no matter for the person it is about alone', () => {
    const reads = (row: OracleRow): boolean => leaves(mothers({ row }));
    expect(reads(entry({}, ['parent']))).toBe(true);
    expect(reads(healthCondition('h1', { ...health, personId: 'parent' }))).toBe(true);
    expect(reads({ ...parent, about: { ...parent.about, ...health } })).toBe(true);
    expect(reads(entry({}, ['parent', 'child']))).toBe(false);
    expect(reads(entry({}, ['child']))).toBe(false);
    expect(reads(entry({}, []))).toBe(false);
    expect(reads(entry({ agencyId: 'school' }, ['child']))).toBe(false);
  });

  test('no justification serves somebody of no agency', () => {
    const facts = justified({ accountId: 'mother' });
    expect(leaves(mothers({ row: entry({}), facts }))).toBe(false);
  });
});

describe('entry.purposeLocked', () => {
  type Agency = { readonly kind?: string; readonly standing?: string | null };
  const locked = (purposeLock: string | null, about: About = {}): OracleRow =>
    planAction(['child'], { purposeLock, ...about });
  const school = ({ standing = null, ...changes }: Agency): Partial<FactTables> => ({
    agency: county().agency.map((row) => (row.id === 'school' ? { ...row, ...changes } : row)),
    agencyStanding:
      standing === null
        ? []
        : [{ agencyId: 'school', standing, startsOn: TODAY, endsOn: TOMORROW }],
  });
  const council = { kind: 'COUNCIL' };
  const listed = { standing: 'DEA2017_SPECIFIED_PERSON' };
  const cases: readonly (readonly [string | null, Purpose, Agency, boolean])[] = [
    [null, 'COORDINATE_SUPPORT', {}, true],
    ['DEA2017_S35', 'COORDINATE_SUPPORT', {}, false],
    ['DEA2017_S35', 'COORDINATE_SUPPORT', listed, true],
    ['DEA2017_S35', 'COORDINATE_SUPPORT', { standing: 'CA2004_S11_BODY' }, false],
    ['DEA2017_S35', 'SAFEGUARDING', listed, false],
    ['DEA2017_S35', 'REVIEW', listed, false],
    ['WRA2012_S131', 'COORDINATE_SUPPORT', {}, false],
    ['WRA2012_S131', 'COORDINATE_SUPPORT', listed, false],
    ['WRA2012_S131', 'COORDINATE_SUPPORT', council, true],
    ['WRA2012_S131', 'EVALUATION', council, false],
    ['LEARNING_REVIEW', 'REVIEW', {}, true],
    ['LEARNING_REVIEW', 'COORDINATE_SUPPORT', { ...council, ...listed }, false],
    ['SOMETHING_NEW', 'COORDINATE_SUPPORT', { ...council, ...listed }, false],
    ['', 'COORDINATE_SUPPORT', { ...council, ...listed }, false],
    ['constructor', 'COORDINATE_SUPPORT', { ...council, ...listed }, false],
  ];
  test.each(cases)('%s for %s, agency %j: %j', (lock, purpose, agency, expected) => {
    const candidate = { type: 'MatchCandidate', attributes: {}, about: { purposeLock: lock } };
    const trial = { facts: school(agency), request: { purpose } };
    expect(leaves({ ...trial, row: locked(lock) })).toBe(expected);
    expect(leaves({ ...trial, row: candidate }, 'always')).toBe(expected);
  });

  test('binds the agency that recorded it too', () => {
    expect(leaves({ row: locked('DEA2017_S35', { agencyId: 'school' }) })).toBe(false);
  });

  test('binds a family member as somebody of no agency, except for what is about them alone', () => {
    const facts = school({ ...council, ...listed });
    const reads = (lock: string, concerns: readonly string[], purpose?: Purpose): boolean =>
      leaves(
        mothers({
          row: locked(lock, { concerns }),
          facts,
          request: purpose === undefined ? {} : { purpose },
        }),
      );
    for (const lock of ['DEA2017_S35', 'WRA2012_S131', 'LEARNING_REVIEW', 'SOMETHING_NEW']) {
      expect(reads(lock, ['child'])).toBe(false);
      expect(reads(lock, ['parent', 'child'])).toBe(false);
      expect(reads(lock, [])).toBe(false);
      expect(reads(lock, ['parent'])).toBe(true);
    }
    expect(reads('LEARNING_REVIEW', ['child'], 'REVIEW')).toBe(true);
  });
});
