import type { Action, ConditionTemplate, Purpose } from '@postern/policy';
import type { StoredRule } from '../stored-rule.ts';
import type { Part } from './parts/part.ts';

/** Whose rules they are, and for what the role uses data. */
export interface RoleDefinition {
  readonly role: string;
  readonly prefix: string;
  readonly purposes: readonly Purpose[];
}

/** The rules by which a role reads these parts, or records them: one for each. */
export type Reads = (
  parts: Part | readonly Part[],
  when: ConditionTemplate,
  clause: string,
) => readonly StoredRule[];

/** Writes rules by which one role reads, each named after the part it is about. */
export function rulesOf(given: RoleDefinition): Reads {
  return written(given, 'read');
}

/** The same for what the role records. */
export function recordsOf(given: RoleDefinition): Reads {
  return written(given, 'record');
}

function written({ role, prefix, purposes }: RoleDefinition, action: Action): Reads {
  return (parts, when, clause) =>
    [parts].flat().map(({ resource, called, covers }) => ({
      name: [prefix, `${action}s`, resource, called].filter((part) => part !== null).join('-'),
      role,
      action,
      resource,
      ...covers,
      purposes,
      effect: 'ALLOW',
      when,
      clause,
    }));
}
