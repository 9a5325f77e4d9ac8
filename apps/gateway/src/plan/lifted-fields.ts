import type { FieldNode, SelectionNode } from 'graphql';
import { Kind, print } from 'graphql';

/**
 * Moves what the fragments of several types ask of their interface up to the interface, conditions left aside. Where a
 * subgraph knows the interface as an object, the planner would fetch such fields for one of the types only; what is then
 * fetched too much is not answered.
 */
export function withLiftedFields(
  selections: readonly SelectionNode[],
  isLiftable: (field: string) => boolean,
): readonly SelectionNode[] {
  const lifted = selections.flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection.selectionSet.selections.filter(
          (each): each is FieldNode => each.kind === Kind.FIELD && isLiftable(each.name.value),
        )
      : [],
  );
  if (lifted.length < 2) return selections;
  const askedSame = sameUnderEachKey([...lifted, ...selections.filter(isField)]);
  const moving = new Set<SelectionNode>(lifted.filter((field) => askedSame.has(keyOf(field))));
  const left = selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const own = selection.selectionSet.selections.filter((each) => !moving.has(each));
    if (own.length === 0) return [];
    return [{ ...selection, selectionSet: { ...selection.selectionSet, selections: own } }];
  });
  const moved = lifted
    .filter((field) => moving.has(field))
    .map((field) => ({ ...field, directives: [] }));
  return [...left, ...moved];
}

/** The keys under which one field with one set of arguments is asked: types may differ in that, an interface may not. */
function sameUnderEachKey(fields: readonly FieldNode[]): ReadonlySet<string> {
  const asked = new Map<string, Set<string>>();
  for (const field of fields) {
    const { selectionSet: _, ...without } = { ...field, directives: [] };
    asked.set(keyOf(field), (asked.get(keyOf(field)) ?? new Set()).add(print(without)));
  }
  return new Set([...asked].filter(([, forms]) => forms.size === 1).map(([key]) => key));
}

function isField(selection: SelectionNode): selection is FieldNode {
  return selection.kind === Kind.FIELD;
}

function keyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
