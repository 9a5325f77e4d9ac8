import type { PredicateName } from './predicate-atom.ts';

export type { AtomOf, PredicateAtom, PredicateName } from './predicate-atom.ts';
export { isOfDetails } from './predicate-atom.ts';

/**
 * What a predicate speaks about: the episode a row is seen through (all of a rule's EPISODE predicates
 * must hold for the same one), or the row itself.
 */
export type PredicateScope = 'EPISODE' | 'ROW';

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

const ASK_HOST = 'Ask the host team about this episode.';
const ASK_LEAD = 'Ask the lead professional.';

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
    remedy: ASK_HOST,
  },
  'episode.steppedUp': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.4.10b',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  'episode.underScreening': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.5.6c',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
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
    remedy: ASK_HOST,
  },
  'exclusion.wholeAgency': {
    scope: 'EPISODE',
    silent: true,
    clause: 'SHR-3.4.4c',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  // The path of a family member: an episode that concerns the person they are.
  'episode.concernsMe': {
    scope: 'EPISODE',
    silent: false,
    clause: 'PN-r-acc',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // A closed episode of a family with which the caller works now, in the rule's role.
  'episode.earlier': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-1.2d',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  // A proceeding about the episode in which the rule's role reads is live (`PROCEEDINGS`).
  'proceeding.live': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-6a',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  // It is live, and rests on a law that was recorded with it, whatever the family agreed to.
  'proceeding.onBasis': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.7.2b',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  // The path of an override that the caller took to protect somebody: the family's exclusions yield to it.
  'override.live': {
    scope: 'EPISODE',
    silent: false,
    clause: 'SHR-3.5L-e',
    code: 'NOT_YOUR_RECORD',
    remedy: 'Where somebody has to be protected at once, take an override.',
  },
  // Hidden from the caller by a family's exclusion of a detail, a safety restriction or a processing restriction.
  'detail.hidden': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-3.4.4c',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Hidden by a safety restriction or a processing restriction, which yield to nothing.
  'detail.restricted': {
    scope: 'ROW',
    silent: true,
    clause: 'PN-r-obj',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Binds family members only: nobody else reads as a parent.
  'limit.hides': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-3.4.3d',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  'limit.openToParents': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-3.4.3d',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Of a class beyond its type's, which the caller has not justified. Silent: only the entry itself could tell.
  'entry.stricterClass': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-4.3-cond',
    code: 'JUSTIFICATION_REQUIRED',
    remedy: ASK_LEAD,
  },
  'entry.purposeLocked': {
    scope: 'ROW',
    silent: true,
    clause: 'SHR-3.5L-h',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Everyone the entry concerns is the caller or a child of theirs.
  'entry.concernsOnlyMine': {
    scope: 'ROW',
    silent: false,
    clause: 'PN-r-acc',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Picked by hand for a transfer that is live.
  'transfer.includes': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-3.4.10c',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  'person.self': {
    scope: 'ROW',
    silent: false,
    clause: 'PN-r-acc',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  // Evidenced parental responsibility, and no safety restriction that protects the child from the caller.
  'person.childOfMine': {
    scope: 'ROW',
    silent: false,
    clause: 'PN-r-acc',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  'household.mine': {
    scope: 'ROW',
    silent: false,
    clause: 'PN-r-acc',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_LEAD,
  },
  'pool.current': {
    scope: 'ROW',
    silent: false,
    clause: 'DEV-A3-12m',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  'agency.health': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-4.3-cond',
    code: 'ROLE_NOT_PERMITTED',
    remedy: ASK_LEAD,
  },
  'agency.education': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-4.3-cond',
    code: 'ROLE_NOT_PERMITTED',
    remedy: ASK_LEAD,
  },
  // The caller's agency asked or was asked.
  'agency.party': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-3.3.8',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
  },
  // Proceedings and accounts as an office sees them, never a family's record; not where the caller declared a conflict.
  'oversight.free': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-8.3.7i',
    code: 'NOT_YOUR_RECORD',
    remedy: ASK_HOST,
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
    remedy: ASK_LEAD,
  },
  'account.self': {
    scope: 'ROW',
    silent: false,
    clause: 'SHR-8.2.1a',
    code: 'NOT_YOUR_RECORD',
    remedy: 'You may see your own.',
  },
};
