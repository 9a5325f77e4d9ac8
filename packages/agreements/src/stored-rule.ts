import type { Action, ClassKey, ConditionTemplate, Purpose } from '@postern/policy';

/** A rule as the database stores it; `parseRule` reads it back and refuses what it does not know. */
export interface StoredRule {
  readonly name: string;
  readonly role: string;
  readonly action: Action;
  readonly resource: string;
  readonly fields?: readonly string[];
  readonly classes?: readonly ClassKey[];
  readonly purposes: readonly Purpose[];
  readonly effect: 'ALLOW' | 'DENY';
  readonly when: ConditionTemplate;
  readonly clause: string;
}
