import { buildSchema } from 'graphql';
import type { Grammar } from '../src/grammar/grammar.ts';
import { WaysToFields } from '../src/grammar/ways-to-fields.ts';
import type { Author, Words } from '../src/grammar/words.ts';

/** A schema with everything that the grammar treats in its own way. */
export const smallSchema = buildSchema(`
  scalar Date
  type Query { family(reference: String!): Family families(first: Int, after: String, filter: Filter): FamilyConnection found: [Found] }
  union Found = Note | School
  type School { id: ID! name: String roll: [Person!] }
  input Filter { state: [State!] since: Date }
  enum State { OPEN CLOSED }
  type FamilyConnection { edges: [FamilyEdge!] totalCount: Int }
  type FamilyEdge { cursor: String! node: Family }
  type Family { id: ID! name: String state: State members: [Person!] }
  type Person { id: ID! name: String family: Family notes: [Note!] }
  type Note { id: ID! text: String about: Person }
`);

export const smallGrammar: Grammar = {
  schema: smallSchema,
  ways: new WaysToFields(smallSchema),
  recordRoots: new Set(['family', 'families']),
};

export const nobody: Author = { principal: { kind: 'NO_TOKEN' }, purpose: null };

export const fewWords: Words = {
  all: () => ['EH-1', 'EH-2'],
  visible: () => [],
  ids: () => ['00000000-0000-4000-8000-000000000001'],
  cursors: ['cursor-1'],
};
