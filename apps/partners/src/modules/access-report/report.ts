import { chosenFigure } from '@postern/steps';
import type { Answer } from '@postern/subgraph-kit';
import type { Watched } from './watch.ts';
import { GRANT_WATCHES } from './watches/grants.ts';
import { JUSTIFICATION_WATCHES } from './watches/justifications.ts';
import { OUT_OF_HOURS_WATCHES } from './watches/out-of-hours.ts';
import { READING_WATCHES } from './watches/reading.ts';

/** Everything that is watched for. */
export const WATCHES = [
  ...GRANT_WATCHES,
  ...OUT_OF_HOURS_WATCHES,
  ...READING_WATCHES,
  ...JUSTIFICATION_WATCHES,
];

/** Everything found, as the report shows it; a person is named by id and read by the rules. */
export async function findingsOfReport(
  watched: Omit<Watched, 'figure'>,
): Promise<readonly Answer[]> {
  const figure = (name: string) => chosenFigure(watched.statements, name);
  const findings: Answer[] = [];
  for (const { kind, clause, lookAt, find } of WATCHES)
    for (const { account, other, count, first, last } of await find({ ...watched, figure }))
      findings.push({
        kind,
        clause,
        lookAt,
        practitioner: account,
        other,
        count,
        first: first.toISOString(),
        last: last.toISOString(),
      });
  return findings;
}
