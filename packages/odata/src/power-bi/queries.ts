import type { EntitySet } from '../model/entity-set.ts';
import type { ModelTable } from './model-table.ts';

/** Where the service is, which whoever opens the model says once. */
export const ROOT_PARAMETER = 'ServiceRoot';
/** The bounds of what a refresh reads, by the names that Power BI sets them under. */
const [FROM, UNTIL] = ['RangeStart', 'RangeEnd'];

/** What reads a table, in Power Query M; of cells those alone whose period begins in a range, so that a refresh asks for that much. */
export function queryOf({ set, cells }: ModelTable): readonly string[] {
  const source = [
    `Source = OData.Feed(${ROOT_PARAMETER}, null, [Implementation = "2.0"])`,
    `Rows = Source{[Name = "${set.name}", Signature = "table"]}[Data]`,
  ];
  if (cells === null) return letIn([...source, ...withoutZones('Rows', set)], 'Zoned');
  return letIn(
    [
      ...source,
      // Constants: what is asked for is worked out before the service is asked, in UTC wherever the refresh runs.
      `From = DateTime.AddZone(${FROM}, 0)`,
      `Until = DateTime.AddZone(${UNTIL}, 0)`,
      `InRange = Table.SelectRows(Rows, each [${cells.period}] >= From and [${cells.period}] < Until)`,
      ...withoutZones('InRange', set),
    ],
    'Zoned',
  );
}

/** A model has moments without a zone: as they are in UTC. */
function withoutZones(step: string, { properties }: EntitySet): readonly string[] {
  const moments = properties.filter(({ type }) => type === 'Edm.DateTimeOffset');
  const changes = moments.map(
    ({ name }) =>
      `{"${name}", each if _ = null then null else DateTimeZone.RemoveZone(DateTimeZone.SwitchZone(_, 0)), type datetime}`,
  );
  return [`Zoned = Table.TransformColumns(${step}, {${changes.join(', ')}})`];
}

function letIn(steps: readonly string[], result: string): readonly string[] {
  return [
    'let',
    ...steps.map((step, at) => `\t${step}${at === steps.length - 1 ? '' : ','}`),
    'in',
    `\t${result}`,
  ];
}

/** The parameters, as Power Query has them. */
export function parameters(root: string): readonly string[] {
  const parameter = (name: string, value: string, type: string): string =>
    `expression ${name} = ${value} meta [IsParameterQuery = true, Type = "${type}", IsParameterQueryRequired = true]`;
  return [
    parameter(ROOT_PARAMETER, `"${root}"`, 'Text'),
    '',
    // What is shown while the model is written; a service that refreshes it sets its own.
    parameter(`${FROM}`, '#datetime(2020, 1, 1, 0, 0, 0)', 'DateTime'),
    '',
    parameter(`${UNTIL}`, '#datetime(2040, 1, 1, 0, 0, 0)', 'DateTime'),
  ];
}
