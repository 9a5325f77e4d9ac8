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
  const alone = ofChosenOperation(request);
  if (alone !== null && (await fails(alone))) smallest = alone;
  // What is removed later may make something removable that was not before.
  for (let tries = 0, before = ''; before !== smallest.query && tries < MOST_TRIES; ) {
    before = smallest.query;
    for (let part = 0; tries < MOST_TRIES; tries += 1) {
      const smaller = withoutPart(smallest, part);
      if (smaller === null) break;
      if (await fails(smaller)) smallest = smaller;
      else part += 1;
    }
  }
  return smallest;
}

function ofChosenOperation(request: FuzzRequest): FuzzRequest | null {
  if (request.operationName === null) return null;
  const chosen = onlyOperation(request.query, request.operationName);
  return chosen === null ? null : tidied({ ...request, query: chosen, operationName: null });
}

/** The request without its removable part of this number, in the order in which a visit meets them, or null beyond the last. */
function withoutPart(request: FuzzRequest, number: number): FuzzRequest | null {
  const document = parsed(request.query);
  const smaller = document === null ? null : documentWithoutPart(document, number);
  return smaller === null ? null : tidied({ ...request, query: print(smaller) });
}

function documentWithoutPart(document: DocumentNode, number: number): DocumentNode | null {
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
