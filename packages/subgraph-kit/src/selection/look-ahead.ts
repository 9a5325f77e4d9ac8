import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
} from 'graphql';

/** What an operation asks of one type: field names (not aliases), each with what it asks of that field's type. */
export interface Selection {
  readonly type: string;
  readonly fields: ReadonlyMap<string, Selection | null>;
}

type Asked = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** One reading of a document; `isConditional` once something in it may depend on variables. */
interface Look extends Asked {
  isConditional: boolean;
}

/** A document that is compiled once brings the same nodes each time. */
const remembered = new WeakMap<readonly FieldNode[], Map<string, Selection>>();

/** Reads what is asked below the fields given, fragments opened, `@skip` and `@include` applied. */
export function lookAhead(nodes: readonly FieldNode[], type: string, asked: Asked): Selection {
  const known = remembered.get(nodes)?.get(type);
  if (known !== undefined) return known;
  const { schema, fragments, variableValues } = asked;
  const look = { schema, fragments, variableValues, isConditional: false };
  const selection = below(nodes, type, look);
  if (!look.isConditional) {
    const byType = remembered.get(nodes) ?? new Map<string, Selection>();
    remembered.set(nodes, byType.set(type, selection));
  }
  return selection;
}

function below(nodes: readonly FieldNode[], type: string, look: Look): Selection {
  return collect(
    nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet])),
    type,
    look,
  );
}

function collect(sets: readonly SelectionSetNode[], type: string, look: Look): Selection {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) gather(set, type, look, nodes);
  const objectType = look.schema.getType(type);
  const fields = new Map<string, Selection | null>();
  for (const [name, found] of nodes) {
    const definition = isObjectType(objectType) ? objectType.getFields()[name] : undefined;
    if (definition === undefined) continue;
    const inner = getNamedType(definition.type);
    fields.set(name, isObjectType(inner) ? below(found, inner.name, look) : null);
  }
  return { type, fields };
}

function gather(
  set: SelectionSetNode,
  type: string,
  look: Look,
  into: Map<string, FieldNode[]>,
): void {
  for (const node of set.selections) {
    if (!included(node, look)) continue;
    switch (node.kind) {
      case Kind.FIELD: {
        const known = into.get(node.name.value);
        if (known === undefined) into.set(node.name.value, [node]);
        else known.push(node);
        break;
      }
      case Kind.INLINE_FRAGMENT:
        if (applies(node.typeCondition?.name.value ?? type, type, look))
          gather(node.selectionSet, type, look, into);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = look.fragments[node.name.value];
        if (fragment !== undefined && applies(fragment.typeCondition.name.value, type, look))
          gather(fragment.selectionSet, type, look, into);
        break;
      }
    }
  }
}

/** A fragment on a union, as on `_Entity`, is one on each of its members. */
function applies(condition: string, type: string, { schema }: Look): boolean {
  if (condition === type) return true;
  const [abstract, member] = [schema.getType(condition), schema.getType(type)];
  return isAbstractType(abstract) && isObjectType(member) && schema.isSubType(abstract, member);
}

function included(node: Parameters<typeof getDirectiveValues>[1], look: Look): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  look.isConditional = true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, look.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, look.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

const keys = new WeakMap<Selection, string>();

/** A text that two selections share exactly when they ask the same. */
export function selectionKey(selection: Selection): string {
  const known = keys.get(selection) ?? written(selection);
  keys.set(selection, known);
  return known;
}

function written(selection: Selection): string {
  const fields = [...selection.fields].map(([name, inner]) =>
    inner === null ? name : `${name}${written(inner)}`,
  );
  return `{${fields.sort().join(' ')}}`;
}
