import { Fault } from '@postern/errors';
import type { DocumentNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { recordTypes } from './read-classification.ts';

/** Directives with which a protected value could leave by another field, and keys other than `id`. */
const REFUSED_DIRECTIVES: ReadonlySet<string> = new Set([
  'requires',
  'fromContext',
  'context',
  'provides',
  'external',
  'interfaceObject',
]);

/**
 * Checks what composition does not: the directive linked by its own name, no interfaces over records, no `@requires` or
 * context, no key but `id`, and every field that a rule may withhold nullable.
 * @throws Fault CLASSIFICATION_INVALID naming the element
 */
export function checkSubgraph(name: string, document: DocumentNode): void {
  const refuse = (element: string): never => {
    throw new Fault('CLASSIFICATION_INVALID', { logged: { subgraph: name, element } });
  };
  checkLinks(document, refuse);
  for (const type of recordTypes(document)) {
    if ((type.interfaces ?? []).length > 0) refuse(type.name.value);
    for (const directive of type.directives ?? [])
      if (directive.name.value === 'key') {
        const fields = directive.arguments?.find((a) => a.name.value === 'fields')?.value;
        if (fields?.kind !== Kind.STRING || fields.value !== 'id') refuse(type.name.value);
      }
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      for (const directive of field.directives ?? [])
        if (REFUSED_DIRECTIVES.has(directive.name.value)) refuse(coordinate);
      const mayBeNonNull = field.name.value === 'id' || field.name.value === 'withheld';
      if (
        field.type.kind === Kind.NON_NULL_TYPE &&
        !mayBeNonNull &&
        !isPublic(type, field.name.value)
      )
        refuse(coordinate);
    }
  }
  for (const node of document.definitions)
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION)
      refuse((node as InterfaceTypeDefinitionNode).name.value);
}

function isPublic(type: Pick<ObjectTypeDefinitionNode, 'fields'>, fieldName: string): boolean {
  const field = type.fields?.find((f) => f.name.value === fieldName);
  const given = field?.directives
    ?.find((d) => d.name.value === 'classified')
    ?.arguments?.find((a) => a.name.value === 'as')?.value;
  return given?.kind === Kind.ENUM && given.value === 'PUBLIC';
}

function checkLinks(document: DocumentNode, refuse: (element: string) => never): void {
  const links = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION
      ? (node.directives ?? []).filter((d) => d.name.value === 'link')
      : [],
  );
  for (const link of links) {
    const imports = link.arguments?.find((a) => a.name.value === 'import')?.value;
    if (imports?.kind !== Kind.LIST) continue;
    // An import under another name would leave fields that look unclassified to this check.
    if (imports.values.some((value) => value.kind !== Kind.STRING)) refuse('@link(import:)');
  }
  const definitions = document.definitions.filter(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'classified',
  );
  if (definitions.length !== 1) refuse('@classified');
}
