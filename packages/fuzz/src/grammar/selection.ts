import type { GraphQLNamedType } from 'graphql';
import { getNamedType } from 'graphql';
import type { Draw } from './draw.ts';
import type { Grammar } from './grammar.ts';
import type { ResponseNames } from './names.ts';
import type { VariableWriter } from './variables.ts';
import type { Field, Goal } from './ways-to-fields.ts';
import { fieldsOf, isComposite } from './ways-to-fields.ts';

interface Fragment {
  readonly name: string;
  readonly text: string;
  /** Levels that it spans. */
  readonly depth: number;
  readonly variables: ReadonlySet<string>;
}

/** Levels on which the way may turn aside. */
const MOST_DETOURS = 5;
/** Fields beside the way to the goal, in one operation. */
const MOST_EXTRAS = 7;
/** How often the root is asked for records where it may be asked for anything: one refusal is an answer without any. */
const RECORDS_PERCENT = 85;

/** Writes selection sets: the way to a goal, and whatever else comes along. */
export class SelectionWriter {
  readonly #draw: Draw;
  readonly #grammar: Grammar;
  readonly #names: ResponseNames;
  readonly #variables: VariableWriter;
  readonly #depth: number;
  readonly #fragments = new Map<string, Fragment[]>();
  #extras = MOST_EXTRAS;
  #count = 0;

  constructor(
    draw: Draw,
    given: {
      readonly grammar: Grammar;
      readonly names: ResponseNames;
      readonly variables: VariableWriter;
      /** The most levels of fields. */
      readonly depth: number;
    },
  ) {
    this.#draw = draw;
    this.#grammar = given.grammar;
    this.#names = given.names;
    this.#variables = given.variables;
    this.#depth = given.depth;
  }

  /** `{ … }` on a type, or on one of those that it stands for. */
  set(type: GraphQLNamedType, goal: Goal | null, level = 1): string {
    const landing = this.#landing(type, goal);
    if (landing === type) return this.#ownSet(type, goal, level);
    return `{ ... on ${landing.name} ${this.#ownSet(landing, goal, level)} }`;
  }

  /** One field below another down to a level, for as far as the types go on. */
  chain(type: GraphQLNamedType, level = 1): string {
    const [landing = type] = this.#grammar.ways.landings(type).toReversed();
    const further = fieldsOf(landing).filter((field) =>
      this.#grammar.ways.landings(getNamedType(field.type)).some(isPassable),
    );
    if (level >= this.#depth || further.length === 0) return this.#ownSet(landing, null, level);
    const field = this.#draw.one(further);
    const inner = getNamedType(field.type);
    const given = this.#variables.arguments(field.args, inner.name);
    const selection = `${this.#named(field.name, given)}${given} ${this.chain(inner, level + 1)}`;
    return landing === type ? `{ ${selection} }` : `{ ... on ${landing.name} { ${selection} } }`;
  }

  #landing(type: GraphQLNamedType, goal: Goal | null): GraphQLNamedType {
    const { ways } = this.#grammar;
    const landings = ways.landings(type);
    if (landings.length < 2) return landings[0] ?? type;
    const steps = (landing: GraphQLNamedType): number =>
      (goal === null ? null : ways.distance(landing.name, goal.type)) ?? Number.POSITIVE_INFINITY;
    const nearest = Math.min(...landings.map(steps));
    return this.#draw.one(landings.filter((each) => steps(each) === nearest));
  }

  #ownSet(type: GraphQLNamedType, goal: Goal | null, level: number): string {
    const selections: string[] = [];
    const way = this.#wayOn(type, goal, level);
    const further = type.name === goal?.type ? null : goal;
    if (way !== null) selections.push(this.#wrapped(this.#field(way, further, level), type));
    const wanted = this.#draw.percent(way === null ? 100 : 45) ? this.#draw.between(1, 2) : 0;
    const extras = Math.min(this.#extras, wanted);
    this.#extras -= extras;
    for (let index = 0; index < extras; index += 1) selections.push(this.#extra(type, level));
    if (selections.length === 0) selections.push('__typename');
    if (this.#draw.percent(6)) selections.push(this.#draw.one(selections));
    return `{ ${selections.join(' ')} }`;
  }

  /** The named fragments that were spread. */
  fragments(): readonly string[] {
    return [...this.#fragments.values()].flat().map(({ text }) => text);
  }

  #wayOn(type: GraphQLNamedType, goal: Goal | null, level: number): Field | null {
    if (goal === null) return null;
    if (type.name === goal.type)
      return fieldsOf(type).find(({ name }) => name === goal.field) ?? null;
    const detour = level < MOST_DETOURS && this.#draw.percent(35) ? 2 : 0;
    const ways = this.#waysFrom(type, goal, detour);
    return ways.length === 0 ? null : this.#draw.one(ways);
  }

  /** From the root mostly by way of records, be it a longer one: what offices are asked leads to people, too, and refuses most. */
  #waysFrom(type: GraphQLNamedType, goal: Goal, detour: number): readonly Field[] {
    const { ways, schema, recordRoots } = this.#grammar;
    const any = ways.towards(type, goal, detour);
    if (type !== schema.getQueryType() || !this.#draw.percent(RECORDS_PERCENT)) return any;
    for (let longer = detour; longer <= MOST_DETOURS; longer += 1) {
      const records = ways.towards(type, goal, longer).filter(({ name }) => recordRoots.has(name));
      if (records.length > 0) return records;
    }
    return any;
  }

  #mostlyRecords(type: GraphQLNamedType, fields: readonly Field[]): readonly Field[] {
    if (type !== this.#grammar.schema.getQueryType()) return fields;
    const records = fields.filter(({ name }) => this.#grammar.recordRoots.has(name));
    return records.length > 0 && this.#draw.percent(RECORDS_PERCENT) ? records : fields;
  }

  #extra(type: GraphQLNamedType, level: number): string {
    if (this.#draw.percent(7)) return this.#named('__typename');
    if (this.#draw.percent(9)) return this.#spread(type, level);
    const fields = this.#mostlyRecords(type, fieldsOf(type));
    // Where no level is left only values can be asked for, if the type has any.
    const values = level >= this.#depth ? fields.filter((field) => !isComposite(field)) : fields;
    if (values.length === 0) return '__typename';
    return this.#wrapped(this.#field(this.#draw.one(values), null, level), type);
  }

  #field(field: Field, goal: Goal | null, level: number): string {
    const inner = getNamedType(field.type);
    const given = this.#variables.arguments(field.args, inner.name);
    const name = this.#named(field.name, given);
    const condition = this.#draw.percent(5) ? this.#variables.condition() : '';
    if (!isComposite(field)) return name + given + condition;
    return `${name}${given}${condition} ${this.set(inner, goal, level + 1)}`;
  }

  #named(field: string, given = ''): string {
    const alias = this.#names.choose(this.#draw, field, field + given);
    return alias === null ? field : `${alias}: ${field}`;
  }

  #wrapped(selection: string, type: GraphQLNamedType): string {
    if (!this.#draw.percent(8)) return selection;
    const condition = this.#draw.percent(30) ? this.#variables.condition() : '';
    const on = this.#draw.percent(60) ? ` on ${type.name}` : '';
    return `...${on}${condition} { ${selection} }`;
  }

  /** Spreads a fragment: one that there is already, or a new one. */
  #spread(type: GraphQLNamedType, level: number): string {
    const fitting = (this.#fragments.get(type.name) ?? []).filter(
      ({ depth }) => level + depth - 1 <= this.#depth,
    );
    const fragment =
      fitting.length > 0 && this.#draw.percent(60)
        ? this.#draw.one(fitting)
        : this.#write(type, level);
    this.#variables.use(fragment.variables);
    return `...${fragment.name}`;
  }

  #write(type: GraphQLNamedType, level: number): Fragment {
    this.#count += 1;
    const name = `Part${this.#count}`;
    const { text, used } = this.#variables.usedBy(() => this.set(type, null, level));
    const fragment = {
      name,
      text: `fragment ${name} on ${type.name} ${text}`,
      depth: this.#depth - level + 1,
      variables: used,
    };
    this.#fragments.set(type.name, [...(this.#fragments.get(type.name) ?? []), fragment]);
    return fragment;
  }
}

function isPassable(type: GraphQLNamedType): boolean {
  return fieldsOf(type).some(isComposite);
}
