import type { ConditionTemplate, Purpose } from '@postern/policy';
import type { StoredRule } from '../stored-rule.ts';
import type { Part } from './parts/part.ts';

/** Whose rules they are, and for what the role uses data. */
export interface RoleDefinition {
  readonly role: string;
  readonly prefix: string;
  readonly purposes: readonly Purpose[];
}

/** The rules by which a role reads these parts: one for each. */
export type Reads = (
  parts: Part | readonly Part[],
  when: ConditionTemplate,
  clause: string,
) => readonly StoredRule[];

/** Writes rules of one role, each named after the part it is about. */
export function rulesOf({ role, prefix, purposes }: RoleDefinition): Reads {
  return (parts, when, clause) =>
    [parts].flat().map(({ resource, called, covers }) => ({
      name: [prefix, 'reads', resource, called].filter((part) => part !== null).join('-'),
      role,
      action: 'read',
      resource,
      ...covers,
      purposes,
      effect: 'ALLOW',
      when,
      clause,
    }));
}
