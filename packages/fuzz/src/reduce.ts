import type { DocumentNode, FieldNode, InlineFragmentNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';
import type { FuzzRequest } from './target.ts';

/** Tries that one reduction takes at most. */
const MOST_TRIES = 400;

/** Removes from a request whatever it fails without; a query that does not parse stays as it is. */
export async function reduced(
  request: FuzzRequest,
  fails: (request: FuzzRequest) => Promise<boolean>,
): Promise<FuzzRequest> {
  let smallest = request;
  let tries = 0;
  for (let shrank = true; shrank && tries < MOST_TRIES; ) {
    shrank = false;
    for (const smaller of smallerThan(smallest)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      if (!(await fails(smaller))) continue;
      smallest = smaller;
      shrank = true;
      break;
    }
  }
  return smallest;
}

/** The request without one of its parts, the biggest parts first. */
function* smallerThan(request: FuzzRequest): Generator<FuzzRequest> {
  if (request.operationName !== null) {
    const chosen = onlyOperation(request.query, request.operationName);
    if (chosen !== null) yield tidied({ ...request, query: chosen, operationName: null });
  }
  const document = parsed(request.query);
  if (document === null) return;
  for (let index = 0; ; index += 1) {
    const smaller = withoutPart(document, index);
    if (smaller === null) return;
    yield tidied({ ...request, query: print(smaller) });
  }
}

/** The document without its removable part of this number, in the order in which a visit meets them. */
function withoutPart(document: DocumentNode, number: number): DocumentNode | null {
  let met = -1;
  const isTheOne = (): boolean => {
    met += 1;
    return met === number;
  };
  const remove = (): null | undefined => (isTheOne() ? null : undefined);
  const isOneOfSeveral =
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
  const smaller: DocumentNode = visit(document, {
    OperationDefinition: () => (isOneOfSeveral ? remove() : undefined),
    Field: {
      enter: (node) => {
        if (isTheOne()) return null;
        return node.alias !== undefined && isTheOne() ? { ...node, alias: undefined } : undefined;
      },
      leave: withoutEmpty,
    },
    InlineFragment: { enter: remove, leave: withoutEmpty },
    FragmentSpread: remove,
    Directive: remove,
    Argument: remove,
  });
  return met >= number ? smaller : null;
}

function withoutEmpty({ selectionSet }: FieldNode | InlineFragmentNode): null | undefined {
  return selectionSet?.selections.length === 0 ? null : undefined;
}

/** Without the fragments, variables and values that nothing uses any more. */
function tidied(request: FuzzRequest): FuzzRequest {
  const document = parsed(request.query);
  if (document === null) return request;
  const spread = new Set<string>();
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void spread.add(name.value),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const tidy: DocumentNode = visit(document, {
    FragmentDefinition: (node) => (spread.has(node.name.value) ? undefined : null),
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
  const variables = Object.fromEntries(
    Object.entries(request.variables).filter(([name]) => used.has(name)),
  );
  const next = { ...request, query: print(tidy), variables };
  return next.query === request.query ? next : tidied(next);
}

function onlyOperation(query: string, name: string): string | null {
  const document = parsed(query);
  if (document === null) return null;
  return print({
    ...document,
    definitions: document.definitions.filter(
      (node) => node.kind !== Kind.OPERATION_DEFINITION || node.name?.value === name,
    ),
  });
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
