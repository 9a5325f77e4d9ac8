import { Fault } from '@postern/errors';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
} from 'graphql';
import { Kind } from 'graphql';
import { objectTypes } from './read-classification.ts';
import { holdsNothing, isStructural } from './structural-types.ts';

/** Directives with which a protected value could leave by another field, and keys other than `id`. */
const REFUSED_DIRECTIVES: ReadonlySet<string> = new Set([
  'requires',
  'fromContext',
  'context',
  'provides',
  'external',
  'interfaceObject',
]);

const ABSTRACT_KINDS: ReadonlySet<string> = new Set([
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.UNION_TYPE_EXTENSION,
]);

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
type Refuse = (element: string) => never;

/**
 * Checks what composition does not: the directive linked by its own name, no interfaces or unions over records, no `@requires` or
 * context, no key but `id`, every field that a rule may withhold nullable, and nothing held where no class is asked for.
 * @throws Fault CLASSIFICATION_INVALID naming the element
 */
export function checkSubgraph(name: string, document: DocumentNode): void {
  const refuse: Refuse = (element) => {
    throw new Fault('CLASSIFICATION_INVALID', { logged: { subgraph: name, element } });
  };
  checkLinks(document, refuse);
  const types = objectTypes(document);
  const abstract = document.definitions.filter(isAbstract);
  const answers = abstract.filter(isOverStructure);
  const names = new Set([...types, ...answers].map((type) => type.name.value));
  for (const type of types) {
    checkType(type, refuse);
    for (const field of type.fields ?? []) checkField(type, field, names, refuse);
  }
  for (const node of abstract) if (!answers.includes(node)) refuse(node.name.value);
}

function checkType(type: ObjectType, refuse: Refuse): void {
  if ((type.interfaces ?? []).length > 0) refuse(type.name.value);
  for (const directive of type.directives ?? []) {
    const name = ownName(directive);
    if (REFUSED_DIRECTIVES.has(name)) refuse(type.name.value);
    if (name !== 'key') continue;
    const fields = directive.arguments?.find((a) => a.name.value === 'fields')?.value;
    if (fields?.kind !== Kind.STRING || fields.value !== 'id') refuse(type.name.value);
  }
}

function checkField(
  type: ObjectType,
  field: FieldDefinitionNode,
  objects: ReadonlySet<string>,
  refuse: Refuse,
): void {
  const coordinate = `${type.name.value}.${field.name.value}`;
  // `@fromContext` stands on an argument.
  const inputs = (field.arguments ?? []).flatMap(({ directives = [] }) => directives);
  for (const directive of [...(field.directives ?? []), ...inputs])
    if (REFUSED_DIRECTIVES.has(ownName(directive))) refuse(coordinate);
  if (isStructural(type.name.value)) {
    if (!holdsNothing(type.name.value, field, objects)) refuse(coordinate);
    return;
  }
  const mayBeNonNull = field.name.value === 'id' || field.name.value === 'withheld';
  if (field.type.kind === Kind.NON_NULL_TYPE && !mayBeNonNull && !isPublic(field))
    refuse(coordinate);
}

/** A directive that is not imported goes by its namespace too: `@federation__requires` is `@requires`. */
function ownName(directive: ConstDirectiveNode): string {
  return directive.name.value.split('__').at(-1) ?? '';
}

function isAbstract(
  node: DefinitionNode,
): node is DefinitionNode & { readonly name: { readonly value: string } } {
  return ABSTRACT_KINDS.has(node.kind);
}

/** What a command answers with: what it changed, or why it changed nothing. Neither member holds a record itself. */
function isOverStructure(node: DefinitionNode): boolean {
  return (
    node.kind === Kind.UNION_TYPE_DEFINITION &&
    (node.types ?? []).every((member) => isStructural(member.name.value))
  );
}

function isPublic(field: FieldDefinitionNode): boolean {
  const given = field.directives
    ?.find((d) => d.name.value === 'classified')
    ?.arguments?.find((a) => a.name.value === 'as')?.value;
  return given?.kind === Kind.ENUM && given.value === 'PUBLIC';
}

function checkLinks(document: DocumentNode, refuse: Refuse): void {
  const links = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION
      ? (node.directives ?? []).filter((d) => d.name.value === 'link')
      : [],
  );
  for (const link of links) {
    // A namespace or an import under another name would leave what looks unclassified, or allowed, to this check.
    if (link.arguments?.some((a) => a.name.value === 'as')) refuse('@link(as:)');
    const imports = link.arguments?.find((a) => a.name.value === 'import')?.value;
    if (imports?.kind !== Kind.LIST) continue;
    if (imports.values.some((value) => value.kind !== Kind.STRING)) refuse('@link(import:)');
  }
  const definitions = document.definitions.filter(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'classified',
  );
  if (definitions.length !== 1) refuse('@classified');
}
