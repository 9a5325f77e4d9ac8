import type { Row } from '@postern/odata';
import type { Indicator } from '../catalogue/catalogue.ts';
import { tableName } from '../catalogue/names.ts';
import type { AskContract } from '../request/contract-question.ts';
import { startOfDay } from './cell-rows.ts';
import type { Publication } from './publications.ts';
import { GRAINS, profileText } from './publications.ts';

/** One row for each indicator. */
export function indicatorRows(catalogue: readonly Indicator[]): readonly Row[] {
  return catalogue.map(({ id, title, definition, clauses, profile, basis }) => ({
    id,
    table: tableName(id),
    title,
    definition,
    clauses: clauses.join(' '),
    profile,
    basis,
  }));
}

/** One row for each measure of each indicator. */
export function measureRows(catalogue: readonly Indicator[]): readonly Row[] {
  return catalogue.flatMap(({ id: indicator, measures }) =>
    measures.map(({ id, title, definition, kind, unit, over }) => ({
      measureKey: `${indicator}/${id}`,
      indicator,
      measure: id,
      title,
      definition,
      kind,
      unit,
      over,
    })),
  );
}

/** One row for each member of a dimension. */
export async function memberRows(ask: AskContract, id: string): Promise<readonly Row[]> {
  const { dimension } = await ask<{ readonly dimension: readonly Row[] }>({
    query:
      'query ReportingDimension($id: Dimension!) { dimension(id: $id) { code label within officialCode } }',
    variables: { id },
  });
  return dimension;
}

const PUBLICATIONS = `query ReportingEditions {
${GRAINS.map(
  (grain) =>
    `  ${grain}: publications(grain: ${grain}) { id indicator grain periodStart periodEnd title citation digest profile { name version } publishedAt }`,
).join('\n')}
}`;

interface Edition extends Publication {
  readonly id: string;
  readonly periodEnd: string;
  readonly title: string;
  readonly citation: string;
  readonly publishedAt: string;
}

/** One row for everything that went out. */
export async function publicationRows(ask: AskContract): Promise<readonly Row[]> {
  const byGrain = await ask<Readonly<Record<string, readonly Edition[]>>>({ query: PUBLICATIONS });
  return Object.values(byGrain)
    .flat()
    .map((edition) => ({
      ...edition,
      periodStart: startOfDay(edition.periodStart),
      periodEnd: startOfDay(edition.periodEnd),
      profile: profileText(edition.profile),
    }));
}
