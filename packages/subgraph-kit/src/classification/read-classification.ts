import { Fault } from '@postern/errors';
import type { ClassKey, DataDictionary } from '@postern/policy';
import { isClassKey } from '@postern/policy';
import type {
  DocumentNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
} from 'graphql';
import { Kind } from 'graphql';
import { isStructural } from './structural-types.ts';

/** Fields that the executor answers or that say only what was withheld; they hold no data of a record. */
export const UNCLASSIFIED_FIELDS: ReadonlySet<string> = new Set(['withheld']);

/** Every object type of a document, and what extends one. */
export function objectTypes(
  document: DocumentNode,
): readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

/** The object types of a document that hold data of records. */
export function recordTypes(
  document: DocumentNode,
): readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] {
  return objectTypes(document).filter((type) => !isStructural(type.name.value));
}

/**
 * Reads the class of every field from a subgraph's SDL.
 * @throws Fault CLASSIFICATION_INVALID naming the first coordinate without a valid class
 */
export function readClassification(document: DocumentNode): DataDictionary {
  const dictionary = new Map<string, Map<string, ClassKey>>();
  for (const type of recordTypes(document)) {
    const fields = dictionary.get(type.name.value) ?? new Map<string, ClassKey>();
    for (const field of type.fields ?? []) {
      if (UNCLASSIFIED_FIELDS.has(field.name.value)) continue;
      fields.set(field.name.value, classOf(type.name.value, field));
    }
    dictionary.set(type.name.value, fields);
  }
  return dictionary;
}

/** The `@classified` directive of a field as a class key. */
function classOf(type: string, field: FieldDefinitionNode): ClassKey {
  const directives = (field.directives ?? []).filter((d) => d.name.value === 'classified');
  const [directive] = directives;
  const given = new Map(
    (directive?.arguments ?? []).map((argument) => [
      argument.name.value,
      argument.value.kind === Kind.ENUM ? argument.value.value : '',
    ]),
  );
  const dataClass = given.get('as') ?? '';
  const category = given.get('category');
  const key = category === undefined ? dataClass : `${dataClass}:${category}`;
  if (directives.length !== 1 || !isClassKey(key))
    throw new Fault('CLASSIFICATION_INVALID', {
      logged: { coordinate: `${type}.${field.name.value}` },
    });
  return key;
}
