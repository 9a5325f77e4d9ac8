import { existsSync, readFileSync } from 'node:fs';
import type { MongoAbility, RawRuleOf } from '@casl/ability';
import { createMongoAbility } from '@casl/ability';
import { describe, expect, test } from 'vitest';
import type { ClassKey, DataDictionary, Resource, Rule } from '../src/index.ts';
import { abilityFor, parseRule, RuleProblem } from '../src/index.ts';

interface ConformanceRow {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

interface RuleSet {
  readonly name: string;
  readonly rules: readonly {
    readonly action: string;
    readonly subject: string;
    readonly conditions?: Readonly<Record<string, unknown>>;
    readonly inverted?: boolean;
  }[];
  /** The ids CASL allows, rules in order and the last one winning. */
  readonly caslAllow: readonly string[];
}

/** Sets in which a later permission reopens a denial; deny beats allow here. */
const NARROWER = ['or-with-cannot-between', 'cannot-first-then-can', 'can-all-last'];

const OWN = {
  name: 'the sets of this package',
  folder: new URL('./conformance/', import.meta.url),
  refused: [
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
};

const SHARED = {
  name: 'the shared sets',
  folder: new URL('../../../../shared/conformance/', import.meta.url),
  refused: [
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

const sources = existsSync(new URL('rule-sets.json', SHARED.folder)) ? [OWN, SHARED] : [OWN];

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;

describe.each(sources)('against CASL’s own decisions: $name', ({ folder, refused }) => {
  const rows = read<readonly ConformanceRow[]>('rows.json', folder);
  const sets = read<readonly RuleSet[]>('rule-sets.json', folder);
  const dictionary = dictionaryOf(rows);
  const accepted = sets.filter((set) => !refused.includes(set.name));

  test('a shape outside the language is refused when the rule is saved', () => {
    expect(sets.filter((set) => rulesOf(set, dictionary) === null).map((set) => set.name)).toEqual(
      refused,
    );
  });

  test('every other decides as CASL does, or narrower where deny beats allow', () => {
    const differing = accepted.filter(
      (set) => String(allowed(set, rows)) !== String(set.caslAllow),
    );
    expect(differing.map((set) => set.name)).toEqual(NARROWER);
  });

  test.each(accepted)('never wider: $name', (set) => {
    expect(allowed(set, rows).filter((id) => !set.caslAllow.includes(id))).toEqual([]);
  });

  test('the sets are neither all empty nor all total', () => {
    const sizes = accepted.map((set) => allowed(set, rows).length);
    expect(sizes.filter((size) => size > 0 && size < rows.length).length).toBeGreaterThan(15);
  });
});

test('the decisions of this package’s sets are those of CASL', () => {
  const rows = read<readonly ConformanceRow[]>('rows.json', OWN.folder);
  for (const set of read<readonly RuleSet[]>('rule-sets.json', OWN.folder)) {
    const casl = createMongoAbility(set.rules as RawRuleOf<MongoAbility>[], {
      detectSubjectType: () => 'R',
    });
    expect([
      set.name,
      rows.filter((row) => casl.can('read', row as never)).map((row) => row.id),
    ]).toEqual([set.name, set.caslAllow]);
  }
});

function read<Shape>(file: string, folder: URL): Shape {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Shape;
}

function allowed(set: RuleSet, rows: readonly ConformanceRow[]): readonly string[] {
  const dictionary = dictionaryOf(rows);
  const { casl } = abilityFor(rulesOf(set, dictionary) ?? [], teamMember, dictionary);
  return rows
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
    return set.rules.map(({ action, subject, conditions, inverted }) =>
      parseRule(
        {
          name: set.name,
          role: 'TAF_MEMBER',
          action,
          resource: subject,
          fields: ['id'],
          purposes: ['COORDINATE_SUPPORT'],
          effect: inverted ? 'DENY' : 'ALLOW',
          when: conditions === undefined ? 'always' : { where: conditions },
          clause: 'SHR-3.3.1',
        },
        dictionary,
      ),
    );
  } catch (problem) {
    if (problem instanceof RuleProblem) return null;
    throw problem;
  }
}

/** Every attribute of the rows, public, so that a permission may stand without a grant. */
function dictionaryOf(rows: readonly ConformanceRow[]): DataDictionary {
  const fields = new Map<string, ClassKey>(
    rows.flatMap((row) => Object.keys(row)).map((name) => [name, 'PUBLIC']),
  );
  return new Map(['R', 'Q'].map((type) => [type, fields]));
}
