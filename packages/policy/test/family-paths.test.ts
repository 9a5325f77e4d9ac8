import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRow, Rule } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import { asMother, mothersFacts } from './family-member.ts';
import {
  child,
  episodeA,
  grantOnA,
  healthCondition,
  NOW,
  parent,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { rule } from './stored-rule.ts';

describe('a family member reads through the episodes that concern them', () => {
  const concernsMe = { holds: 'episode.concernsMe' };
  const own: readonly Rule[] = [...dictionary.keys()].map((resource) =>
    rule({ role: 'FAMILY_MEMBER', resource, fields: ['id'], when: concernsMe }),
  );
  const mother = (row: OracleRow, facts: Partial<FactTables> = {}, rules = own): boolean =>
    createOracle(mothersFacts(facts), asMother, rules, dictionary).visible(row.type, row);
  const grant = { ...grantOnA, accountId: 'mother', role: 'FAMILY_MEMBER' };

  test('whatever belongs to such an episode, and nothing else', () => {
    expect(mother(rowOfEpisodeB)).toBe(true);
    expect(mother(rowOfEpisodeA)).toBe(false);
    expect(mother(planAction(['child'], { episodeId: 'episode-b' }))).toBe(true);
    expect(mother(planAction(['parent']))).toBe(false);
    expect(mother(rowOfFamily)).toBe(true);
    expect(mother(parent)).toBe(true);
    expect(mother(child)).toBe(true);
    expect(mother(healthCondition('h1', { entryEpisodeId: 'episode-a' }))).toBe(false);
    expect(mother({ type: 'Agency', attributes: {}, about: {} })).toBe(false);
  });

  test('a practitioner of one of them, too', () => {
    const colleague = { type: 'Practitioner', attributes: {}, about: { accountId: 'colleague' } };
    const onB = { ...grantOnA, accountId: 'colleague', episodeId: 'episode-b' };
    expect(mother(colleague, { accessGrant: [onB] })).toBe(true);
    expect(mother(colleague, { accessGrant: [{ ...onB, episodeId: 'episode-a' }] })).toBe(false);
  });

  test('not where the account is nobody, or no family member’s', () => {
    expect(mother(rowOfEpisodeB, { accountPerson: [] })).toBe(false);
    expect(mother(rowOfEpisodeB, { episodePerson: [] })).toBe(false);
    const account = mothersFacts().account.map((row) => ({ ...row, kind: 'PRACTITIONER' }));
    expect(mother(rowOfEpisodeB, { account, training: [] })).toBe(false);
  });

  test('a grant is another way: what a rule asks holds on one', () => {
    const granted = rule({ role: 'FAMILY_MEMBER', resource: 'Episode', fields: ['id'] });
    const both = rule({
      role: 'FAMILY_MEMBER',
      resource: 'Episode',
      fields: ['id'],
      when: { all: [{ holds: 'grant.live' }, concernsMe] },
    });
    const onB = { accessGrant: [{ ...grant, episodeId: 'episode-b' }] };
    expect(mother(rowOfEpisodeB, {}, [granted])).toBe(false);
    expect(mother(rowOfEpisodeB, onB, [granted])).toBe(true);
    expect(mother(rowOfEpisodeB, onB, [both])).toBe(false);
    expect(mother(rowOfEpisodeB, onB, own)).toBe(true);
  });

  test('an open status or an agreement of A does not serve B', () => {
    const open = rule({
      role: 'FAMILY_MEMBER',
      fields: ['id'],
      when: { all: [concernsMe, { holds: 'episode.open' }] },
    });
    const closedB = [episodeA, { ...episodeA, id: 'episode-b', status: 'CLOSED' }];
    expect(mother(child, {}, [open])).toBe(true);
    expect(mother(child, { episode: closedB }, [open])).toBe(false);
  });

  test('no exclusion of the agency that vouches for them, but a conflict they declared', () => {
    const exclusion = {
      episodeId: 'episode-b',
      agencyId: 'school',
      scope: 'WHOLE_AGENCY',
      coordinates: [],
      personId: null,
      startsAt: NOW,
      endsAt: null,
    };
    const ofSchool: OracleRow = {
      type: 'Exclusion',
      attributes: {},
      about: { episodeId: 'episode-b', excludedAgencyId: 'school' },
    };
    const conflict = { accountId: 'mother', familyId: 'family-f', declaredAt: NOW, endedAt: null };
    expect(mother(rowOfEpisodeB, { exclusion: [exclusion] })).toBe(true);
    expect(mother(ofSchool, { exclusion: [exclusion] })).toBe(true);
    expect(mother(rowOfEpisodeB, { conflictOfInterest: [conflict] })).toBe(false);
  });
});
