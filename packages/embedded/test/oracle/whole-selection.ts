import type { DocumentNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql';
import { Kind, parse } from 'graphql';
import { fieldModel } from './record-model.ts';

/** Fields asked of a type, each with what is asked below it; null for a leaf. */
export type Asked = ReadonlyMap<string, Asked | null>;

/** What is asked of a record that is referred to. */
export const REFERENCE: Asked = new Map([
  ['__typename', null],
  ['id', null],
]);
const NOTICE: Asked = new Map(
  ['coordinate', 'code', 'clause', 'remedy'].map((name) => [name, null]),
);
/** Types with a `@key`: below another record they are asked for their own fields only, or the query would not end. */
const ENTITIES: ReadonlySet<string> = new Set([
  'Family',
  'Person',
  'Episode',
  'Practitioner',
  'Agency',
]);

/** Everything that a subgraph's schema lets one ask of a type. */
export function wholeSelection(typeDefs: string, type: string): Asked {
  return asked(parse(typeDefs), type, true);
}

/** The same without the content of documents, which a client is not given below a list. */
export function clientSelection(typeDefs: string, type: string): Asked {
  return withoutContent(wholeSelection(typeDefs, type));
}

function withoutContent(selection: Asked): Asked {
  return new Map(
    [...selection]
      .filter(([name]) => name !== 'content')
      .map(([name, inner]) => [name, inner === null ? null : withoutContent(inner)]),
  );
}

/** The selection as GraphQL text. */
export function printed(selection: Asked): string {
  const fields = [...selection].map(([name, inner]) =>
    inner === null ? name : `${name} ${printed(inner)}`,
  );
  return `{ ${fields.join(' ')} }`;
}

function asked(document: DocumentNode, type: string, deep: boolean): Asked {
  const definition = document.definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type,
  );
  if (definition === undefined) throw new Error(`The schema has no type ${type}.`);
  const fields = new Map<string, Asked | null>();
  for (const field of definition.fields ?? []) {
    const name = field.name.value;
    const model = fieldModel(type, name);
    if (name === 'withheld') fields.set(name, NOTICE);
    else if (model.kind === 'REFERENCE' || model.kind === 'REFERENCES') fields.set(name, REFERENCE);
    else if (model.kind === 'COLUMN' || model.kind === 'TEXT' || model.kind === 'LATEST_ENTRY')
      fields.set(name, null);
    else if (deep) fields.set(name, asked(document, named(field.type), !isEntity(field.type)));
  }
  return fields;
}

function isEntity(type: TypeNode): boolean {
  return ENTITIES.has(named(type));
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
