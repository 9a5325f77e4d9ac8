import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRow, Rule } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import {
  asTeacher,
  child,
  county,
  episodeA,
  grantOnA,
  healthCondition,
  justificationOnA,
  LONG_AGO,
  NOW,
  parent,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
  rowOfFamily,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { classRule, rule } from './stored-rule.ts';

const everyType: readonly Rule[] = [...dictionary.keys()].map((resource) =>
  rule({ resource, fields: ['id'] }),
);

function sees(row: OracleRow, facts: Partial<FactTables> = {}, rules = everyType): boolean {
  return createOracle(county(facts), asTeacher, rules, dictionary).visible(row.type, row);
}

describe('a row is seen through the episodes it belongs to', () => {
  test('an episode through itself', () => {
    expect(sees(rowOfEpisodeA)).toBe(true);
    expect(sees(rowOfEpisodeB)).toBe(false);
  });

  test('an episode that no fact knows, through none', () => {
    expect(sees(rowOfEpisodeA, { episode: [] })).toBe(false);
  });

  test('a family through every episode of it', () => {
    expect(sees(rowOfFamily)).toBe(true);
    expect(sees({ ...rowOfFamily, about: { familyId: 'family-g' } })).toBe(false);
  });

  test('a person through every episode that concerns them', () => {
    expect(sees(child)).toBe(true);
    expect(sees(parent)).toBe(false);
  });

  test('a person’s entry through those too, but only its own when it was recorded in one', () => {
    expect(sees(healthCondition('h1'))).toBe(true);
    expect(sees(healthCondition('h1', { entryEpisodeId: 'episode-a' }))).toBe(true);
    expect(sees(healthCondition('h1', { entryEpisodeId: 'episode-b' }))).toBe(false);
    expect(sees(healthCondition('h1', { personId: 'parent' }))).toBe(false);
  });

  test('an entry recorded in an episode that does not concern its person, through none', () => {
    const entry = healthCondition('h1', { personId: 'parent', entryEpisodeId: 'episode-a' });
    expect(sees(entry)).toBe(false);
  });

  test('a practitioner through every episode they ever had a grant on', () => {
    const colleague = { type: 'Practitioner', attributes: {}, about: { accountId: 'colleague' } };
    const past = { ...grantOnA, accountId: 'colleague', revokedAt: grantOnA.startsAt };
    expect(sees(colleague)).toBe(false);
    expect(sees(colleague, { accessGrant: [grantOnA, past] })).toBe(true);
    expect(sees(colleague, { accessGrant: [grantOnA, { ...past, episodeId: 'episode-b' }] })).toBe(
      false,
    );
  });

  test('an agency through none, where only what needs no episode can hold', () => {
    const agency = { type: 'Agency', attributes: {}, about: {} };
    expect(sees(agency)).toBe(false);
    expect(sees(agency, {}, [rule({ resource: 'Agency', fields: ['id'], when: 'always' })])).toBe(
      true,
    );
  });

  test('a row that does not say what it belongs to is a mistake of the test', () => {
    expect(() => sees({ ...rowOfEpisodeA, about: {} })).toThrow('episodeId');
    expect(() => sees({ type: 'HealthCondition', attributes: {}, about: {} })).toThrow('personId');
  });
});

describe('everything a rule asks of an episode holds for the same one', () => {
  const team = rule({ fields: ['id'] });
  const health = classRule(['SPECIAL_CATEGORY:HEALTH'], {
    when: {
      all: [
        { holds: 'grant.live' },
        { holds: 'episode.open' },
        { holds: 'agreement.inForce' },
        { holds: 'justification.covers' },
      ],
    },
  });
  const readsHealth = (facts: Partial<FactTables>): boolean =>
    createOracle(county(facts), asTeacher, [team, health], dictionary).released(
      'Person',
      'healthConditions',
      child,
    );
  const onB = { episodeId: 'episode-b' };

  test('grant and justification on one episode', () => {
    expect(readsHealth({ justification: [justificationOnA] })).toBe(true);
  });

  test('a grant on A never combines with a justification on B', () => {
    expect(readsHealth({ justification: [{ ...justificationOnA, ...onB }] })).toBe(false);
  });

  test('both on B are as good as both on A', () => {
    expect(
      readsHealth({
        accessGrant: [{ ...grantOnA, ...onB }],
        justification: [{ ...justificationOnA, ...onB }],
      }),
    ).toBe(true);
  });

  test('an ended grant on A is not repaired by a live one on B', () => {
    expect(
      readsHealth({
        accessGrant: [
          { ...grantOnA, endsAt: asTeacher.now },
          { ...grantOnA, ...onB },
        ],
        justification: [justificationOnA],
      }),
    ).toBe(false);
  });

  test('an agreement or an open status of B does not serve A', () => {
    expect(
      readsHealth({
        justification: [justificationOnA],
        familyAgreement: county().familyAgreement.filter((row) => row.episodeId === 'episode-b'),
      }),
    ).toBe(false);
    expect(
      readsHealth({
        justification: [justificationOnA],
        episode: [
          { ...episodeA, status: 'CLOSED' },
          { ...episodeA, ...onB, id: 'episode-b' },
        ],
      }),
    ).toBe(false);
  });

  test('a row that is not visible releases nothing, even what a rule gives', () => {
    const named = rule({ fields: ['givenName'], when: 'always' });
    const oracle = createOracle(county(), asTeacher, [team, named], dictionary);
    expect(oracle.released('Person', 'givenName', child)).toBe(true);
    expect(oracle.released('Person', 'givenName', parent)).toBe(false);
  });
});

describe('a grant that is scoped to persons', () => {
  const onB = { ...grantOnA, episodeId: 'episode-b' };
  const scopedTo = (...persons: readonly string[]): Partial<FactTables> => ({
    accessGrant: [{ ...onB, persons }],
  });

  test('reaches them and their entries, and nobody else', () => {
    const ofParent = healthCondition('h1', { personId: 'parent' });
    expect(sees(child, scopedTo('child'))).toBe(true);
    expect(sees(healthCondition('h1'), scopedTo('child'))).toBe(true);
    expect(sees(parent, scopedTo('child'))).toBe(false);
    expect(sees(ofParent, scopedTo('child'))).toBe(false);
    expect(sees(parent, scopedTo('child', 'parent'))).toBe(true);
    expect(sees(child, scopedTo())).toBe(false);
  });

  test('still reaches the episode and the family', () => {
    for (const persons of [['child'], []])
      for (const row of [rowOfEpisodeB, rowOfFamily])
        expect(sees(row, scopedTo(...persons))).toBe(true);
  });

  test('reaches what concerns them and nobody else, and what one’s own agency wrote', () => {
    const concerning = (...concerns: readonly string[]) =>
      planAction(concerns, { episodeId: 'episode-b' });
    expect(sees(concerning('child'), scopedTo('child'))).toBe(true);
    expect(sees(concerning('child'), scopedTo('child', 'parent'))).toBe(true);
    expect(sees(concerning('child', 'parent'), scopedTo('child'))).toBe(false);
    expect(sees(concerning('parent'), scopedTo('child'))).toBe(false);
    expect(sees(concerning(), scopedTo('child'))).toBe(false);
    expect(sees(concerning(), { accessGrant: [{ ...onB, persons: ['child'] }, onB] })).toBe(true);
    const own = planAction(['parent'], { episodeId: 'episode-b', agencyId: 'school' });
    expect(sees(own, scopedTo('child'))).toBe(true);
  });

  test('leads to what holds entries, and not to an entry in it', () => {
    const row = (type: string) => ({ ...planAction([], { episodeId: 'episode-b' }), type });
    expect(sees(row('Plan'), scopedTo('child'))).toBe(true);
    expect(sees(row('PlanAction'), scopedTo('child'))).toBe(false);
  });

  test('reaches a household where one of them lives', () => {
    const lives = (personId: string, endedOn: string | null = null) => ({
      ...scopedTo('child'),
      householdPerson: [{ householdId: 'home', personId, startedOn: '2020-01-01', endedOn }],
    });
    const home = { ...rowOfFamily, about: { familyId: 'family-f', householdId: 'home' } };
    expect(sees(home, lives('child'))).toBe(true);
    expect(sees(home, lives('parent'))).toBe(false);
    expect(sees(home, lives('child', '2021-01-01'))).toBe(false);
  });

  test('reaches nobody whom the episode does not concern', () => {
    const facts = { accessGrant: [{ ...grantOnA, persons: ['parent'] }] };
    expect(sees(parent, facts)).toBe(false);
  });

  test('is judged by itself: another’s persons do not serve it', () => {
    const elsewhere = { ...grantOnA, persons: ['child'] };
    const accessGrant = [
      { ...onB, persons: ['child'] },
      { ...onB, persons: ['parent'], revokedAt: NOW },
    ];
    expect(sees(parent, { accessGrant })).toBe(false);
    expect(sees(parent, { accessGrant: [elsewhere, { ...onB, persons: ['child'] }] })).toBe(false);
    expect(sees(parent, { accessGrant: [{ ...onB, persons: ['child'] }, onB] })).toBe(true);
  });

  test('in another role serves that role’s rules alone', () => {
    const roleHolding = ['TAF_MEMBER', 'LEAD_PROFESSIONAL'].map((role) => ({
      accountId: 'teacher',
      role,
      startsAt: LONG_AGO,
      endsAt: null,
    }));
    const accessGrant = [
      { ...onB, persons: ['child'] },
      { ...onB, role: 'LEAD_PROFESSIONAL', persons: ['parent'] },
    ];
    const asTeam = rule({ fields: ['id'] });
    const asLead = rule({ fields: ['id'], role: 'LEAD_PROFESSIONAL' });
    expect(sees(parent, { roleHolding, accessGrant }, [asTeam])).toBe(false);
    expect(sees(parent, { roleHolding, accessGrant }, [asTeam, asLead])).toBe(true);
  });
});
