import type { ConditionTemplate } from '@postern/policy';

export function all(...parts: readonly ConditionTemplate[]): ConditionTemplate {
  return { all: parts };
}

export function any(...parts: readonly ConditionTemplate[]): ConditionTemplate {
  return { any: parts };
}

/** Where the reader recorded a justification of the field's class. */
export function justified(reach: ConditionTemplate): ConditionTemplate {
  return all(reach, { holds: 'justification.covers' });
}

/** As {@link justified}; what the reader's own agency recorded needs none. */
export function justifiedOrOwn(reach: ConditionTemplate): ConditionTemplate {
  return all(reach, any({ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }));
}

/** What the reader's own agency recorded. */
export function ownEntries(reach: ConditionTemplate): ConditionTemplate {
  return all(reach, { holds: 'entry.ownAgency' });
}
