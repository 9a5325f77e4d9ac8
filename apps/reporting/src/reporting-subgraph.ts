import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Connection } from '@postern/database';
import type { InProcessSubgraph, RequestContext } from '@postern/subgraph-kit';
import { executeCompiled, subgraphSdl } from '@postern/subgraph-kit';
import { parse } from 'graphql';
import type { Dimension } from './catalogue/dimension.ts';
import { CATALOGUE_SDL } from './modules/indicator/catalogue.graphql.ts';
import { dimensionMembers, indicators } from './modules/indicator/catalogue.resolver.ts';
import type { IndicatorArguments } from './modules/indicator/indicator.resolver.ts';
import { indicatorTable } from './modules/indicator/indicator.resolver.ts';
import type { PublicationsArguments } from './modules/indicator/publications.resolver.ts';
import { publications } from './modules/indicator/publications.resolver.ts';

/** What the reporting subgraph runs on. */
export interface ReportingServices {
  /** Connected as role `reporting`, which can read protected tables and nothing else. */
  readonly connection: Connection;
  /** Throws a Refusal when the caller is not an analyst in force, or the purpose is not one for aggregates. */
  admit(caller: RequestContext['caller'], purpose: RequestContext['purpose']): Promise<void>;
}

/** Callers are admitted to everything of it or to nothing: no field, nor what comes inside them, is decided by itself. */
export const REPORTED_WHOLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'IndicatorTable',
    new Set([
      'IndicatorCell',
      'CellMember',
      'IndicatorDefinition',
      'IndicatorMeasure',
      'DimensionMember',
      'Publication',
      'DisclosureProfile',
    ]),
  ],
]);

/** The whole SDL of the reporting subgraph: aggregates only, no record types, no identifiers. */
export const reportingTypeDefs: string = [
  subgraphSdl([new URL('./modules/indicator/schema.graphql', import.meta.url)]),
  CATALOGUE_SDL,
].join('\n');

/** Builds the reporting subgraph; every request is admitted before anything of it is read. */
export function createReporting(services: ReportingServices): InProcessSubgraph {
  const { connection } = services;
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(reportingTypeDefs),
      resolvers: {
        Query: {
          indicators: () => indicators(),
          dimension: (_source: unknown, given: { readonly id: Dimension }) =>
            dimensionMembers(connection, given),
          indicator: (_source: unknown, given: IndicatorArguments) =>
            indicatorTable(connection, given),
          publications: (_source: unknown, given: PublicationsArguments) =>
            publications(connection, given),
        },
      },
    },
  ]);
  const execute = executeCompiled(schema);
  return {
    name: 'reporting',
    typeDefs: reportingTypeDefs,
    schema,
    execute: async (request) => {
      await services.admit(request.context.caller, request.context.purpose);
      return execute(request);
    },
    close: () => services.connection.close(),
  };
}
