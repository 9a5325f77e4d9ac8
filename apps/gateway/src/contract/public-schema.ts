import { checkCalendarDates } from '@postern/subgraph-kit';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';

/** The schema that a contract's callers see: no federation machinery, nothing inaccessible. */
export function publicSchemaOf(supergraphSdl: string): GraphQLSchema {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), {
    assumeValidSDL: true,
  });
  checkCalendarDates(schema);
  return schema;
}
