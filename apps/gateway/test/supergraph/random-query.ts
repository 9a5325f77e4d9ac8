import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A query and the variables that its conditions name. */
export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, boolean>>;
}

/** Writes a valid query of a schema; the same seed writes the same. */
export function randomQuery(schema: GraphQLSchema, seed: number): RandomQuery {
  const root = schema.getQueryType();
  if (root == null) throw new Error('A schema to be queried has a query type.');
  const writer = new QueryWriter(schema, seed);
  return writer.write(root);
}

class QueryWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #fragments: string[] = [];
  readonly #variables: Record<string, boolean> = {};
  #budget: number;

  constructor(schema: GraphQLSchema, seed: number) {
    this.#schema = schema;
    this.#random = generator(seed);
    this.#budget = 3 + this.#below(40);
  }

  write(root: GraphQLNamedType): RandomQuery {
    const selection = this.#selection(root, 0);
    const names = Object.keys(this.#variables);
    const head = names.length === 0 ? '' : `query (${names.map((name) => `$${name}: Boolean!`)}) `;
    const query = [head + selection, ...this.#fragments].join('\n');
    return { query, variables: this.#variables };
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    const wanted = 1 + this.#below(4);
    for (let index = 0; index < wanted; index += 1) parts.push(this.#part(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLNamedType, depth: number): string {
    const chance = this.#budget < 0 ? 1 : this.#random();
    if (isAbstractType(type) && chance < 0.6) return this.#fragment(type, depth);
    if (chance < 0.08 && depth > 0) return `__typename${this.#condition()}`;
    if (chance < 0.2 && depth > 0 && isObjectType(type)) return this.#fragment(type, depth);
    return this.#field(type, depth);
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    this.#budget -= 1;
    const fitting = Object.values(this.#schema.getTypeMap()).filter((other) =>
      this.#mayBe(type, other),
    );
    const on = fitting[this.#below(fitting.length)] ?? type;
    const selection = this.#selection(on, depth);
    if (this.#random() < 0.7) return `... on ${on.name}${this.#condition()} ${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${selection}`);
    return `...${name}${this.#condition()}`;
  }

  #mayBe(type: GraphQLNamedType, other: GraphQLNamedType): boolean {
    if (!isCompositeType(type) || !isCompositeType(other)) return false;
    const of = (each: typeof type): readonly GraphQLNamedType[] =>
      isAbstractType(each) ? this.#schema.getPossibleTypes(each) : [each];
    return of(type).some((each) => of(other).includes(each));
  }

  #field(type: GraphQLNamedType, depth: number): string {
    if (!('getFields' in type)) return '__typename';
    this.#budget -= 1;
    const isDeep = depth > 4 || this.#budget < 0;
    const fields = Object.values(
      type.getFields() as Record<string, GraphQLField<unknown, unknown>>,
    );
    const usable = fields.filter((each) => !isDeep || !isCompositeType(getNamedType(each.type)));
    const field = usable[this.#below(usable.length)];
    if (field === undefined) return '__typename';
    const given = this.#arguments(field.args);
    const inner = getNamedType(field.type);
    // One response key is always one field with one set of arguments, so that any two selections can be merged.
    const key = given === '' ? field.name : `${field.name}_${given.replaceAll(/\W+/g, '_')}`;
    const alias = `${type.name}_${key}_${nullness(field.type)}`;
    const named =
      given !== '' || isAbstractlyNamed(type) || this.#random() < 0.3 ? `${alias}: ` : '';
    const set = isCompositeType(inner) ? ` ${this.#selection(inner, depth + 1)}` : '';
    return `${named}${field.name}${given}${this.#condition()}${set}`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args
      .filter(({ type }) => isNonNullType(type) || this.#random() < 0.5)
      .map(({ name, type }) => `${name}: ${this.#value(type)}`);
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  #value(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (isListType(type)) return `[${this.#value(type.ofType)}]`;
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[this.#below(values.length)]?.name ?? 'null';
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#random() < 0.5,
      );
      return `{ ${fields.map(({ name, type: inner }) => `${name}: ${this.#value(inner)}`).join(', ')} }`;
    }
    if (type.name === 'Boolean') return String(this.#random() < 0.5);
    if (type.name === 'Int') return String(this.#below(4));
    return `"${['b1', 'f333', 'i1', 'none'][this.#below(4)]}"`;
  }

  #condition(): string {
    if (this.#random() > 0.12) return '';
    const directive = this.#random() < 0.5 ? 'skip' : 'include';
    const isTrue = this.#random() < 0.5;
    if (this.#random() < 0.3) return ` @${directive}(if: ${isTrue})`;
    const name = `v${this.#below(3)}`;
    this.#variables[name] ??= isTrue;
    return ` @${directive}(if: $${name})`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

/** Whether fields of this type lie where fields of others may have the same name and another type. */
function isAbstractlyNamed(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.name !== 'Query';
}

function nullness(type: GraphQLOutputType): string {
  return String(type).replaceAll(/\W/g, '');
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
