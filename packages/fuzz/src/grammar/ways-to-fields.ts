import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** A field to be asked for, wherever in the schema it is. */
export interface Goal {
  readonly type: string;
  readonly field: string;
}

export type Field = GraphQLField<unknown, unknown>;

/** The fields of a schema that its root leads to, and how far each type is from each other. */
export class WaysToFields {
  readonly goals: readonly Goal[];
  readonly #distances = new Map<string, ReadonlyMap<string, number>>();
  readonly #types: readonly GraphQLNamedType[];
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    const root = schema.getQueryType();
    this.#types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    this.goals = this.#types.flatMap((type) =>
      root !== undefined && root !== null && this.distance(root.name, type.name) !== null
        ? fieldsOf(type).map(({ name: field }) => ({ type: type.name, field }))
        : [],
    );
  }

  /** The fields of a type that lead to a goal's type: by the shortest way, or by one so many steps longer. */
  towards(type: GraphQLNamedType, goal: Goal, detour: number): readonly Field[] {
    const here = this.distance(type.name, goal.type);
    if (here === null || here === 0) return [];
    return fieldsOf(type).filter((field) =>
      this.landings(getNamedType(field.type)).some((landing) => {
        const there = this.distance(landing.name, goal.type);
        return there !== null && there < here + detour;
      }),
    );
  }

  /** What a field of a type answers with: the type itself, or one of those that it stands for. */
  landings(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (!isAbstractType(type)) return [type];
    const possible = this.#schema.getPossibleTypes(type);
    return isInterfaceType(type) ? [type, ...possible] : possible;
  }

  /** Steps from one type to another; null where there is no way. */
  distance(from: string, to: string): number | null {
    const known = this.#distances.get(to) ?? this.#measured(to);
    this.#distances.set(to, known);
    return known.get(from) ?? null;
  }

  #measured(to: string): ReadonlyMap<string, number> {
    const distances = new Map([[to, 0]]);
    for (let steps = 1, grew = true; grew; steps += 1) {
      grew = false;
      for (const type of this.#types) {
        const nearer = fieldsOf(type).some((field) =>
          this.landings(getNamedType(field.type)).some(
            ({ name }) => distances.get(name) === steps - 1,
          ),
        );
        if (!nearer || distances.has(type.name)) continue;
        distances.set(type.name, steps);
        grew = true;
      }
    }
    return distances;
  }
}

/** The fields of a type; none where it has none. */
export function fieldsOf(type: GraphQLNamedType): readonly Field[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

export function isComposite(field: Field): boolean {
  return isCompositeType(getNamedType(field.type));
}
