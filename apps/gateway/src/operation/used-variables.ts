import type { Operation } from '@postern/edge';
import { isPageArgument } from '@postern/edge';
import type { ArgumentNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** The variables of an operation on which more than the values fetched depends. */
export interface UsedVariables {
  /** Those that `@skip` and `@include` name: they decide what is selected. */
  readonly conditions: readonly string[];
  /** Those that page arguments name: they decide the cost. */
  readonly pageSizes: readonly string[];
}

/** Finds the variables that decide about selection and cost. */
export function usedVariables({ node, fragments }: Operation): UsedVariables {
  const conditions = new Set<string>();
  const pageSizes = new Set<string>();
  for (const definition of [node, ...fragments.values()]) {
    visit(definition, {
      Directive: (directive) => addVariables(directive.arguments ?? [], conditions),
      Field: (field) => {
        const sizes = (field.arguments ?? []).filter(({ name }) => isPageArgument(name.value));
        addVariables(sizes, pageSizes);
      },
    });
  }
  return { conditions: [...conditions], pageSizes: [...pageSizes] };
}

function addVariables(given: readonly ArgumentNode[], into: Set<string>): void {
  for (const { value } of given) if (value.kind === Kind.VARIABLE) into.add(value.name.value);
}
