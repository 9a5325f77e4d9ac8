import { describe, expect, test } from 'vitest';
import type { RuleFinding } from '../../src/index.ts';
import { findingsOfPolicy } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';
import { onEpisode, onEpisodeWhen } from './wrong-rules.ts';

const findAll = (...changes: readonly object[]): readonly RuleFinding[] =>
  findingsOfPolicy(
    changes.map((change, place) => ({ ...STORED, name: `rule ${place}`, ...change })),
    schema,
  );

describe('a set of rules is too large by', () => {
  const among = (of: number, values: number): object =>
    onEpisode({ reference: { $in: Array.from({ length: values }, (_, i) => `${of} ${i}`) } });
  const several = (many: number, made: (of: number) => object): readonly RuleFinding[] =>
    findAll(...Array.from({ length: many }, (_, of) => made(of)));
  const expectTooLarge = (findings: readonly RuleFinding[], found: string): void => {
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['POLICY_TOO_LARGE']));
    expect(findings.map((finding) => finding.found)).toContain(found);
  };

  test('more values for one field and role than a statement can compare with, whoever else has them', () => {
    expect(several(4, (of) => among(of, 64))).toEqual([]);
    expectTooLarge(
      several(5, (of) => among(of, 64)),
      'TAF_MEMBER Episode.id: 320 values',
    );
    const apart = ['TAF_MEMBER', 'LEAD_PROFESSIONAL', '*'];
    const spread = several(6, (of) => ({ ...among(of, 50), role: apart[of % 2] }));
    expect(spread).toEqual([]);
    const denied = several(6, (of) => ({
      ...among(of, 50),
      ...(of > 2 && { effect: 'DENY', when: { where: { reference: `${of}` } } }),
    }));
    expect(denied).toEqual([]);
    const both = several(6, (of) => ({ ...among(of, 50), effect: of > 2 ? 'DENY' : 'ALLOW' }));
    expectTooLarge(both, 'TAF_MEMBER Episode.id: 300 values');
  });

  test('more tests for one field and role, although there are few alternatives and few values', () => {
    const narrow = onEpisodeWhen({
      all: Array.from({ length: 20 }, (_, i) => ({ not: { where: { reference: `${i}` } } })),
    });
    const denials = ['health', 'education', 'party'].flatMap((kind) =>
      ['episode.open', 'episode.steppedUp'].map((episode) => ({
        ...onEpisode({}),
        effect: 'DENY',
        when: { all: [{ holds: episode }, { holds: `agency.${kind}` }] },
      })),
    );
    expect(findAll(narrow, ...denials.slice(0, 4))).toEqual([]);
    expectTooLarge(findAll(narrow, ...denials), 'TAF_MEMBER Episode.id: 1728 tests');
  });

  test('more values than a proof looks at, although each field and role has few', () => {
    const places = [
      ['Episode', 'reference', ['id', 'reference', 'kind', 'rating']],
      ['Person', 'kind', ['id', 'kind', 'rating']],
      ['Family', 'reference', ['id', 'reference']],
    ] as const;
    const rules = [0, 1].flatMap((half) =>
      ['TAF_MEMBER', 'LEAD_PROFESSIONAL', 'ADMINISTRATOR'].flatMap((role) =>
        places.flatMap(([resource, attribute, fields]) =>
          fields.map((field) => ({
            ...onEpisode({
              [attribute]: { $in: Array.from({ length: 100 }, (_, i) => `${half} ${i}`) },
            }),
            role,
            resource,
            fields: [field],
          })),
        ),
      ),
    );
    expect(findAll(...rules.slice(0, 50))).toEqual([]);
    expectTooLarge(findAll(...rules), '5400 values');
  });

  test('what is permitted to every role, which is each role’s as well', () => {
    const toAll = (of: number): object => ({
      ...among(of, 50),
      role: '*',
      when: {
        all: [
          { holds: 'account.self' },
          { where: { reference: { $in: Array.from({ length: 50 }, (_, i) => `${of} ${i}`) } } },
        ],
      },
    });
    const besidesPublic = (findings: readonly RuleFinding[]): readonly RuleFinding[] =>
      findings.filter(({ code }) => code !== 'NOT_PUBLIC');
    expect(besidesPublic(several(5, toAll))).toEqual([]);
    expect(besidesPublic(several(5, (of) => (of < 2 ? toAll(of) : among(of, 50))))).toEqual([]);
    const more = several(6, (of) => (of < 3 ? toAll(of) : among(of, 50)));
    expectTooLarge(besidesPublic(more), 'TAF_MEMBER Episode.id: 300 values');
  });
});
