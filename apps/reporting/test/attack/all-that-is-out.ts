import type { Published, PublishedCell } from '@postern/disclosure-attack';
import type { ProtectedCell } from '@postern/disclosure-control';
import { NHS_7_5, TEN_FIVE } from '@postern/disclosure-control';
import { CATALOGUE } from '../../src/catalogue/catalogue.ts';
import type { IndicatorDefinition, Measure } from '../../src/catalogue/indicator.ts';
import { cellFromRow } from '../../src/published/cell-row.ts';
import type { Answer, AnsweredCell } from './analyst.ts';

/** The true count of a cell, which decides what a reader is credited with and what counts as told. */
export type TrueCount = (cellKey: string) => number;

/** A count as it was answered, however often it was asked for. */
export interface Out {
  readonly cell: AnsweredCell;
  readonly shown: ProtectedCell;
}

/** Every count that is out, by its key; throws where two answers differ. */
export function countsOut(answers: readonly Answer[]): ReadonlyMap<string, Out> {
  const found = new Map<string, Out>();
  for (const { cells } of answers)
    for (const cell of cells) {
      if (cell.kind !== 'COUNT' || cell.symbol === 'x') continue;
      const shown = cellFromRow(cell);
      const before = found.get(cell.cellKey)?.shown;
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(shown))
        throw new Error(`${cell.cellKey} was answered in two ways.`);
      found.set(cell.cellKey, { cell, shown });
    }
  return found;
}

/** What an attack goes by: all counts of one profile, with every sum that the catalogue tells of. */
export function asPublished(
  out: ReadonlyMap<string, Out>,
  wards: ReadonlyMap<string, string | null>,
  trueCount: TrueCount,
): readonly Published[] {
  return [NHS_7_5, TEN_FIVE].map((profile) => {
    const own = CATALOGUE.filter((definition) => definition.profile === profile.name);
    const ids = new Set<string>(own.map(({ id }) => id));
    const cells = new Map<string, PublishedCell>();
    for (const [key, { cell, shown }] of out)
      if (ids.has(indicatorOf(key)))
        cells.set(
          key,
          known(key, shown, trueCount(key), cell.members.length < 2, profile.suppressUpTo),
        );
    const sums: Sum[] = [];
    for (const definition of own) sums.push(...sumsOf(definition, out, wards));
    for (const { whole, part, rest } of restsOf(own, out)) {
      const left = Math.max(0, trueCount(whole) - trueCount(part));
      const isSmall = left >= 1 && left <= profile.suppressUpTo;
      // Nobody publishes what is left, and a small count is no less to be kept.
      const shown: ProtectedCell | null = isSmall ? { kind: 'SUPPRESSED', symbol: 'c' } : null;
      cells.set(rest, known(rest, shown, left, false, profile.suppressUpTo));
      sums.push({ plus: [whole], minus: [part, rest] });
    }
    const countOf = (key: string) => cells.get(key)?.elsewhere ?? 0;
    const relations = sums
      .filter(({ plus, minus }) => [...plus, ...minus].every((key) => cells.has(key)))
      .map(({ plus, minus }) => {
        const terms = [
          ...plus.map((key) => ({ key, times: 1 })),
          ...minus.map((key) => ({ key, times: -1 })),
        ];
        const by = terms.reduce((sum, { key, times }) => sum + times * countOf(key), 0);
        return { terms, low: by, high: by };
      });
    return { cells: [...cells.values()], relations, profile };
  });
}

interface Sum {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

function known(
  key: string,
  shown: ProtectedCell | null,
  count: number,
  isTotal: boolean,
  suppressUpTo: number,
): PublishedCell {
  const size = count === 0 ? 'ZERO' : count <= suppressUpTo ? 'SMALL' : 'LARGE';
  return { key, shown, isTotal, size, isPrimary: size === 'SMALL', elsewhere: count };
}

function indicatorOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** Over each dimension, over wards of a locality, over months of a quarter, from stock to stock, and what two indicators tell alike. */
function sumsOf(
  { id, measures, movement }: IndicatorDefinition,
  out: ReadonlyMap<string, Out>,
  wards: ReadonlyMap<string, string | null>,
): readonly Sum[] {
  const groups = new Map<string, string[]>();
  const add = (whole: string, part: string): void => {
    const parts = groups.get(whole);
    if (parts !== undefined) parts.push(part);
    else if (out.has(whole.slice(0, whole.indexOf(' over ')))) groups.set(whole, [part]);
  };
  const sums: Sum[] = [];
  for (const [key, { cell }] of out) {
    if (indicatorOf(key) !== id) continue;
    const [, measure = '', grain = '', start = ''] = key.split('/');
    const at = (name: string, period: string, members: AnsweredCell['members']): string =>
      `${id}/${name}/${period}/${members.length === 0 ? 'ALL' : members.map(({ dimension, code }) => `${dimension}=${code}`).join(';')}`;
    for (const [place, member] of cell.members.entries()) {
      const others = cell.members.toSpliced(place, 1);
      add(`${at(measure, `${grain}/${start}`, others)} over ${member.dimension}`, key);
      const within = member.dimension === 'WARD' ? wards.get(member.code) : undefined;
      if (typeof within === 'string')
        add(
          `${at(measure, `${grain}/${start}`, [{ dimension: 'LOCALITY', code: within }])} over wards`,
          key,
        );
    }
    const counted = measures.find((each) => each.id === measure);
    const months = monthsOf(cell);
    if (counted?.kind === 'COUNT' && grain === 'QUARTER')
      sums.push({
        plus: (counted.over === 'FLOW' ? months : months.slice(-1)).map((month) =>
          at(measure, `MONTH/${month}`, cell.members),
        ),
        minus: [key],
      });
    if (movement?.open === measure && grain === 'MONTH') {
      const { opened, closed, open } = movement;
      const [month = ''] = months;
      sums.push({
        plus: [
          at(open, `MONTH/${before(month)}`, cell.members),
          at(opened, `MONTH/${month}`, cell.members),
        ],
        minus: [at(closed, `MONTH/${month}`, cell.members), key],
      });
    }
    if (counted?.kind === 'COUNT' && counted.sameAs !== undefined) {
      const { indicator, measure: other, at: member } = counted.sameAs;
      for (const members of member === undefined
        ? [cell.members]
        : [
            [member, ...cell.members],
            [...cell.members, member],
          ])
        sums.push({
          plus: [at(other, `${grain}/${start}`, members).replace(`${id}/`, `${indicator}/`)],
          minus: [key],
        });
    }
  }
  for (const [whole, parts] of groups)
    sums.push({ plus: parts, minus: [whole.slice(0, whole.indexOf(' over '))] });
  return sums;
}

/** Of each part that is told beside its whole, what is left of that without it. */
function restsOf(
  definitions: readonly IndicatorDefinition[],
  out: ReadonlyMap<string, Out>,
): readonly { readonly whole: string; readonly part: string; readonly rest: string }[] {
  return definitions.flatMap(({ id, measures }) =>
    measures.flatMap((measure) => {
      const told = wholeOf(id, measure);
      if (told === null) return [];
      const { of, whole, cuts } = told;
      return [...out]
        .filter(([key, { cell }]) => {
          const cut = cell.members.map(({ dimension }) => dimension);
          const isCutAlike = cuts === null || cuts.some((each) => isSameCut(each, cut));
          return key.startsWith(`${id}/${of}/`) && isCutAlike;
        })
        .map(([part]) => ({
          part,
          whole: part.replace(`${id}/${of}/`, `${whole}/`),
          rest: `${part} left of ${whole}`,
        }))
        .filter(({ whole: all }) => out.has(all));
    }),
  );
}

/** What a measure is said to be a part of, and by which cuts; by all where that is null. */
function wholeOf(id: string, measure: Measure) {
  if (measure.kind === 'PERCENTAGE')
    return { of: measure.of, whole: `${id}/${measure.from}`, cuts: null };
  if (measure.kind !== 'COUNT' || measure.within === undefined) return null;
  const { measure: name, of } = measure.within;
  return { of: measure.id, whole: `${of?.indicator ?? id}/${name}`, cuts: of?.cuts ?? null };
}

function isSameCut(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

function monthsOf({ periodStart, periodEnd }: AnsweredCell): readonly string[] {
  const months = [periodStart];
  while ((months.at(-1) ?? '').slice(0, 7) < periodEnd.slice(0, 7))
    months.push(after(months.at(-1) ?? ''));
  return months;
}

function after(month: string): string {
  return shifted(month, 1);
}

function before(month: string): string {
  return shifted(month, -1);
}

function shifted(month: string, by: number): string {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}
