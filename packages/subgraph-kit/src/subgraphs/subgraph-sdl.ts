import { readFileSync } from 'node:fs';
import type { DataDictionary } from '@postern/policy';
import { parse } from 'graphql';
import { SUBGRAPH_PREAMBLE } from '../classification/directive.graphql.ts';
import { mergeDictionaries } from '../classification/merge-dictionaries.ts';
import { readClassification } from '../classification/read-classification.ts';
import type { SubgraphDefinition } from '../composition/compose-supergraph.ts';

/** Types that several subgraphs answer with in the same shape. */
const SHARED_TYPES = `
"""A calendar date, ISO 8601: 2026-11-21."""
scalar Date
"""A moment, ISO 8601 with its offset from UTC."""
scalar DateTime

"""A field of this record that was not given, why, and what to do. It follows from the field's class, never from its value."""
type Withheld @shareable {
  coordinate: String!
  code: String!
  clause: String!
  remedy: String!
}
`;

/** The whole SDL of a subgraph: preamble, shared types and its modules' schema files. */
export function subgraphSdl(schema: readonly URL[]): string {
  return [SUBGRAPH_PREAMBLE, SHARED_TYPES, ...schema.map((url) => readFileSync(url, 'utf8'))].join(
    '\n',
  );
}

/** The data dictionary of several subgraphs together. */
export function dictionaryOf(subgraphs: readonly SubgraphDefinition[]): DataDictionary {
  return mergeDictionaries(
    subgraphs.map((subgraph) => readClassification(parse(subgraph.typeDefs))),
  );
}
