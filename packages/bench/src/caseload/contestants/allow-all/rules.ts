import type { StoredRule } from '@postern/agreements';
import { wholeDictionary } from '@postern/embedded';
import { PURPOSES } from '@postern/policy';

/** The one role of the allow-all policy. */
export const ROLE = 'TAF_MEMBER';

/** Every class of every record type to whoever holds a grant, no justification asked; and the register to all. */
export function allowAllRules(): readonly StoredRule[] {
  return [...wholeDictionary()].map(([resource, fields]) => ({
    name: `all-of-${resource}`,
    role: ROLE,
    action: 'read',
    resource,
    classes: [...new Set(fields.values())],
    purposes: PURPOSES,
    effect: 'ALLOW',
    when: resource === 'Agency' ? 'always' : { holds: 'grant.live' },
    clause: 'SHR-3.4.5',
  }));
}
