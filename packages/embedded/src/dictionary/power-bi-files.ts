import { modelTablesOf } from '@postern/gateway';
import { powerBiProject } from '@postern/odata';
import type { PublishedIndicator } from '@postern/reporting';

/** docs/power-bi: a project for Power BI over every table that tools read, by the paths of its files. */
export function powerBiFiles(
  catalogue: readonly PublishedIndicator[],
): ReadonlyMap<string, string> {
  const tables = modelTablesOf(
    catalogue.map((definition) => ({
      ...definition,
      basis: definition.basis ?? null,
      measures: definition.measures.map((measure) => ({
        ...measure,
        unit: measure.kind === 'COUNT' ? measure.unit : null,
        over: measure.kind === 'COUNT' ? measure.over : null,
      })),
    })),
  );
  const root = 'https://postern.example/reporting/odata/v4/';
  return powerBiProject(tables, { name: 'Postern', root });
}
