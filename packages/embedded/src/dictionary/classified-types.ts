import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, parse, print } from 'graphql';

/** One field as the dictionary lists it. */
export interface ClassifiedField {
  readonly name: string;
  /** As GraphQL writes it, e.g. `[Person!]`. */
  readonly type: string;
  readonly dataClass: string;
  readonly category: string | null;
  readonly description: string | null;
}

/** One type whose fields are classified, in the order of the schema. */
export interface ClassifiedType {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly ClassifiedField[];
}

/** The operation roots: what they answer with is classed where it is held. */
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/** Reads every classified field from a supergraph's SDL, types by name. */
export function classifiedTypes(supergraphSdl: string): readonly ClassifiedType[] {
  return parse(supergraphSdl)
    .definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((type) => !ROOTS.has(type.name.value))
    .map(readType)
    .filter(({ fields }) => fields.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readType(type: ObjectTypeDefinitionNode): ClassifiedType {
  return {
    name: type.name.value,
    description: type.description?.value ?? null,
    fields: (type.fields ?? []).flatMap(readField),
  };
}

function readField(field: FieldDefinitionNode): readonly ClassifiedField[] {
  const given = field.directives?.find(({ name }) => name.value === 'classified')?.arguments;
  if (given === undefined) return [];
  const argument = (name: string): string | null => {
    const value = given.find((each) => each.name.value === name)?.value;
    return value?.kind === Kind.ENUM ? value.value : null;
  };
  return [
    {
      name: field.name.value,
      type: print(field.type),
      dataClass: argument('as') ?? '',
      category: argument('category'),
      description: field.description?.value ?? null,
    },
  ];
}
