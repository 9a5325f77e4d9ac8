import type { GraphQLSchema } from 'graphql';
import type { WaysToFields } from './ways-to-fields.ts';

/** What a schema lets one ask. */
export interface Grammar {
  readonly schema: GraphQLSchema;
  readonly ways: WaysToFields;
  /** The root's fields that answer with records; the others answer questions of offices, which refuse most people. */
  readonly recordRoots: ReadonlySet<string>;
}
