import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType } from 'graphql';
import type { Draw } from './draw.ts';
import type { Grammar } from './grammar.ts';
import { operationName, ResponseNames } from './names.ts';
import { SelectionWriter } from './selection.ts';
import { VariableWriter } from './variables.ts';
import type { Goal } from './ways-to-fields.ts';
import type { Author, Words } from './words.ts';

/** Levels of fields that a service is expected to serve. */
const DEEPEST_SERVED = 12;

/** A request's body. */
export interface WrittenDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** For whom a document is written, with which words, and towards what. */
export interface DocumentGiven {
  readonly grammar: Grammar;
  readonly author: Author;
  readonly words: Words;
  readonly goal: Goal | null;
}

/** Writes a random document for a schema: mostly one that is valid, towards some field that the schema has. */
export function writeDocument(
  draw: Draw,
  { grammar, author, words, goal }: DocumentGiven,
): WrittenDocument {
  const names = new ResponseNames(draw);
  const count = draw.percent(8) ? draw.between(2, 3) : 1;
  const variables = new VariableWriter(draw, { author, words });
  const depth = depthOf(draw);
  const selections = new SelectionWriter(draw, { grammar, names, variables, depth });
  const operations = Array.from({ length: count }, (_, index) => {
    const name = count > 1 || draw.percent(40) ? operationName(draw, index) : null;
    variables.begin();
    const body =
      depth > DEEPEST_SERVED
        ? selections.chain(rootOf(grammar.schema))
        : rootSelection(draw, grammar.schema, { selections, goal });
    return { name, text: `query${name === null ? '' : ` ${name}`}${variables.declared()} ${body}` };
  });
  const texts = [...operations.map(({ text }) => text), ...selections.fragments()];
  const query = texts.join('\n');
  const named = operations.flatMap(({ name }) => (name === null ? [] : [name]));
  return {
    query: draw.percent(1) ? misspelt(draw, query) : query,
    variables: variables.values(),
    operationName: chosenName(draw, named, count),
  };
}

/** The most levels: some documents go beyond what is served. */
function depthOf(draw: Draw): number {
  return draw.percent(2)
    ? draw.between(DEEPEST_SERVED + 1, DEEPEST_SERVED + 6)
    : draw.between(4, DEEPEST_SERVED);
}

function rootOf(schema: GraphQLSchema): GraphQLObjectType {
  const root = schema.getQueryType();
  if (root === null || root === undefined) throw new TypeError('The schema has no queries.');
  return root;
}

function rootSelection(
  draw: Draw,
  schema: GraphQLSchema,
  { selections, goal }: { readonly selections: SelectionWriter; readonly goal: Goal | null },
): string {
  const body = selections.set(rootOf(schema), goal);
  if (draw.percent(3)) return withIntrospection(draw, schema, body, selections);
  // A share asks for more fields at the root, or more aliases, than are served.
  const more = draw.percent(1) ? draw.between(11, 60) : 0;
  const further = Array.from({ length: more }, (_, index) => `more${index}: __typename`);
  return further.length === 0 ? body : `${body.slice(0, -1)} ${further.join(' ')} }`;
}

/** Introspection beside records in one operation. */
function withIntrospection(
  draw: Draw,
  schema: GraphQLSchema,
  body: string,
  selections: SelectionWriter,
): string {
  const names = Object.keys(schema.getTypeMap());
  const [field, type] = draw.percent(50)
    ? ['__schema', '__Schema']
    : [`__type(name: "${draw.one(names)}")`, '__Type'];
  const inner = schema.getType(type);
  if (inner === undefined) return body;
  return `${body.slice(0, -1)} ${field} ${selections.set(getNamedType(inner), null)} }`;
}

function chosenName(draw: Draw, named: readonly string[], count: number): string | null {
  if (draw.percent(2)) return draw.one(['NoSuchQuery', '', 'constructor', '__proto__']);
  if (named.length === 0) return null;
  return count > 1 || draw.percent(50) ? draw.one(named) : null;
}

/** A character left out, doubled or put in: what no longer reads as a query has to be refused as such. */
function misspelt(draw: Draw, query: string): string {
  const at = draw.between(0, query.length - 1);
  const put = draw.one(['', '}', '{', '$', '"', '\u0000', '\ufeff', '@', '...', '#']);
  return query.slice(0, at) + put + query.slice(at + (draw.percent(50) ? 1 : 0));
}
