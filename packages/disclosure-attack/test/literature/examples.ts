import { datasetOf } from '../../src/county/dataset-of.ts';
import type { CountyEpisode } from '../../src/county/episodes.ts';
import { Random } from '../../src/county/random.ts';
import type { Dataset } from '../../src/index.ts';
import { cell, twoWay } from './table.ts';

/** An example of the literature: what was to be published, and up to which count its authors called a cell sensitive. */
export interface Example {
  readonly title: string;
  readonly source: string;
  readonly dataset: Dataset;
  readonly sensitiveUpTo: number;
}

const GRIDS: readonly Example[] = [
  {
    title: 'three lines by two, of which two lines are hidden',
    source: 'Geurts 1992, table 10; SDC handbook 4.2, example 3; τ-ARGUS manual 2.15',
    dataset: twoWay(
      ['1', '2', '3'],
      ['1', '2'],
      [
        [5, 2],
        [1, 2],
        [3, 3],
      ],
    ),
    sensitiveUpTo: 2,
  },
  {
    title: 'the one single woman',
    source: 'SDC handbook 5.2, marital status by sex',
    dataset: twoWay(
      ['married', 'divorced', 'single'],
      ['male', 'female'],
      [
        [38, 17],
        [7, 4],
        [3, 1],
      ],
    ),
    sensitiveUpTo: 3,
  },
  {
    title: 'the one woman who lives and works there, from tables that were linked',
    source: 'SDC handbook 5.2, disclosure by linking',
    dataset: twoWay(
      ['male', 'female'],
      ['both', 'lives', 'works'],
      [
        [21, 58, 23],
        [1, 5, 4],
      ],
    ),
    sensitiveUpTo: 3,
  },
  {
    title: 'two sensitive cells of a line whose sum is sensitive, too',
    source: 'τ-ARGUS manual 2.10, singletons; own numbers',
    dataset: twoWay(
      ['1', '2', '3'],
      ['1', '2', '3'],
      [
        [1, 1, 40],
        [30, 25, 31],
        [22, 41, 27],
      ],
    ),
    sensitiveUpTo: 3,
  },
];

/** Regions in two counties and, in another table, by size: safe apart, not together. */
function regionsInTwoTables(): Dataset {
  const counts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
  const groups = {
    'county-1': ['A', 'B', 'I', 'J'],
    'county-2': ['K', 'L', 'M', 'N'],
    big: ['L', 'M'],
    small: ['A', 'B', 'I', 'J', 'K', 'N'],
  };
  const of = new Map(Object.entries(counts));
  const sum = (regions: readonly string[]) =>
    regions.reduce((total, region) => total + (of.get(region) ?? 0), 0);
  return {
    cells: [
      ...[...of].map(([region, count]) => cell(region, count, false)),
      ...Object.entries(groups).map(([group, regions]) => cell(group, sum(regions), true)),
      cell('total', sum([...of.keys()]), true),
    ],
    balances: [
      ...Object.entries(groups).map(([group, regions]) => ({ plus: regions, minus: [group] })),
      { plus: ['county-1', 'county-2'], minus: ['total'] },
      { plus: ['big', 'small'], minus: ['total'] },
    ],
  };
}

type Row = readonly [age: string, place: string, year: string, families: number];

/** Age by union by year, and place by year, tied by the union that a place is in. */
function placesInTwoTables(): Dataset {
  const rows: readonly Row[] = [
    ['young', 'Spain', '2014', 6],
    ['young', 'Iceland', '2014', 8],
    ['old', 'Spain', '2014', 9],
    ['old', 'Portugal', '2014', 1],
    ['young', 'Iceland', '2015', 2],
    ['old', 'Spain', '2015', 4],
    ['old', 'Portugal', '2015', 3],
    ['young', 'Spain', '2016', 7],
    ['young', 'Iceland', '2016', 2],
    ['young', 'Portugal', '2016', 2],
  ];
  const of = { Spain: 'EU', Portugal: 'EU', Iceland: 'nonEU' };
  const union = { name: 'UNION', members: ['EU', 'nonEU'] };
  const place = { name: 'PLACE', members: Object.keys(of), within: { name: 'UNION', of } };
  const age = { name: 'AGE', members: ['young', 'old'] };
  const year = { name: 'YEAR', members: ['2014', '2015', '2016'] };
  let family = 0;
  const episodes = rows.flatMap(([AGE, PLACE, YEAR, families]) =>
    Array.from({ length: families }, (): CountyEpisode => {
      family += 1;
      const at = { AGE, PLACE, YEAR, UNION: PLACE === 'Iceland' ? 'nonEU' : 'EU' };
      return { family, agency: '', opened: 0, closed: null, at };
    }),
  );
  return datasetOf({
    episodes,
    cuts: [
      [],
      [age],
      [union],
      [year],
      [age, union],
      [age, year],
      [union, year],
      [age, union, year],
      [place],
      [place, year],
    ],
    months: null,
    countsAgencies: false,
  });
}

/** Four groups of which one has three parts, by sex, by six classes: all margins and sub-totals; numbers drawn anew. */
function groupsWithParts(): Dataset {
  const of = { A1: 'A', Ba: 'B', Bb: 'B', Bc: 'B', C1: 'C', D1: 'D' };
  const group = { name: 'GROUP', members: ['A', 'B', 'C', 'D'] };
  const part = { name: 'PART', members: Object.keys(of), within: { name: 'GROUP', of } };
  const sex = { name: 'SEX', members: ['m', 'w'] };
  const kind = { name: 'KIND', members: ['a', 'b', 'c', 'd', 'e', 'f'] };
  const random = new Random(6);
  const episodes = Array.from({ length: 560 }, (_, family): CountyEpisode => {
    const [PART, GROUP] = random.pick(Object.entries(of));
    const at = {
      PART,
      GROUP,
      SEX: random.pick(sex.members),
      KIND: random.weighted(kind.members, [6, 5, 4, 3, 2, 1]),
    };
    return { family, agency: '', opened: 0, closed: null, at };
  });
  const cuts = [[], [group], [part]].flatMap((cut) => [
    cut,
    [...cut, sex],
    [...cut, kind],
    [...cut, sex, kind],
  ]);
  return datasetOf({ episodes, cuts, months: null, countsAgencies: false });
}

/** A class that is a sub-total in one table and a total in the next. */
function subtotalInTwoTables(): Dataset {
  return {
    cells: [
      cell('AA', 30, false),
      cell('AB1', 2, false),
      cell('AB2', 14, false),
      cell('AB', 16, true),
      cell('A', 46, true),
    ],
    balances: [
      { plus: ['AA', 'AB'], minus: ['A'] },
      { plus: ['AB1', 'AB2'], minus: ['AB'] },
    ],
  };
}

/** Every example in which the protection of a count has to hold. */
export const EXAMPLES: readonly Example[] = [
  ...GRIDS,
  {
    title: 'regions within counties and within sizes',
    source: 'sdcTable, its example of linked tables',
    dataset: regionsInTwoTables(),
    sensitiveUpTo: 3,
  },
  {
    title: 'a three-way table and a two-way table that share unions and years',
    source: 'GaussSuppression, vignette of linked tables',
    dataset: placesInTwoTables(),
    sensitiveUpTo: 2,
  },
  {
    title: 'a three-way table with sub-totals',
    source: 'sdcTable, vignette: its structure, own numbers',
    dataset: groupsWithParts(),
    sensitiveUpTo: 4,
  },
  {
    title: 'a sub-total that is the total of another table',
    source: 'SDC handbook 4.3, hierarchical tables; own numbers',
    dataset: subtotalInTwoTables(),
    sensitiveUpTo: 3,
  },
];
