import { Refusal } from '@postern/errors';
import { runApply } from '../apply/run-apply.ts';
import { chooser } from '../expression/evaluate.ts';
import type { EntitySet, Row } from '../model/entity-set.ts';
import { inOrder, momentsOf } from '../model/order.ts';
import type { QueryOptions } from '../options/query-options.ts';

/** The rows of an answer, and where it goes on. */
export interface RowsAnswer {
  readonly rows: readonly Row[];
  /** Of all rows that were chosen, before any were skipped. */
  readonly count: number;
  /** Where the next page begins; null where this is the last. */
  readonly nextOffset: number | null;
}

/** What rows are answered from. */
export interface Edition {
  readonly rows: readonly Row[];
  /** Names what was published when these rows were read: of letters, digits, - and _. */
  readonly tag: string;
}

/** Every row that was asked for, in order; which they are never depends on the page. */
export function chosenRows(
  set: EntitySet,
  { apply, filter, orderBy, properties }: QueryOptions,
  rows: readonly Row[],
): readonly Row[] {
  const applied = apply === null ? rows : runApply(rows, apply, set, properties);
  const chosen =
    filter === null ? applied : applied.filter(chooser(filter, momentsOf({ properties })));
  // Rows of a group have no key; they come in the order of their groups already, and sorting keeps it.
  const isGrouped = apply !== null && apply.grouping !== null;
  const last = isGrouped ? [] : [{ property: set.key, descending: false }];
  const order = [...orderBy, ...last];
  return order.length === 0 ? chosen : inOrder(chosen, order, { properties });
}

/** Answers a page of rows. @throws Refusal PAGE_NO_LONGER_THERE where the page is of another edition */
export function answerRows(
  { set, options }: { readonly set: EntitySet; readonly options: QueryOptions },
  { rows, tag }: Edition,
  pageSize: number,
): RowsAnswer {
  if (options.page !== null && options.page.edition !== tag)
    throw new Refusal('PAGE_NO_LONGER_THERE');
  const chosen = chosenRows(set, options, rows);
  const { skip, top } = options;
  const end = top === null ? chosen.length : Math.min(chosen.length, skip + top);
  const start = skip + (options.page?.offset ?? 0);
  const stop = Math.min(end, start + pageSize);
  return {
    rows: chosen.slice(start, stop).map((row) => shown(row, options.select)),
    count: chosen.length,
    nextOffset: stop < end ? stop - skip : null,
  };
}

/** The row of a key with the columns asked for. @throws Refusal ROW_UNKNOWN */
export function answerRow(
  {
    set,
    key,
    select,
  }: { readonly set: EntitySet; readonly key: string; readonly select: readonly string[] | null },
  rows: readonly Row[],
): Row {
  const row = rows.find((each) => each[set.key] === key);
  if (row === undefined) throw new Refusal('ROW_UNKNOWN');
  return shown(row, select ?? set.properties.map(({ name }) => name));
}

function shown(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
