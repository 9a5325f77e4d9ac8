import type { ClassKey } from '../classes/data-class.ts';
import type { ConditionTemplate } from '../conditions/template.ts';
import type { Action } from './action.ts';
import type { Purpose } from './purpose.ts';

/** One line of policy: who may do what with which fields of which type, when, for what, and under which clause. */
export interface Rule {
  readonly name: string;
  /** `*` is every role; used by standing denials and public data. */
  readonly role: string;
  readonly action: Action;
  /** A record type, or `*` for every type (standing denials only). */
  readonly resource: string;
  readonly covers:
    | { readonly kind: 'FIELDS'; readonly fields: readonly string[] }
    | { readonly kind: 'CLASSES'; readonly classes: readonly ClassKey[] }
    | { readonly kind: 'EVERYTHING' };
  /** The purposes of use for which the rule holds. */
  readonly purposes: readonly Purpose[];
  readonly effect: 'ALLOW' | 'DENY';
  readonly when: ConditionTemplate;
  readonly clause: string;
}
