import type { ModelTable } from './model-table.ts';
import { parameters } from './queries.ts';
import { tableFile } from './table-file.ts';
import { file, named } from './tmdl.ts';

/** What a project is made of. */
export interface ProjectOptions {
  /** How its files are called. */
  readonly name: string;
  /** The address that is asked until somebody says another, with a slash at its end. */
  readonly root: string;
}

/** A Power BI project as files of text, by their paths: a model that reads every table, and a report with an empty page. */
export function powerBiProject(
  tables: readonly ModelTable[],
  { name, root }: ProjectOptions,
): ReadonlyMap<string, string> {
  const model = `${name}.SemanticModel`;
  const definition = `${model}/definition`;
  return new Map([
    [
      `${name}.pbip`,
      json({ version: '1.0', artifacts: [{ report: { path: `${name}.Report` } }], settings: {} }),
    ],
    [
      `${name}.Report/definition.pbir`,
      json({ version: '4.0', datasetReference: { byPath: { path: `../${model}` } } }),
    ],
    [`${name}.Report/report.json`, json(EMPTY_REPORT)],
    [`${model}/definition.pbism`, json({ version: '4.0', settings: {} })],
    [`${definition}/database.tmdl`, file(['database', '\tcompatibilityLevel: 1567'])],
    [`${definition}/model.tmdl`, modelFile(tables)],
    [`${definition}/expressions.tmdl`, file(parameters(root))],
    [`${definition}/relationships.tmdl`, relationships(tables)],
    ...tables.map(
      (table) => [`${definition}/tables/${table.set.name}.tmdl`, tableFile(table)] as const,
    ),
  ]);
}

/** A number is shown by a measure or not at all: what Power BI would make of a column itself is a sum. */
function modelFile(tables: readonly ModelTable[]): string {
  return file([
    'model Model',
    '\tculture: en-GB',
    '\tdefaultPowerBIDataSourceVersion: powerBI_V3',
    '\tdiscourageImplicitMeasures',
    '\tsourceQueryCulture: en-GB',
    '',
    'annotation __PBI_TimeIntelligenceEnabled = 0',
    '',
    ...tables.map(({ set }) => `ref table ${named(set.name)}`),
  ]);
}

function relationships(tables: readonly ModelTable[]): string {
  return file(
    tables.flatMap(({ set, cells }) =>
      (cells?.cuts ?? []).flatMap(({ column, table, key }) => [
        `relationship ${set.name}_${column}`,
        `\tfromColumn: ${set.name}.${column}`,
        `\ttoColumn: ${table}.${key}`,
        '',
      ]),
    ),
  );
}

const EMPTY_REPORT = {
  config: JSON.stringify({ version: '5.59', activeSectionIndex: 0 }),
  layoutOptimization: 0,
  sections: [
    {
      name: 'ReportSection',
      displayName: 'Page 1',
      displayOption: 1,
      width: 1280,
      height: 720,
      config: '{}',
      filters: '[]',
      visualContainers: [],
    },
  ],
};

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
