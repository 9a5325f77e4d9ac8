import type { MongoAbility, RawRuleOf } from '@casl/ability';
import { createMongoAbility } from '@casl/ability';
import type { ConformanceSource, RuleSet } from '@postern/testkit';
import {
  CONFORMANCE_HOLDER,
  conformanceDictionary,
  conformanceSources,
  REOPENING_SETS,
  storedRules,
} from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import type { DataDictionary, Resource, Rule } from '../src/index.ts';
import { abilityFor, parseRule, RuleProblem } from '../src/index.ts';

/** Sets of a shape that a rule may not have. */
const REFUSED = {
  own: [
    'other-action',
    'manage-all',
    'exists',
    'regex',
    'cannot-regex',
    'size',
    'all',
    'elemMatch',
    'dotted',
    'gt-text',
    'cannot-or',
  ],
  shared: [
    'exists-true',
    'exists-false',
    'like-percent',
    'like-underscore',
    'like-backslash',
    'like-bracket',
    'cs-contains',
    'cs-startswith',
    'cs-endswith',
    'regex-i',
    'regex-nullable',
    'cannot-regex-nullable',
    'manage-all-then-cannot',
    'other-action-only',
    'tags-all',
    'tags-size-0',
    'tags-size-2',
    'tags-elemMatch',
    'tags-elemMatch-null',
    'tags-elemMatch-two',
    'tags-dotted',
    'tags-dotted-two-differs-from-elemMatch',
    'cannot-tags-elemMatch',
    'tags-dotted-ne',
    'parent-eq',
    'parent-ne',
    'parent-opt-null',
    'cannot-parent-eq',
    'parent-inner-eq',
    'parent-inner-ne',
    'parent-and-self',
    'parent-gt',
    'parent-nin',
    'gt-string',
    'date-gt',
  ],
};

const sources = conformanceSources();

describe.each(sources)('against CASL’s own decisions: the $name sets', (source) => {
  const { rows, sets } = source;
  const refused = REFUSED[source.name];
  const dictionary = conformanceDictionary(source);
  const accepted = sets.filter((set) => !refused.includes(set.name));

  test('a shape outside the language is refused when the rule is saved', () => {
    expect(sets.filter((set) => rulesOf(set, dictionary) === null).map((set) => set.name)).toEqual(
      refused,
    );
  });

  test('every other decides as CASL does, or narrower where deny beats allow', () => {
    const differing = accepted.filter(
      (set) => String(allowed(set, source)) !== String(set.caslAllow),
    );
    expect(differing.map((set) => set.name)).toEqual(REOPENING_SETS);
  });

  test.each(accepted)('never wider: $name', (set) => {
    expect(allowed(set, source).filter((id) => !set.caslAllow.includes(id))).toEqual([]);
  });

  test('the sets are neither all empty nor all total', () => {
    const sizes = accepted.map((set) => allowed(set, source).length);
    expect(sizes.filter((size) => size > 0 && size < rows.length).length).toBeGreaterThan(15);
  });
});

test('the decisions of the project’s own sets are those of CASL', () => {
  const own = sources.find(({ name }) => name === 'own');
  expect(own?.sets).not.toEqual([]);
  for (const set of own?.sets ?? []) {
    const casl = createMongoAbility(set.rules as RawRuleOf<MongoAbility>[], {
      detectSubjectType: () => 'R',
    });
    const allowedByCasl = own?.rows.filter((row) => casl.can('read', row as never));
    expect([set.name, allowedByCasl?.map((row) => row.id)]).toEqual([set.name, set.caslAllow]);
  }
});

function allowed(set: RuleSet, source: ConformanceSource): readonly string[] {
  const dictionary = conformanceDictionary(source);
  const { casl } = abilityFor(rulesOf(set, dictionary) ?? [], CONFORMANCE_HOLDER, dictionary);
  return source.rows
    .filter((attributes) =>
      casl.can('read', { type: 'R', attributes, holds: nothing } satisfies Resource, 'id'),
    )
    .map((row) => row.id);
}

function nothing(): boolean {
  return false;
}

/** The set in our form, or null where one of its rules is refused. */
function rulesOf(set: RuleSet, dictionary: DataDictionary): readonly Rule[] | null {
  try {
    return storedRules(set).map((stored) => parseRule(stored, dictionary));
  } catch (problem) {
    if (problem instanceof RuleProblem) return null;
    throw problem;
  }
}
