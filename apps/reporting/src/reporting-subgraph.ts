import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Connection } from '@postern/database';
import type { InProcessSubgraph, RequestContext } from '@postern/subgraph-kit';
import { executeCompiled, subgraphSdl } from '@postern/subgraph-kit';
import { parse } from 'graphql';
import type { EpisodeCountsArguments } from './modules/episode-counts/episode-counts.resolver.ts';
import { episodeCounts } from './modules/episode-counts/episode-counts.resolver.ts';

/** What the reporting subgraph runs on. */
export interface ReportingServices {
  /** Connected as role `reporting`, which can read protected tables and nothing else. */
  readonly connection: Connection;
  /** Throws a Refusal when the caller is not an analyst in force, or the purpose is not one for aggregates. */
  admit(caller: RequestContext['caller'], purpose: RequestContext['purpose']): Promise<void>;
}

/** Callers are admitted to the counts or not: no field of them, nor of what comes inside them, is decided by itself. */
export const REPORTED_WHOLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['EpisodeCounts', new Set(['EpisodeCountCell', 'DisclosureProfile'])],
]);

/** The whole SDL of the reporting subgraph: aggregates only, no record types, no identifiers. */
export const reportingTypeDefs: string = subgraphSdl([
  new URL('./modules/episode-counts/schema.graphql', import.meta.url),
]);

/** Builds the reporting subgraph; every request is admitted before anything of it is read. */
export function createReporting(services: ReportingServices): InProcessSubgraph {
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(reportingTypeDefs),
      resolvers: {
        Query: {
          episodeCounts: (_source: unknown, given: EpisodeCountsArguments) =>
            episodeCounts(services.connection, given),
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
