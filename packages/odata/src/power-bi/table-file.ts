import type { EdmType, Property } from '../model/entity-set.ts';
import { measuresOf } from './measures.ts';
import type { ModelTable } from './model-table.ts';
import { queryOf } from './queries.ts';
import { described, file, named, under } from './tmdl.ts';

const TYPES: Readonly<Record<EdmType, string>> = {
  'Edm.String': 'string',
  'Edm.Boolean': 'boolean',
  'Edm.Int32': 'int64',
  'Edm.Decimal': 'double',
  'Edm.Date': 'dateTime',
  'Edm.DateTimeOffset': 'dateTime',
};

const YEARS_KEPT = 10;
/** A year goes out after it closed, as of its first month: thirteen months back, and two for when it is late. */
const MONTHS_READ_ANEW = 15;

/** A table of the model with its columns, what reads it, how it is refreshed and its measures. */
export function tableFile(table: ModelTable): string {
  const { set } = table;
  const measures = measuresOf(table);
  return file([
    ...described(set.description),
    `table ${named(set.name)}`,
    '',
    ...under(1, [
      ...(measures.length === 0 ? [] : [...measures, '']),
      ...set.properties.flatMap((property) => [...column(property), '']),
      `partition ${named(set.name)} = m`,
      '\tmode: import',
      '\tsource =',
      ...under(3, queryOf(table)),
      ...(table.cells === null ? [] : ['', ...refreshPolicy(table)]),
    ]),
  ]);
}

/** No column is added up by itself when somebody drags it into a picture. */
function column({ name, type, description }: Property): readonly string[] {
  return [
    ...described(description),
    `column ${named(name)}`,
    `\tdataType: ${TYPES[type]}`,
    '\tsummarizeBy: none',
    `\tsourceColumn: ${name}`,
  ];
}

/** What closed is kept as it is; months in which something may go out are read anew. */
function refreshPolicy(table: ModelTable): readonly string[] {
  return [
    'refreshPolicy',
    '\tpolicyType: basic',
    '\trollingWindowGranularity: year',
    `\trollingWindowPeriods: ${YEARS_KEPT}`,
    '\tincrementalGranularity: month',
    `\tincrementalPeriods: ${MONTHS_READ_ANEW}`,
    '\tsourceExpression =',
    ...under(3, queryOf(table)),
  ];
}
