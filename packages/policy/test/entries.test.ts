import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRow } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import {
  AFTER,
  asTeacher,
  BEFORE,
  child,
  county,
  grantOnA,
  healthCondition,
  justificationOnA,
  LONG_AGO,
  NOW,
  parent,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { classRule, rule } from './stored-rule.ts';

const team = { holds: 'grant.live' };
const rules = [
  rule({ fields: ['id', 'givenName'], when: team }),
  classRule(['SPECIAL_CATEGORY:ETHNICITY', 'SPECIAL_CATEGORY:HEALTH'], {
    when: {
      all: [team, { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] }],
    },
  }),
  classRule(['SPECIAL_CATEGORY:HEALTH'], {
    resource: 'HealthCondition',
    when: {
      all: [team, { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] }],
    },
  }),
];
const forEthnicity = { ...justificationOnA, classes: ['SPECIAL_CATEGORY:ETHNICITY'] };

function ask(facts: Partial<FactTables> = {}): ReturnType<typeof createOracle> {
  return createOracle(county(facts), asTeacher, rules, dictionary);
}

function chosen(candidates: readonly OracleRow[], facts: Partial<FactTables> = {}): unknown {
  return ask(facts).chosenEntry('Person', 'ethnicity', child, candidates)?.attributes.id ?? null;
}

describe('the entry behind a scalar', () => {
  const ours = { agencyId: 'school' };

  test('is the latest that the field’s condition holds for', () => {
    const own = healthCondition('own', ours, LONG_AGO);
    const others = healthCondition('others', {}, BEFORE);
    expect(chosen([others, own])).toBe('own');
    expect(chosen([others, own], { justification: [forEthnicity] })).toBe('others');
  });

  test('is nothing where it holds for none', () => {
    expect(chosen([])).toBeNull();
    expect(chosen([healthCondition('others')])).toBeNull();
  });

  test('is told apart by id among those recorded at one instant', () => {
    const [a, b] = [healthCondition('a', ours, NOW), healthCondition('b', ours, NOW)];
    expect(chosen([a, b])).toBe('b');
    expect(chosen([b, a])).toBe('b');
    expect(chosen([b, healthCondition('a', ours, AFTER)])).toBe('a');
  });

  test('was recorded in no episode or in the one it is seen through', () => {
    const inB = healthCondition('in-b', { entryEpisodeId: 'episode-b' }, NOW);
    const inA = healthCondition('in-a', { entryEpisodeId: 'episode-a' }, BEFORE);
    const inNone = healthCondition('in-none', {}, LONG_AGO);
    const facts = { justification: [forEthnicity] };
    expect(chosen([inB, inA, inNone], facts)).toBe('in-a');
    expect(chosen([inB, inNone], facts)).toBe('in-none');
    expect(chosen([inB], facts)).toBeNull();
    expect(chosen([{ ...inB, about: { ...inB.about, ...ours } }], facts)).toBeNull();
  });

  test('is none that its own class or purpose lock keeps back', () => {
    const facts = { justification: [forEthnicity] };
    const plain = healthCondition('plain', {}, LONG_AGO);
    const inA = { entryEpisodeId: 'episode-a' };
    for (const about of [
      { rowClass: 'CRIMINAL_OFFENCE' },
      { rowClass: 'CRIMINAL_OFFENCE', ...inA },
      { purposeLock: 'DEA2017_S35' },
      { purposeLock: 'DEA2017_S35', agencyId: 'school' },
    ]) {
      expect(chosen([plain, healthCondition('kept', about, NOW)], facts)).toBe('plain');
      expect(chosen([healthCondition('kept', about, NOW)], facts)).toBeNull();
    }
  });

  test('may be of a class of its own where that is justified in the episode it was recorded in', () => {
    const both = [...forEthnicity.classes, 'CRIMINAL_OFFENCE'];
    const facts = { justification: [{ ...forEthnicity, classes: both }] };
    const stricter = { rowClass: 'CRIMINAL_OFFENCE' };
    expect(
      chosen([healthCondition('h', { ...stricter, entryEpisodeId: 'episode-a' })], facts),
    ).toBe('h');
    expect(chosen([healthCondition('h', stricter)], facts)).toBeNull();
    expect(chosen([healthCondition('h', { ...stricter, ...ours })])).toBe('h');
  });

  test('is the person’s own', () => {
    expect(chosen([healthCondition('h', { ...ours, personId: 'parent' })])).toBeNull();
  });

  test('is hidden by an exclusion of the detail, and with the person', () => {
    const own = healthCondition('own', ours);
    const exclusion = [
      {
        episodeId: 'episode-b',
        agencyId: 'school',
        scope: 'DETAILS',
        coordinates: ['Person.ethnicity'],
        personId: 'child',
        startsAt: LONG_AGO,
        endsAt: null,
      },
    ];
    expect(chosen([own], { exclusion })).toBeNull();
    expect(chosen([own], { accessGrant: [{ ...grantOnA, revokedAt: NOW }] })).toBeNull();
  });
});

describe('a notice that a field is withheld', () => {
  const wholeAgency = {
    episodeId: 'episode-a',
    agencyId: 'school',
    scope: 'WHOLE_AGENCY',
    coordinates: [],
    personId: null,
    startsAt: LONG_AGO,
    endsAt: null,
  };
  const detail = {
    ...wholeAgency,
    scope: 'DETAILS',
    coordinates: ['Person.givenName', 'Person.ethnicity'],
  };

  test('says what would change it', () => {
    expect(ask().withheldReason('Person', 'healthConditions', child, 'ENTRIES')).toMatchObject({
      code: 'JUSTIFICATION_REQUIRED',
      clause: 'SHR-4.3-cond',
    });
    expect(ask().withheldReason('Person', 'convictions', child)?.code).toBe('ROLE_NOT_PERMITTED');
  });

  test('is not due on what is released', () => {
    const justified = ask({ justification: [justificationOnA] });
    expect(justified.withheldReason('Person', 'healthConditions', child, 'ENTRIES')).toBeNull();
    expect(justified.withheldReason('Person', 'givenName', child)).toBeNull();
  });

  test('is never due on a row that is not visible', () => {
    expect(ask().withheldReason('Person', 'healthConditions', parent, 'ENTRIES')).toBeNull();
    expect(
      ask({ exclusion: [wholeAgency] }).withheldReason('Person', 'convictions', child),
    ).toBeNull();
  });

  test('is silent about what a family excluded', () => {
    const excluded = ask({ exclusion: [detail] });
    expect(excluded.released('Person', 'givenName', child)).toBe(false);
    expect(excluded.disclosed('Person', 'givenName', child)).toBe(true);
    expect(excluded.withheldReason('Person', 'givenName', child)).toBeNull();
  });

  test('is silent about restrictions, limits, stricter classes and purpose locks', () => {
    const silent: readonly (readonly [Partial<FactTables>, Partial<OracleRow['about']>])[] = [
      [
        {
          restriction: [
            {
              id: 'restriction',
              protectedPersonId: 'child',
              familyId: 'family-f',
              itemId: null,
              coordinates: ['HealthCondition.label'],
              hiddenFromAgencyId: 'school',
              hiddenFromPersonId: null,
              startsAt: LONG_AGO,
              endsAt: null,
            },
          ],
        },
        {},
      ],
      [
        {
          processingRestriction: [
            {
              id: 'processing',
              personId: 'child',
              coordinates: ['HealthCondition.label'],
              startsAt: LONG_AGO,
              endsAt: null,
            },
          ],
        },
        {},
      ],
      [{}, { rowClass: 'CRIMINAL_OFFENCE' }],
      [{}, { purposeLock: 'DEA2017_S35' }],
    ];
    const justification = [{ ...justificationOnA, classes: ['SPECIAL_CATEGORY:HEALTH'] }];
    for (const [facts, about] of silent) {
      const row = healthCondition('h', about);
      const asked = ask({ ...facts, justification });
      expect(asked.released('HealthCondition', 'label', row)).toBe(false);
      expect(asked.withheldReason('HealthCondition', 'label', row)).toBeNull();
    }
    const plain = ask({ justification });
    expect(plain.released('HealthCondition', 'label', healthCondition('h'))).toBe(true);
  });

  test('is the same with and without an exclusion where a class rule withholds', () => {
    expect(
      ask({ exclusion: [detail] }).withheldReason('Person', 'ethnicity', child, 'ENTRIES'),
    ).toEqual(ask().withheldReason('Person', 'ethnicity', child, 'ENTRIES'));
  });

  test('takes no account of whose entries there are', () => {
    const row = { ...child, about: { ...child.about, agencyId: 'school' } };
    expect(ask().withheldReason('Person', 'ethnicity', row, 'ENTRIES')?.code).toBe(
      'JUSTIFICATION_REQUIRED',
    );
    expect(
      ask().withheldReason(
        'HealthCondition',
        'label',
        healthCondition('h', { agencyId: 'school' }),
      ),
    ).toBeNull();
  });
});

test('a row of another type than was asked about is a mistake of the test', () => {
  expect(() => ask().visible('Family', child)).toThrow('Family');
});
