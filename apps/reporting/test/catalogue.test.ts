import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../src/catalogue/catalogue.ts';
import { checkDefinition } from '../src/catalogue/check-definition.ts';
import { DIMENSIONS, FIXED_MEMBERS } from '../src/catalogue/dimension.ts';
import type { IndicatorDefinition } from '../src/catalogue/indicator.ts';
import { reportingTypeDefs } from '../src/index.ts';

const schema = buildSchema(reportingTypeDefs, { assumeValidSDL: true });

function valuesOf(name: string): ReadonlyMap<string, string | null | undefined> {
  const found = schema.getType(name);
  if (!isEnumType(found)) throw new Error(`${name} is no enum`);
  return new Map(found.getValues().map((value) => [value.name, value.description]));
}

test('the schema describes each indicator by its definition and that of each measure, word for word', () => {
  expect([...valuesOf('IndicatorId')]).toEqual(
    CATALOGUE.map(({ id, definition, measures }) => [
      id,
      [definition, ...measures.map((each) => `- ${each.id}: ${each.definition}`)].join('\n'),
    ]),
  );
});

test('the schema knows the dimensions', () => {
  expect([...valuesOf('Dimension').keys()]).toEqual([...DIMENSIONS]);
});

test('a list of members has each code once, in letters that a cell’s key can hold, and ends with what is not known', () => {
  for (const [dimension, members] of Object.entries(FIXED_MEMBERS)) {
    const codes = members.map(({ code }) => code);
    expect([dimension, new Set(codes).size]).toEqual([dimension, codes.length]);
    expect([dimension, codes.at(-1)]).toEqual([dimension, 'NOT_KNOWN']);
    expect(codes.filter((code) => !/^[A-Z0-9_]+$/.test(code))).toEqual([]);
  }
});

test('what a count is within is told by an earlier indicator, over the same, by the cuts that both have', () => {
  const within = CATALOGUE.flatMap(({ id, measures, cuts }, at) =>
    measures.flatMap((count) => {
      if (count.kind !== 'COUNT' || count.within?.of === undefined) return [];
      const { measure, of } = count.within;
      const whole = CATALOGUE.slice(0, at).find((each) => each.id === of.indicator);
      const told = whole?.measures.find((each) => each.id === measure);
      const isAlike =
        told?.kind === 'COUNT' && told.over === count.over && told.unit === count.unit;
      const areCuts = of.cuts.every((cut) =>
        [cuts, whole?.cuts ?? []].every((both) => both.some((each) => each.join() === cut.join())),
      );
      return [[`${id}/${count.id}`, isAlike, areCuts]];
    }),
  );
  expect(within).toEqual(
    ['DURATION/OVER_A_YEAR', 'LEAD_AGENCY/LED', 'NEEDS/WITH_NEEDS', 'NEEDS/CLOSED_WITH_NEEDS'].map(
      (name) => [name, true, true],
    ),
  );
});

describe('a definition is refused', () => {
  const [episodes] = CATALOGUE;
  const changed = (change: Partial<IndicatorDefinition>): IndicatorDefinition => {
    if (episodes === undefined) throw new Error('no indicator');
    return { ...episodes, ...change };
  };
  const [opened, , open] = episodes?.measures ?? [];
  test.each<[string, Partial<IndicatorDefinition>]>([
    [
      'whose cut by two lacks one of its cuts by one',
      { cuts: [[], ['LOCALITY'], ['LOCALITY', 'AGENCY_KIND']] },
    ],
    ['that is never told as a whole', { cuts: [['LOCALITY']] }],
    ['of wards without localities', { cuts: [[], ['WARD']] }],
    ['of a cut twice', { cuts: [[], ['LOCALITY'], ['LOCALITY']] }],
    ['of a measure twice', { measures: [opened, opened].flatMap((each) => each ?? []) }],
    [
      'of a rate of nothing',
      { measures: [{ kind: 'RATE_PER_10000', id: 'R', title: '', definition: '', of: 'NOBODY' }] },
    ],
    [
      'of a percentage of a flow in a stock',
      {
        measures: [
          ...[opened, open].flatMap((each) => each ?? []),
          {
            kind: 'PERCENTAGE',
            id: 'P',
            title: '',
            definition: '',
            of: 'OPENED',
            from: 'OPEN_AT_END',
          },
        ],
      },
    ],
    [
      'of a median of a stock',
      {
        measures: [
          ...[open].flatMap((each) => each ?? []),
          { kind: 'MEDIAN', id: 'M', title: '', definition: '', of: 'OPEN_AT_END' },
        ],
      },
    ],
  ])('%s', (_, change) => {
    expect(() => checkDefinition(changed(change))).toThrow(
      expect.objectContaining({ code: 'INTERNAL' }),
    );
  });
});
