import { describe, expect, test } from 'vitest';
import type { AccessExplanation, FoundRecord, Outcomes, Purpose, Rule } from '../src/index.ts';
import { abilityFor, explainField, testsFor } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';
import { rule } from './stored-rule.ts';

const seen = rule({ name: 'row', fields: ['id'] });
const justified = rule({
  name: 'names',
  fields: ['givenName'],
  when: {
    all: [{ holds: 'grant.live' }, { holds: 'episode.open' }, { holds: 'justification.covers' }],
  },
});

/** A path on which these predicates hold, and comparisons only where asked for. */
function path(holding: readonly string[], compared = false): Outcomes {
  return (each) => (each.kind === 'COMPARE' ? compared : holding.includes(each.atom.predicate));
}

function explain(
  rules: readonly Rule[],
  paths: readonly Outcomes[] | null,
  changes: { readonly roles?: readonly string[]; readonly purpose?: Purpose } & Partial<
    Pick<FoundRecord, 'showsOwnEntry'>
  > & { readonly ofEntries?: boolean } = {},
): AccessExplanation {
  const { roles = ['TAF_MEMBER'], purpose = 'COORDINATE_SUPPORT' } = changes;
  const holder = { roles, purpose };
  return explainField(
    {
      type: 'Person',
      field: 'givenName',
      ofEntries: changes.ofEntries ?? false,
      holder,
      rules,
      ability: abilityFor(rules, holder, dictionary),
      dictionary,
      policyVersion: 3,
    },
    paths === null ? null : { paths, showsOwnEntry: changes.showsOwnEntry ?? false },
  );
}

describe('a field of a record', () => {
  test('that is open is explained by the rule that opens it, every condition met', () => {
    const { outcome, decidedBy, required } = explain(
      [seen, justified],
      [path(['grant.live', 'episode.open', 'justification.covers'])],
    );
    expect({ outcome, required }).toEqual({ outcome: 'OPEN', required: [] });
    expect(decidedBy?.name).toBe('names');
    expect(decidedBy?.conditions.map(({ verdict }) => verdict)).toEqual(['MET', 'MET', 'MET']);
  });

  test('that is withheld is explained by the rule from which least is missing', () => {
    const far = rule({
      name: 'far',
      fields: ['givenName'],
      when: { all: [{ holds: 'episode.steppedUp' }, { holds: 'justification.covers' }] },
    });
    const { outcome, decidedBy, required } = explain(
      [far, justified, seen],
      [path(['grant.live', 'episode.open'])],
    );
    expect(outcome).toBe('WITHHELD');
    expect(decidedBy?.name).toBe('names');
    expect(required.map(({ clause }) => clause)).toEqual(['SHR-4.3-cond']);
  });

  test('asks for what somebody can bring about before what nobody can', () => {
    const either = rule({
      fields: ['givenName'],
      when: {
        any: [
          { holds: 'entry.ownAgency' },
          { all: [{ holds: 'episode.open' }, { holds: 'justification.covers' }] },
        ],
      },
    });
    const { required } = explain([seen, either], [path(['grant.live'])]);
    expect(required).toHaveLength(2);
    for (const { whoCan } of required) expect(whoCan).not.toBeNull();
  });

  test('says what nobody can bring about', () => {
    const own = rule({ fields: ['givenName'], when: { holds: 'entry.ownAgency' } });
    const { required } = explain([seen, own], [path(['grant.live'])]);
    expect(required.map(({ whoCan }) => whoCan)).toEqual([null]);
  });

  test('that a rule denies is explained by the denial', () => {
    const denial = rule({
      name: 'not-when-stepped-up',
      fields: ['givenName'],
      effect: 'DENY',
      when: { holds: 'episode.steppedUp' },
    });
    const open = rule({ fields: ['givenName'] });
    const { outcome, decidedBy, required } = explain(
      [seen, open, denial],
      [path(['grant.live', 'episode.steppedUp'])],
    );
    expect(outcome).toBe('WITHHELD');
    expect(decidedBy).toMatchObject({ name: 'not-when-stepped-up', verdict: 'MET' });
    expect(required.map(({ words }) => words)).toEqual([
      'not (the episode is stepped up to social care)',
    ]);
  });

  test('that is denied without a condition is explained by that, and nothing that could become true', () => {
    const denial = rule({
      name: 'set-aside',
      fields: ['givenName'],
      effect: 'DENY',
      when: 'always',
    });
    const { outcome, decidedBy, required } = explain(
      [seen, rule({ fields: ['givenName'] }), denial],
      [path(['grant.live'])],
    );
    expect({ outcome, required }).toEqual({ outcome: 'WITHHELD', required: [] });
    expect(decidedBy).toMatchObject({ name: 'set-aside', effect: 'DENY', verdict: 'MET' });
  });

  test('compares in words', () => {
    const compared = rule({
      fields: ['givenName'],
      when: { all: [{ holds: 'grant.live' }, { where: { rating: { $gte: 3 } } }] },
    });
    const { required } = explain([seen, compared], [path(['grant.live'])]);
    expect(required.map(({ words }) => words)).toEqual(['its `rating` is at least 3']);
  });

  test('of entries is open where one of the own agency gives the value, and says so where it does not', () => {
    const own = rule({
      fields: ['givenName'],
      when: {
        all: [
          { holds: 'grant.live' },
          { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] },
        ],
      },
    });
    const paths = [path(['grant.live', 'entry.ownAgency'])];
    const withheld = explain([seen, own], paths, { ofEntries: true });
    expect(withheld.outcome).toBe('WITHHELD');
    expect(withheld.message).toContain('own agency recorded is shown all the same');
    expect(explain([seen, own], paths, { ofEntries: true, showsOwnEntry: true }).outcome).toBe(
      'OPEN',
    );
  });
});

describe('nothing is told', () => {
  test('of an episode through which the record is not seen', () => {
    const elsewhere = rule({
      fields: ['id'],
      when: { all: [{ holds: 'grant.live' }, { holds: 'episode.open' }] },
    });
    const visible = path(['grant.live', 'episode.open']);
    // The closed episode has the justification: only its being open would be missing there.
    const closed = path(['grant.live', 'justification.covers']);
    const alone = explain([elsewhere, justified], [visible]);
    expect(explain([elsewhere, justified], [closed, visible])).toEqual(alone);
    expect(alone.required.map(({ clause }) => clause)).toEqual(['SHR-4.3-cond']);
  });

  test('of what is protected: it is as if it had never been recorded', () => {
    const rules = [
      seen,
      rule({
        fields: ['givenName'],
        when: { all: [{ holds: 'grant.live' }, { not: { holds: 'limit.hides' } }] },
      }),
    ];
    const free = explain(rules, [path(['grant.live'])]);
    // Of the field only: what hides the row itself hides it whole.
    const hiding = path(['grant.live', 'limit.hides']);
    const hidden = explain(rules, [
      (each) =>
        each.kind === 'HOLDS' && each.atom.predicate === 'limit.hides'
          ? each.atom.coordinate === 'Person.givenName'
          : hiding(each),
    ]);
    expect(hidden).toEqual(free);
    expect(free.rules.flatMap(({ conditions }) => conditions)).toHaveLength(1);
  });

  test('of a record that is hidden, or not there', () => {
    const none = explain([seen, justified], null);
    expect(none).toMatchObject({ outcome: 'NOT_FOUND', decidedBy: null, required: [] });
    expect(explain([seen, justified], [path([])])).toEqual(none);
    expect(explain([seen, justified], [path(['grant.live', 'conflict.declared'])])).toEqual(none);
    for (const { verdict, conditions } of none.rules)
      for (const each of [verdict, ...conditions.map((condition) => condition.verdict)])
        expect(each).toBe('NOT_TOLD');
  });
});

describe('where no rule of the roles held gives the field', () => {
  const given = [seen, rule({ fields: ['givenName'], role: 'LEAD_PROFESSIONAL' })];

  test('it is said which roles may, of the policy', () => {
    const { outcome, code, roles, required } = explain(given, [path(['grant.live'])]);
    expect({ outcome, code, roles }).toEqual({
      outcome: 'WITHHELD',
      code: 'ROLE_NOT_PERMITTED',
      roles: ['LEAD_PROFESSIONAL'],
    });
    expect(required[0]?.words).toBe('the reader holds the role LEAD_PROFESSIONAL');
  });

  test('it is said for which purpose it would be', () => {
    const forReview = rule({ fields: ['givenName'], purposes: ['REVIEW'] });
    const { purposes, required } = explain([...given, forReview], [path(['grant.live'])]);
    expect(purposes).toEqual(['REVIEW']);
    expect(required[0]?.words).toBe('the purpose of use is REVIEW');
  });
});

test('only what is needed is asked: each test once, what is protected of the row alone', () => {
  const holder = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
  const rules = [seen, justified];
  const tests = testsFor({
    type: 'Person',
    field: 'givenName',
    ofEntries: false,
    holder,
    rules,
    ability: abilityFor(rules, holder, dictionary),
    dictionary,
    policyVersion: 3,
  });
  const names = tests.map((each) =>
    each.kind === 'HOLDS' ? JSON.stringify(each.atom) : 'COMPARE',
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('{"predicate":"justification.covers","class":"PERSONAL"}');
  expect(names).not.toContain('{"predicate":"detail.hidden","coordinate":"Person.givenName"}');
});
