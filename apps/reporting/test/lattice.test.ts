import type { Lattice, ProtectedCell } from '@postern/disclosure-control';
import { SUPPRESSED } from '@postern/disclosure-control';
import { describe, expect, test } from 'vitest';
import { geometryOf } from '../src/builder/geometry.ts';
import { latticeOf } from '../src/builder/lattice-of.ts';
import type { Grain } from '../src/calendar/grain.ts';
import { addMonths } from '../src/calendar/month.ts';
import { periodOf } from '../src/calendar/period.ts';
import { CATALOGUE } from '../src/catalogue/catalogue.ts';
import type { Dimension, Member } from '../src/catalogue/dimension.ts';
import type { IndicatorDefinition } from '../src/catalogue/indicator.ts';
import {
  flow,
  ofEpisodes,
  partOf,
  partOfEpisodes,
  share,
  stock,
} from '../src/catalogue/measures.ts';

const members = new Map<Dimension, readonly Member[]>([
  [
    'LOCALITY',
    [
      { code: 'N', label: 'North' },
      { code: 'S', label: 'South' },
    ],
  ],
  [
    'WARD',
    [
      { code: 'N1', label: 'North one', within: 'N' },
      { code: 'N2', label: 'North two', within: 'N' },
      { code: 'S1', label: 'South one', within: 'S' },
    ],
  ],
  [
    'AGENCY_KIND',
    [
      { code: 'SCHOOL', label: 'School' },
      { code: 'HEALTH', label: 'Health' },
    ],
  ],
]);

const told = (id: string) => ({ id, title: id, definition: id });
const base: IndicatorDefinition = {
  id: 'GROUP_WORK',
  title: '',
  definition: '',
  clauses: [],
  measures: [flow(told('IN'))],
  cuts: [[]],
  profile: 'NHS_7_5',
  version: 1,
};

interface Given {
  readonly definition: Partial<IndicatorDefinition>;
  readonly grain?: Grain;
  readonly month?: string;
  readonly published?: ReadonlyMap<string, ProtectedCell>;
  readonly counts?: Readonly<Record<string, number>>;
}

function latticeFor(given: Given): Lattice {
  const definition = { ...base, ...given.definition };
  const counts: Readonly<Record<string, number>> = given.counts ?? {};
  return latticeOf({
    definition,
    period: periodOf(given.grain ?? 'MONTH', given.month ?? '2026-06'),
    geometry: geometryOf(definition, members),
    measured: {
      at: (key) => ({ kind: 'COUNT', count: counts[key] ?? 0 }),
      amountAt: () => null,
    },
    published: given.published ?? new Map(),
  });
}

/** Balances as sums, without what every key of the indicator begins with. */
function sums({ balances }: Lattice): readonly string[] {
  const side = (keys: readonly string[]): string => keys.map(brief).join(' + ');
  return balances.map(({ plus, minus }) => `${side(plus)} = ${side(minus)}`);
}

function standings({ cells }: Lattice): Readonly<Record<string, string>> {
  return Object.fromEntries(cells.map(({ key, standing }) => [brief(key), standing.kind]));
}

function brief(key: string): string {
  return key.replaceAll('GROUP_WORK/', '').replaceAll('-01/', '/');
}

describe('a lattice has every sum', () => {
  test('of wards to localities, and of localities to the county', () => {
    expect(sums(latticeFor({ definition: { cuts: [[], ['LOCALITY'], ['WARD']] } }))).toEqual([
      'IN/MONTH/2026-06/ALL = IN/MONTH/2026-06/LOCALITY=N + IN/MONTH/2026-06/LOCALITY=S',
      'IN/MONTH/2026-06/LOCALITY=N = IN/MONTH/2026-06/WARD=N1 + IN/MONTH/2026-06/WARD=N2',
      'IN/MONTH/2026-06/LOCALITY=S = IN/MONTH/2026-06/WARD=S1',
    ]);
  });

  test('of a cut by two along both', () => {
    const cuts: IndicatorDefinition['cuts'] = [
      [],
      ['LOCALITY'],
      ['AGENCY_KIND'],
      ['AGENCY_KIND', 'LOCALITY'],
    ];
    const found = sums(latticeFor({ definition: { cuts } })).map((each) =>
      each.replaceAll('IN/MONTH/2026-06/', ''),
    );
    expect(found).toHaveLength(2 + 4);
    expect(found).toContain(
      'LOCALITY=N = LOCALITY=N;AGENCY_KIND=SCHOOL + LOCALITY=N;AGENCY_KIND=HEALTH',
    );
    expect(found).toContain(
      'AGENCY_KIND=SCHOOL = LOCALITY=N;AGENCY_KIND=SCHOOL + LOCALITY=S;AGENCY_KIND=SCHOOL',
    );
  });

  test('of months to their quarter, and of both to the year, as they went out', () => {
    const out = new Map([['GROUP_WORK/IN/MONTH/2026-05-01/ALL', SUPPRESSED]]);
    const quarter = latticeFor({ definition: {}, grain: 'QUARTER', published: out });
    expect(sums(quarter)).toEqual([
      'IN/QUARTER/2026-04/ALL = IN/MONTH/2026-04/ALL + IN/MONTH/2026-05/ALL + IN/MONTH/2026-06/ALL',
    ]);
    expect(standings(quarter)).toEqual({
      'IN/QUARTER/2026-04/ALL': 'NEW',
      'IN/MONTH/2026-04/ALL': 'NEVER_PUBLISHED',
      'IN/MONTH/2026-05/ALL': 'PUBLISHED',
      'IN/MONTH/2026-06/ALL': 'NEVER_PUBLISHED',
    });
    const year = latticeFor({ definition: {}, grain: 'YEAR' });
    expect(sums(year)).toHaveLength(1 + 4);
    expect(year.cells).toHaveLength(1 + 4 + 12);
  });

  const led = {
    measures: [flow(told('IN')), flow(told('OUT')), stock(told('THERE'))],
    movement: { opened: 'IN', closed: 'OUT', open: 'THERE' },
  };
  const ofMonth = (month: string): readonly [string, ProtectedCell][] =>
    ['IN', 'OUT', 'THERE'].map((id) => [`GROUP_WORK/${id}/MONTH/${month}-01/ALL`, SUPPRESSED]);

  test('from one stock to the next by what came in and went out', () => {
    expect(sums(latticeFor({ definition: led }))).toEqual([
      'THERE/MONTH/2026-05/ALL + IN/MONTH/2026-06/ALL = OUT/MONTH/2026-06/ALL + THERE/MONTH/2026-06/ALL',
    ]);
    const quarter = latticeFor({ definition: led, grain: 'QUARTER' });
    // How a quarter ended, its last month has told.
    expect(Object.keys(standings(quarter))).not.toContain('THERE/QUARTER/2026-04/ALL');
  });

  test('through the stocks of twelve months, the first of which begins with one that the reader knows', () => {
    const counts = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `GROUP_WORK/IN/MONTH/${addMonths('2024-11', at)}-01/ALL`,
        1,
      ]),
    );
    const out = new Map(
      Array.from({ length: 19 }, (_, at) => addMonths('2024-11', at)).flatMap(ofMonth),
    );
    const found = sums(latticeFor({ definition: led, published: out, counts }));
    const movements = found.filter((sum) => sum.includes('THERE'));
    expect(movements).toHaveLength(11);
    expect(movements.join()).not.toContain('THERE/MONTH/2025-06');
    expect(movements[0]).toContain('THERE/MONTH/2025-07/ALL + IN/MONTH/2025-08/ALL');
    expect(movements.at(-1)).toContain('THERE/MONTH/2026-06/ALL');
  });

  test('of quarters that went out meanwhile to their months', () => {
    const out = new Map([
      ...['2026-04', '2026-05', '2026-06'].flatMap(ofMonth),
      ['GROUP_WORK/IN/QUARTER/2026-04-01/ALL', SUPPRESSED] as const,
    ]);
    const found = sums(latticeFor({ definition: led, month: '2026-07', published: out }));
    expect(found).toContain(
      'IN/QUARTER/2026-04/ALL = IN/MONTH/2026-04/ALL + IN/MONTH/2026-05/ALL + IN/MONTH/2026-06/ALL',
    );
  });

  test('once for a stock where nothing came or went', () => {
    const out = new Map(ofMonth('2026-05'));
    const counts = {
      'GROUP_WORK/THERE/MONTH/2026-05-01/ALL': 3,
      'GROUP_WORK/THERE/MONTH/2026-06-01/ALL': 3,
    };
    const lattice = latticeFor({ definition: led, published: out, counts });
    expect(Object.keys(standings(lattice))).not.toContain('THERE/MONTH/2026-06/ALL');
    expect(sums(lattice)).toContain('IN/MONTH/2026-06/ALL = OUT/MONTH/2026-06/ALL');
    const late = { ...counts, 'GROUP_WORK/THERE/MONTH/2026-06-01/ALL': 4 };
    const found = latticeFor({ definition: led, published: out, counts: late });
    expect(Object.keys(standings(found))).toContain('THERE/MONTH/2026-06/ALL');
  });

  test('of what is left of a whole whose part is told, with what is left itself', () => {
    const lattice = latticeFor({
      definition: { measures: [flow(told('IN')), flow(told('PART')), share('PART', 'IN', '')] },
      counts: {
        'GROUP_WORK/IN/MONTH/2026-06-01/ALL': 40,
        'GROUP_WORK/PART/MONTH/2026-06-01/ALL': 37,
      },
    });
    expect(sums(lattice)).toEqual([
      'IN/MONTH/2026-06/ALL = PART/MONTH/2026-06/ALL + IN/MONTH/2026-06/ALL without PART',
    ]);
    const rest = lattice.cells.find(({ key }) => key.endsWith('without PART'));
    expect(rest).toMatchObject({ measured: { count: 3 }, standing: { kind: 'NEW' } });
  });

  test('of what is left where no share tells of the part', () => {
    const measures = [flow(told('IN')), partOf(flow(told('PART')), 'IN')];
    expect(sums(latticeFor({ definition: { measures } }))).toEqual([
      'IN/MONTH/2026-06/ALL = PART/MONTH/2026-06/ALL + IN/MONTH/2026-06/ALL without PART',
    ]);
  });

  const partly = {
    measures: [partOfEpisodes(stock(told('PART')), 'OPEN_AT_END', ['LOCALITY'])],
    cuts: [[], ['LOCALITY'], ['AGENCY_KIND']],
  } satisfies Partial<IndicatorDefinition>;

  test('of what is left of another indicator’s whole, wherever both are cut alike', () => {
    const all = 'EPISODES/OPEN_AT_END/MONTH/2026-06';
    const lattice = latticeFor({
      definition: partly,
      published: new Map([[`${all}-01/ALL`, SUPPRESSED]]),
      counts: { [`${all}-01/ALL`]: 9, 'GROUP_WORK/PART/MONTH/2026-06-01/ALL': 7 },
    });
    const found = sums(lattice);
    expect(found.filter((sum) => sum.includes('EPISODES'))).toEqual([
      ...['ALL', 'LOCALITY=N', 'LOCALITY=S'].map(
        (place) => `${all}/${place} = PART/MONTH/2026-06/${place} + ${all}/${place} without PART`,
      ),
      `${all}/ALL = ${all}/LOCALITY=N + ${all}/LOCALITY=S`,
    ]);
    const cellAt = (key: string) => lattice.cells.find((cell) => cell.key === key);
    expect(cellAt(`${all}-01/ALL`)?.standing).toEqual({ kind: 'PUBLISHED', as: SUPPRESSED });
    expect(cellAt(`${all}-01/LOCALITY=N`)?.standing).toEqual({ kind: 'NEVER_PUBLISHED' });
    expect(cellAt(`${all}-01/ALL without PART`)).toMatchObject({
      measured: { count: 2 },
      isWorkedOut: true,
    });
  });

  test('and of no whole at a quarter’s end that its last month told', () => {
    const found = sums(latticeFor({ definition: partly, grain: 'QUARTER' }));
    expect(found.join()).not.toContain('EPISODES');
  });
});

test('what another indicator tells already is no new cell', () => {
  const [episodes] = CATALOGUE;
  const key = 'EPISODES/CLOSED/MONTH/2026-06-01/ALL';
  const lattice = latticeFor({
    definition: { measures: [ofEpisodes('CLOSED')], cuts: [[], ['CLOSURE_REASON']] },
    published: new Map([[key, SUPPRESSED]]),
    counts: { 'GROUP_WORK/CLOSED/MONTH/2026-06-01/ALL': 4 },
  });
  expect(episodes?.id).toBe('EPISODES');
  expect(lattice.cells[0]).toMatchObject({
    key,
    measured: { count: 4 },
    standing: { kind: 'PUBLISHED', as: SUPPRESSED },
  });
});

test('a cell of a sensitive attribute says so, and the total of all does not', () => {
  const lattice = latticeFor({ definition: { isSensitive: true, cuts: [[], ['LOCALITY']] } });
  expect(lattice.cells.map(({ key, isSensitive }) => [brief(key), isSensitive ?? false])).toEqual([
    ['IN/MONTH/2026-06/ALL', false],
    ['IN/MONTH/2026-06/LOCALITY=N', true],
    ['IN/MONTH/2026-06/LOCALITY=S', true],
  ]);
});
