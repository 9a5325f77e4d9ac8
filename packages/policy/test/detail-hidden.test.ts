import { describe, expect, test } from 'vitest';
import type {
  ExclusionFact,
  FactTables,
  OracleRow,
  ProcessingRestrictionFact,
  RestrictionFact,
} from '../src/index.ts';
import { holdsFor, leaves } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  grantOnA,
  healthCondition,
  NOW,
  parent,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from './small-county.ts';

type Case = readonly [name: string, change: object, left: boolean];

const details: ExclusionFact = {
  episodeId: 'episode-a',
  agencyId: 'school',
  scope: 'DETAILS',
  coordinates: ['Person.givenName'],
  personId: null,
  startsAt: BEFORE,
  endsAt: null,
};

/** Every way in which time makes something live or not. */
const TIMES: readonly Case[] = [
  ['starts now', { startsAt: NOW }, false],
  ['starts a moment later', { startsAt: AFTER }, true],
  ['ends a moment later', { endsAt: AFTER }, false],
  ['ends now', { endsAt: NOW }, true],
];

describe('detail.hidden by an exclusion', () => {
  const cases: readonly Case[] = [
    ['of everybody in the episode', {}, false],
    ['of this person', { personId: 'child' }, false],
    [
      'of this person, recorded in another family’s episode',
      { personId: 'child', episodeId: 'episode-z' },
      false,
    ],
    ['of another person', { personId: 'parent' }, true],
    ['of an episode that does not concern the person', { episodeId: 'episode-z' }, true],
    ['of another field', { coordinates: ['Person.nhsNumber'] }, true],
    ['of several fields', { coordinates: ['Person.nhsNumber', 'Person.givenName'] }, false],
    ['of the same field of another type', { coordinates: ['Practitioner.givenName'] }, true],
    ['of no field', { coordinates: [] }, true],
    ['of another agency', { agencyId: 'clinic' }, true],
    ['of the whole agency’s scope', { scope: 'WHOLE_AGENCY', episodeId: 'episode-z' }, true],
    ...TIMES,
  ];
  test.each(cases)('%s', (_name, change, left) => {
    const facts = { exclusion: [{ ...details, ...change }] };
    expect(leaves({ facts, field: 'givenName' })).toBe(left);
    expect(leaves({ facts, field: 'id' })).toBe(true);
  });

  test('binds the person whatever episode the row is seen through', () => {
    const facts = { exclusion: [{ ...details, episodeId: 'episode-b' }], accessGrant: [grantOnA] };
    expect(holdsFor('grant.live', { facts, field: 'givenName' })).toBe(false);
  });

  test('binds a person’s entries', () => {
    const facts = { exclusion: [{ ...details, coordinates: ['HealthCondition.label'] }] };
    expect(leaves({ facts, field: 'label', row: healthCondition('h1') })).toBe(false);
  });

  test('of one person binds an entry that concerns them, in whatever episode, or nobody in particular', () => {
    const facts = {
      exclusion: [{ ...details, coordinates: ['PlanAction.text'], personId: 'child' }],
    };
    const left = (row: OracleRow): boolean => leaves({ facts, field: 'text', row });
    expect(left(planAction(['child']))).toBe(false);
    expect(left(planAction(['parent', 'child'], { episodeId: 'episode-b' }))).toBe(false);
    expect(left(planAction(['parent']))).toBe(true);
    expect(left(planAction([]))).toBe(false);
    expect(left({ ...rowOfEpisodeA, type: 'PlanAction' })).toBe(false);
  });

  test('binds a row of that episode; of one person, every row of the family that names nobody', () => {
    const ofEpisode = { ...details, coordinates: ['Episode.reason'] };
    const left = (exclusion: ExclusionFact, row: OracleRow): boolean =>
      leaves({ facts: { exclusion: [exclusion] }, field: 'reason', row });
    expect(left(ofEpisode, rowOfEpisodeA)).toBe(false);
    expect(left(ofEpisode, rowOfEpisodeB)).toBe(true);
    const ofChild = { ...ofEpisode, personId: 'child' };
    expect(left(ofChild, rowOfEpisodeA)).toBe(false);
    expect(left(ofChild, rowOfEpisodeB)).toBe(false);
    expect(left({ ...ofChild, episodeId: 'episode-of-others' }, rowOfEpisodeA)).toBe(true);
  });

  test('binds the family of its episode, also where it is about one person', () => {
    const excluded = { ...details, coordinates: ['Family.reference'] };
    const family = (exclusion: typeof excluded): boolean =>
      leaves({ facts: { exclusion: [exclusion] }, field: 'reference', row: rowOfFamily });
    expect(family({ ...excluded, personId: null })).toBe(false);
    expect(family({ ...excluded, personId: 'child' })).toBe(false);
    expect(family({ ...excluded, personId: 'child', episodeId: 'episode-of-others' })).toBe(true);
    expect(family({ ...excluded, personId: null, episodeId: 'episode-of-others' })).toBe(true);
  });
});

describe('detail.hidden by an exclusion, from a family member', () => {
  test('never: they work for no agency, though one vouches for them', () => {
    const facts = { exclusion: [details, { ...details, scope: 'WHOLE_AGENCY' }] };
    expect(leaves(mothers({ facts, field: 'givenName' }))).toBe(true);
  });
});

const restriction: RestrictionFact = {
  id: 'restriction',
  protectedPersonId: 'child',
  familyId: 'family-f',
  itemId: null,
  coordinates: ['Person.givenName', 'PlanAction.text', 'HealthCondition.label'],
  hiddenFromAgencyId: 'school',
  hiddenFromPersonId: null,
  startsAt: BEFORE,
  endsAt: null,
};

describe('detail.hidden by a safety restriction', () => {
  const left = (changes: object, row: OracleRow = child, field = 'givenName'): boolean =>
    leaves({ facts: { restriction: [{ ...restriction, ...changes }] }, row, field });
  const cases: readonly Case[] = [
    ['from the caller’s agency', {}, false],
    ['from another agency', { hiddenFromAgencyId: 'clinic' }, true],
    ['from nobody', { hiddenFromAgencyId: null }, true],
    ['from a person', { hiddenFromAgencyId: null, hiddenFromPersonId: 'parent' }, true],
    ['of another person', { protectedPersonId: 'parent' }, true],
    ['of another detail', { coordinates: ['Person.nhsNumber'] }, true],
    ['of another family, about the same person', { familyId: 'family-g' }, false],
    ...TIMES,
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(left(change)).toBe(expected);
    expect(left(change, child, 'id')).toBe(true);
  });

  test('of a person binds their rows and the entries that concern them or nobody in particular', () => {
    expect(left({}, parent)).toBe(true);
    expect(left({}, healthCondition('h1'), 'label')).toBe(false);
    expect(left({}, healthCondition('h1', { personId: 'parent' }), 'label')).toBe(true);
    expect(left({}, planAction(['parent', 'child']), 'text')).toBe(false);
    expect(left({}, planAction(['parent']), 'text')).toBe(true);
    expect(left({}, planAction([]), 'text')).toBe(false);
  });

  test('of a person binds what names nobody, as their family’s', () => {
    const reference = { coordinates: ['Family.reference'] };
    expect(left(reference, rowOfFamily, 'reference')).toBe(false);
    expect(left({ ...reference, familyId: 'family-g' }, rowOfFamily, 'reference')).toBe(true);
    const reason = { coordinates: ['Episode.reason'] };
    expect(left(reason, rowOfEpisodeA, 'reason')).toBe(false);
    expect(left({ ...reason, familyId: 'family-g' }, rowOfEpisodeA, 'reason')).toBe(true);
  });

  test('of an item binds that row alone, of whatever kind', () => {
    const item = { itemId: 'action', coordinates: ['PlanAction.text', 'Address.line'] };
    expect(left(item, planAction(['parent']), 'text')).toBe(false);
    expect(left(item, planAction([]), 'text')).toBe(false);
    expect(left(item, planAction(['child'], { rowId: 'another' }), 'text')).toBe(true);
    expect(left({ itemId: 'another' })).toBe(true);
    expect(left({ itemId: 'child' })).toBe(false);
    const address = { type: 'Address', attributes: {}, about: { familyId: 'family-f' } };
    const withId = { ...address, about: { ...address.about, rowId: 'action' } };
    expect(left(item, withId, 'line')).toBe(false);
    expect(left(item, address, 'line')).toBe(true);
  });

  test.each([
    ['Address.line', false],
    ['Address.town', false],
    ['Address.postcode', false],
    ['Address.id', false],
    ['Household.id', false],
    ['Household.addresses', false],
    ['Address.startedOn', true],
    ['Person.givenName', true],
  ])('an item’s %s gives the family’s address away', (coordinate, expected) => {
    const item = { itemId: 'address', coordinates: [coordinate] };
    expect(left(item, rowOfFamily, 'address')).toBe(expected);
    expect(left(item, rowOfFamily, 'reference')).toBe(true);
    expect(left({ ...item, familyId: 'family-g' }, rowOfFamily, 'address')).toBe(true);
    expect(left({ ...item, itemId: null }, rowOfFamily, 'address')).toBe(expected);
  });

  test('from a person binds the family member who is that person, and nobody of an agency', () => {
    const fromParent = { ...restriction, hiddenFromAgencyId: null, hiddenFromPersonId: 'parent' };
    const read = (changes: object): boolean =>
      leaves(
        mothers({ facts: { restriction: [{ ...fromParent, ...changes }] }, field: 'givenName' }),
      );
    expect(read({})).toBe(false);
    expect(read({ hiddenFromPersonId: 'uncle' })).toBe(true);
    expect(read({ hiddenFromPersonId: null, hiddenFromAgencyId: 'school' })).toBe(true);
    expect(read({ endsAt: NOW })).toBe(true);
  });
});

describe('detail.hidden by a processing restriction', () => {
  const processing: ProcessingRestrictionFact = {
    id: 'processing',
    personId: 'child',
    coordinates: ['Person.givenName', 'PlanAction.text', 'HealthCondition.label'],
    startsAt: BEFORE,
    endsAt: null,
  };
  const facts = (changes: object = {}): Partial<FactTables> => ({
    processingRestriction: [{ ...processing, ...changes }],
  });
  const cases: readonly Case[] = [
    ['of the person', {}, false],
    ['of another person', { personId: 'parent' }, true],
    ['of another detail', { coordinates: ['Person.nhsNumber'] }, true],
    ...TIMES,
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(leaves({ facts: facts(change), field: 'givenName' })).toBe(expected);
    expect(leaves({ facts: facts(change), field: 'id' })).toBe(true);
  });

  test('binds entries of theirs and those that concern them', () => {
    const left = (row: OracleRow, field: string): boolean => leaves({ facts: facts(), row, field });
    expect(left(healthCondition('h1'), 'label')).toBe(false);
    expect(left(planAction(['parent', 'child']), 'text')).toBe(false);
    expect(left(planAction(['parent']), 'text')).toBe(true);
  });

  test('never binds the person themself', () => {
    const own = { processingRestriction: [{ ...processing, personId: 'parent' }] };
    expect(leaves(mothers({ facts: own, field: 'givenName', row: parent }))).toBe(true);
    expect(leaves(mothers({ facts: facts(), field: 'givenName' }))).toBe(false);
    expect(leaves({ facts: own, field: 'givenName', row: parent })).toBe(false);
  });
});
