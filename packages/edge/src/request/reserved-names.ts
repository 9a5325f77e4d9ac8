import { Refusal } from '@postern/errors';
import { visit } from 'graphql';
import type { Operation } from '../operation/operation.ts';

/** Throws Refusal NAME_RESERVED on an alias, variable or operation name that begins with two underscores. */
export function refuseReservedNames({ node, fragments }: Operation): void {
  refuseReserved(node.name?.value);
  for (const definition of [node, ...fragments.values()]) {
    visit(definition, {
      Field: (field) => refuseReserved(field.alias?.value),
      Variable: (variable) => refuseReserved(variable.name.value),
    });
  }
}

function refuseReserved(name: string | undefined): void {
  if (name?.startsWith('__') === true) throw new Refusal('NAME_RESERVED');
}
