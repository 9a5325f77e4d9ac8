import { cast } from '@postern/sample-county';
import { subgraphSdl } from '@postern/subgraph-kit';
import type { GraphQLArgument, GraphQLField, GraphQLObjectType } from 'graphql';
import {
  buildASTSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { composeContracts, RECORD_BLUEPRINTS } from '../../src/stack/blueprints.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';

/** It is refused below a list, whoever asks: it is given part by part. */
const CONTENT = 'DocumentPart.content';

/** A field of Query and the record type it brings. */
export interface Root {
  readonly name: string;
  readonly type: string;
  readonly isPage: boolean;
  readonly args: readonly GraphQLArgument[];
}

/** An edge from a record to others. */
export interface Edge {
  readonly field: string;
  readonly type: string;
}

/** Types that can be asked for by their id. */
export const ENTITY_TYPES: ReadonlySet<string> = new Set(ENTITIES.map(([, type]) => type));

/** What a schema leads to, read from the schema itself, so that a field or an edge that is added is asked too. */
export class SchemaWalk {
  readonly #types: (name: string) => unknown;

  constructor(sdl: string) {
    const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
    this.#types = (name) => schema.getType(name);
  }

  /** Every field of Query. */
  get roots(): readonly Root[] {
    return this.#fields('Query').map(({ name, type, args }) => {
      const named = getNamedType(type).name;
      const isPage = named.endsWith('Connection');
      return { name, type: isPage ? named.slice(0, -'Connection'.length) : named, isPage, args };
    });
  }

  /** What commands answer with: each record that one of them leads to. */
  get answers(): readonly { readonly name: string; readonly type: string }[] {
    return this.#fields('Mutation').flatMap(({ name, type }) => {
      const answer = getNamedType(type);
      const changed = isUnionType(answer) ? answer.getTypes().map((each) => each.name) : [];
      return changed.flatMap((each) => this.edges(each).map((edge) => ({ name, type: edge.type })));
    });
  }

  /** The fields of a type that lead to other records. */
  edges(type: string): readonly Edge[] {
    return this.#fields(type)
      .filter((field) => isObjectType(getNamedType(field.type)) && field.name !== 'withheld')
      .map((field) => ({ field: field.name, type: getNamedType(field.type).name }));
  }

  /** A selection of every value of a type, with further selections. */
  selection(type: string, ...inner: readonly string[]): string {
    const leaves = this.#fields(type).filter(
      (field) => isLeafType(getNamedType(field.type)) && `${type}.${field.name}` !== CONTENT,
    );
    return `{ __typename ${leaves.map(({ name }) => name).join(' ')} ${inner.join(' ')} }`;
  }

  /** A selection of a record and of all that hangs on it and cannot be asked for by its own id. */
  own(type: string): string {
    const inner = this.edges(type)
      .filter((edge) => !ENTITY_TYPES.has(edge.type))
      .map((edge) => `${edge.field} ${this.own(edge.type)}`);
    return this.selection(type, ...inner);
  }

  /** Every way of at most so many edges from one type to another; it passes no type twice. */
  ways(from: string, to: string, most: number): readonly (readonly Edge[])[] {
    const go = (type: string, taken: readonly Edge[]): readonly (readonly Edge[])[] =>
      this.edges(type).flatMap((edge) => {
        const way = [...taken, edge];
        if (edge.type === to) return [way];
        const passed = taken.some((each) => each.type === edge.type) || edge.type === from;
        return passed || way.length >= most ? [] : go(edge.type, way);
      });
    return go(from, []);
  }

  #fields(type: string): readonly GraphQLField<unknown, unknown>[] {
    const found = this.#types(type);
    if (!isObjectType(found)) throw new Error(`The schema has no type ${type}.`);
    return Object.values((found as GraphQLObjectType).getFields());
  }
}

/** The records contract. */
export const RECORDS = new SchemaWalk(composeContracts().records);

/** Each subgraph by itself. */
export const SUBGRAPHS: ReadonlyMap<string, SchemaWalk> = new Map(
  RECORD_BLUEPRINTS.map(({ name, schema }) => [name, new SchemaWalk(subgraphSdl(schema))]),
);

/** Of a list that is of one episode: which. */
export function withinOf({ args }: Pick<Root, 'args'>): string {
  const { id } = cast.families.okafor.episodes.current;
  return args.some(({ name }) => name === 'episode') ? `episode: "${id}"` : '';
}

/** A root field with a selection of its records. */
export function askOf({ name, isPage, args: takes }: Root, selection: string, args = ''): string {
  const all = [withinOf({ args: takes }), args].filter((each) => each !== '').join(', ');
  const given = all === '' ? '' : `(${all})`;
  return isPage
    ? `${name}${given} { edges { node ${selection} } }`
    : `${name}${given} ${selection}`;
}
