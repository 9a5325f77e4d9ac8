import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';

/** The schema that a contract's callers see: no federation machinery, nothing inaccessible. */
export function publicSchemaOf(supergraphSdl: string): GraphQLSchema {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  return buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValidSDL: true });
}
