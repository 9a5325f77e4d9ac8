import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** The response keys that an operation of a plan selects at its root. */
export function rootKeys(document: string): string[] {
  return [...new Set(rootFields(parse(document, { noLocation: true })).map(keyOf))];
}

/** The response keys that an operation of a plan selects directly under one of its root fields. */
export function keysUnder(document: string, rootKey: string): string[] {
  const parsed = parse(document, { noLocation: true });
  const under = rootFields(parsed)
    .filter((field) => keyOf(field) === rootKey)
    .flatMap(({ selectionSet }) => fieldsOf(selectionSet, parsed));
  return [...new Set(under.map(keyOf))];
}

function rootFields(document: DocumentNode): FieldNode[] {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? fieldsOf(operation.selectionSet, document)
    : [];
}

function fieldsOf(set: SelectionSetNode | undefined, document: DocumentNode): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? fieldsOf(fragment.selectionSet, document)
      : [];
  });
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
