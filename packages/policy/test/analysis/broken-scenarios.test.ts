import { describe, expect, test } from 'vitest';
import type { ConditionTemplate, Rule } from '../../src/index.ts';
import { brokenScenarios } from '../../src/index.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule } from '../stored-rule.ts';

const GRANT: ConditionTemplate = { holds: 'grant.live' };
const OPEN: ConditionTemplate = { holds: 'episode.open' };
const JUSTIFIED: ConditionTemplate = { holds: 'justification.covers' };
const OWN: ConditionTemplate = { holds: 'entry.ownAgency' };

const AGREED = rule({
  name: 'team-reads',
  fields: ['ethnicity'],
  when: { all: [GRANT, OPEN, { any: [JUSTIFIED, OWN] }] },
});

function changed(when: ConditionTemplate): readonly Rule[] {
  return [{ ...AGREED, when }];
}

function broken(draft: readonly Rule[], live: readonly Rule[] = [AGREED]): readonly string[] {
  return brokenScenarios([AGREED], live, draft, dictionary, () => 'a teacher').map(
    ({ outcome, already, story }) => `${outcome}${already ? ' already' : ''}: ${story}`,
  );
}

const WORDS = {
  grant: 'the reader holds live access to the episode in this role',
  open: 'the episode is open',
  justified:
    'a live justification of the reader covers this class of data for every person it is about',
  own: 'it comes from the reader’s own agency',
};

describe('scenarios of a rule of the agreement', () => {
  test('none is broken by the rule itself, nor by other words for it', () => {
    expect(broken([AGREED])).toEqual([]);
    expect(
      broken(
        changed({
          any: [
            { all: [GRANT, OPEN, JUSTIFIED] },
            { all: [OPEN, OWN, GRANT, { holds: 'episode.underScreening' }] },
          ],
        }),
      ),
    ).toEqual([]);
  });

  test('a condition left out breaks what was denied for want of it', () => {
    expect(broken(changed({ all: [GRANT, { any: [JUSTIFIED, OWN] }] }))).toEqual(
      [WORDS.justified, WORDS.own].map(
        (key) =>
          `denied: SHR-3.3.1 denies a teacher: Person.ethnicity where ${WORDS.grant}; ${key}, but not: ${WORDS.open}. The draft grants it.`,
      ),
    );
  });

  test('a condition more breaks what was granted', () => {
    const more = changed({ all: [AGREED.when, { holds: 'agency.health' }] });
    expect(broken(more)).toEqual(
      [WORDS.justified, WORDS.own].map(
        (key) =>
          `granted: SHR-3.3.1 grants a teacher: Person.ethnicity where ${WORDS.grant}; ${WORDS.open}; ${key}. The draft does not.`,
      ),
    );
  });

  test('an alternative left out breaks the one that went', () => {
    expect(broken(changed({ all: [GRANT, OPEN, JUSTIFIED] }))).toEqual([
      `granted: SHR-3.3.1 grants a teacher: Person.ethnicity where ${WORDS.grant}; ${WORDS.open}; ${WORDS.own}. The draft does not.`,
    ]);
  });

  test('a rule, a field or a purpose that went', () => {
    for (const draft of [
      [],
      [{ ...AGREED, covers: { kind: 'FIELDS' as const, fields: ['id'] } }],
      [{ ...AGREED, purposes: ['SAFEGUARDING' as const] }],
    ])
      expect(broken(draft)).toHaveLength(2);
  });

  test('a denial added', () => {
    expect(
      broken([
        AGREED,
        rule({ effect: 'DENY', fields: ['ethnicity'], when: { holds: 'entry.ownAgency' } }),
      ]),
    ).toEqual([expect.stringContaining(`${WORDS.own}. The draft does not.`)]);
  });

  test('a denial of the agreement that went breaks what it denied', () => {
    const granting = rule({ fields: ['ethnicity'], when: GRANT });
    const agreed = [granting, rule({ effect: 'DENY', fields: ['ethnicity'], when: OPEN })];
    expect(brokenScenarios(agreed, agreed, agreed, dictionary)).toEqual([]);
    expect(brokenScenarios(agreed, agreed, [granting], dictionary)).toMatchObject([
      { outcome: 'denied', already: false, coordinates: ['Person.ethnicity'] },
    ]);
  });

  test('a rule that opens the field otherwise breaks what was denied', () => {
    const other = rule({ name: 'other', fields: ['ethnicity'], when: GRANT });
    expect(broken([AGREED, other]).every((one) => one.startsWith('denied'))).toBe(true);
    expect(broken([AGREED, other]).length).toBeGreaterThan(1);
  });

  test('what another rule of the agreement grants is not denied', () => {
    const agreed = [
      rule({ name: 'open', when: { all: [GRANT, OPEN] } }),
      rule({ name: 'closed', when: { all: [GRANT, { not: OPEN }] } }),
    ];
    expect(brokenScenarios(agreed, agreed, [rule({ when: GRANT })], dictionary)).toEqual([]);
  });

  test('it is said where the live rules break it, too', () => {
    expect(broken([], [])).toEqual([
      expect.stringMatching(/^granted already/),
      expect.stringMatching(/^granted already/),
    ]);
  });

  test('fields and purposes of one case are one scenario', () => {
    const agreed = rule({
      fields: ['ethnicity', 'healthConditions', 'convictions'],
      purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
      when: GRANT,
    });
    expect(brokenScenarios([agreed], [agreed], [], dictionary)).toMatchObject([
      {
        coordinates: ['Person.ethnicity', 'Person.healthConditions', 'Person.convictions'],
        purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
      },
    ]);
  });

  test('comparisons are conditions like others', () => {
    const agreed = rule({ when: { all: [GRANT, { where: { rating: { $gte: 2 } } }] } });
    const draft = rule({ when: { all: [GRANT, { where: { rating: { $gt: 2 } } }] } });
    expect(brokenScenarios([agreed], [agreed], [draft], dictionary)).toMatchObject([
      { outcome: 'granted', story: expect.stringContaining('its `rating` is 2') },
    ]);
  });

  test('what is too large to try counts as broken', () => {
    const many: ConditionTemplate = {
      any: Array.from({ length: 500 }, (_, i) => ({ where: { rating: i } })),
    };
    expect(broken(changed({ all: [AGREED.when, many] }))).toEqual([
      expect.stringContaining('could not be told'),
    ]);
    const agreed = rule({ when: { all: [GRANT, many] } });
    expect(brokenScenarios([agreed], [agreed], [], dictionary)).toMatchObject([
      { story: expect.stringContaining('could not be told') },
    ]);
  });
});
