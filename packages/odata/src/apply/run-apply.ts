import { chooser } from '../expression/evaluate.ts';
import type { EntitySet, Property, Row, Value } from '../model/entity-set.ts';
import { inOrder, momentsOf } from '../model/order.ts';
import type { Aggregate, Apply, Grouping } from './apply.ts';

/** Does with rows what was asked, which has been checked against their set; groups come in the order of what they are made by. */
export function runApply(
  rows: readonly Row[],
  { before, grouping, after }: Apply,
  set: EntitySet,
  properties: readonly Property[],
): readonly Row[] {
  const chosen = before === null ? rows : rows.filter(chooser(before, momentsOf(set)));
  if (grouping === null) return chosen;
  const groups = groupsOf(chosen, grouping);
  const ordered = inOrder(
    groups,
    grouping.by.map((property) => ({ property, descending: false })),
    { properties },
  );
  return after === null ? ordered : ordered.filter(chooser(after, momentsOf({ properties })));
}

function groupsOf(rows: readonly Row[], { by, aggregates }: Grouping): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(by.map((name) => row[name] ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  // An aggregate over nothing at all is one row, of no rows.
  if (by.length === 0 && groups.size === 0) groups.set('', []);
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(by.map((name) => [name, group[0]?.[name] ?? null])),
    ...Object.fromEntries(
      aggregates.map((aggregate) => [aggregate.as, aggregated(aggregate, group)]),
    ),
  }));
}

function aggregated(aggregate: Aggregate, rows: readonly Row[]): Value {
  if (aggregate.kind === 'COUNT') return rows.length;
  const { property, method } = aggregate;
  const values = rows
    .map((row) => row[property] ?? null)
    .filter((value): value is number => typeof value === 'number');
  switch (method) {
    case 'countdistinct':
      return new Set(values).size;
    case 'sum':
      // To a sum that a cell without a number belongs to there is none: the others are no sum of what was asked.
      return values.length < rows.length ? null : sumOf(values);
    case 'min':
      return values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b));
    case 'max':
      return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
  }
}

function sumOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Published numbers have one decimal at most; added as they are they would gather the error of each.
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}
