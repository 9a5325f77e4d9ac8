import type { CellColumns, ModelTable, Reference } from './model-table.ts';
import { described, named, under } from './tmdl.ts';

/**
 * The measures of a table of cells, in DAX: each reads one published cell, the total as well, and is blank where none or several are
 * meant. None adds cells up: each was rounded or withheld by itself.
 */
export function measuresOf({ set, cells }: ModelTable): readonly string[] {
  if (cells === null) return [];
  const value = `MAXX ( cells, ${set.name}[${cells.value}] )`;
  const symbol = `MAXX ( cells, ${set.name}[${cells.symbol}] )`;
  return [
    ...measure({
      name: `${set.name} value`,
      description: `The one published number that is chosen; blank where it has a symbol, and where more than one cell is meant.`,
      expression: oneCell(set.name, cells, value),
    }),
    '',
    ...measure({
      name: `${set.name} shown`,
      description: `The same as text, or the symbol that stands in its place.`,
      expression: oneCell(
        set.name,
        cells,
        `IF ( ISBLANK ( ${symbol} ), FORMAT ( ${value}, "#,0.##" ), ${symbol} )`,
      ),
    }),
  ];
}

function oneCell(table: string, { cuts, whole }: CellColumns, read: string): readonly string[] {
  const chosen = cuts.map((cut) => chosenBy(table, cut, whole));
  const cells =
    chosen.length === 0
      ? ['VAR cells =', `\t${table}`]
      : ['VAR cells =', '\tFILTER (', `\t\t${table},`, `\t\t${chosen.join('\n\t\t\t&& ')}`, '\t)'];
  return [
    ...cells.flatMap((line) => line.split('\n')),
    'RETURN',
    `\tIF ( COUNTROWS ( cells ) = 1, ${read} )`,
  ];
}

/** Members where members are chosen, else what is chosen of the column itself, else everything together. */
function chosenBy(table: string, { column, table: members }: Reference, whole: string): string {
  const own = `${table}[${column}]`;
  return `IF ( ISFILTERED ( ${members} ), ${own} <> "${whole}", ISFILTERED ( ${own} ) || ${own} = "${whole}" )`;
}

function measure({
  name,
  description,
  expression,
}: {
  readonly name: string;
  readonly description: string;
  readonly expression: readonly string[];
}): readonly string[] {
  return [...described(description), `measure ${named(name)} =`, ...under(2, expression)];
}
