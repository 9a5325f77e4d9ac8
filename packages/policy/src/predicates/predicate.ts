import type { ClassKey } from '../classes/data-class.ts';
import type { Coordinate } from '../classes/dictionary.ts';

/**
 * What a predicate speaks about: the episode a row is seen through (all of a rule's EPISODE predicates
 * must hold for the same one), or the row itself.
 */
export type PredicateScope = 'EPISODE' | 'ROW';

/** A predicate as a condition uses it, with the argument it takes from the rule or the field it guards. */
export type PredicateAtom =
  | { readonly predicate: 'grant.live'; readonly role: string }
  | { readonly predicate: 'episode.open' }
  | { readonly predicate: 'episode.steppedUp' }
  | { readonly predicate: 'episode.underScreening' }
  | { readonly predicate: 'agreement.inForce' }
  | { readonly predicate: 'conflict.declared' }
  | { readonly predicate: 'exclusion.wholeAgency' }
  | { readonly predicate: 'exclusion.details'; readonly coordinate: Coordinate }
  | { readonly predicate: 'justification.covers'; readonly class: ClassKey }
  | { readonly predicate: 'entry.ownAgency' }
  | { readonly predicate: 'exclusion.ofOwnAgency' }
  | { readonly predicate: 'account.self' };

export type PredicateName = PredicateAtom['predicate'];
/** The atom of one predicate. */
export type AtomOf<N extends PredicateName> = Extract<PredicateAtom, { predicate: N }>;

/** What a predicate means to people: its scope, whether its effect is silent, and how an unmet one is explained. */
export interface PredicateDescription {
  readonly scope: PredicateScope;
  /** A protected subtraction: a field it hides looks as if nothing had been recorded (design: protected reasons are silent). */
  readonly silent: boolean;
  readonly clause: string;
  readonly code: WithheldCode;
  readonly remedy: string;
}

/** Why a field of a record that one may see was not given. */
export type WithheldCode = 'JUSTIFICATION_REQUIRED' | 'ROLE_NOT_PERMITTED' | 'NOT_YOUR_RECORD';

/** The closed list of predicates. A name that is not here is refused when a rule is saved or loaded. */
export const PREDICATES: Readonly<Record<PredicateName, PredicateDescription>> = {
  'grant.live': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-8.2.1e',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team for access to this episode.',
  },
  'episode.open': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-8.3.7c',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team about this episode.',
  },
  'episode.steppedUp': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.4.10b',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team about this episode.',
  },
  'episode.underScreening': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.5.6c',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team about this episode.',
  },
  'agreement.inForce': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.4.3a',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the lead professional about this episode.',
  },
  'conflict.declared': {
    scope: 'EPISODE',
    silent: true,
    clause: 'SHR-1.2g',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team about this episode.',
  },
  'exclusion.wholeAgency': {
    scope: 'EPISODE',
    silent: true,
    clause: 'SHR-3.4.4c',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the host team about this episode.',
  },
  'exclusion.details': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-3.4.4c',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the lead professional.',
  },
  'justification.covers': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-4.3-cond',
    code: 'JUSTIFICATION_REQUIRED',
    remedy:
      'Record a justification for this person and class of data: why it is relevant to the support, and its lawful basis.',
  },
  'entry.ownAgency': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-3.3.7a',
    code: 'JUSTIFICATION_REQUIRED',
    remedy: 'Entries of your own agency need no justification.',
  },
  'exclusion.ofOwnAgency': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-3.4.4c',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Ask the lead professional.',
  },
  'account.self': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-8.2.1a',
    code: 'NOT_YOUR_RECORD',
    remedy: 'You may see your own.',
  },
};
