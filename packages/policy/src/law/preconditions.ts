import type { RefusalCode } from '@postern/errors';

/** Whose account it is: somebody’s who works for an agency, or a family member’s, for whom an agency only vouches. */
export type AccountKind = 'PRACTITIONER' | 'FAMILY';

/** What has to hold of account and agency before anything is read. */
export interface Precondition {
  readonly name:
    | 'ACCOUNT_ACTIVE'
    | 'ISSUER_FOR_AGENCY'
    | 'MULTI_FACTOR'
    | 'TRAINING_VALID'
    | 'ACCEPTED'
    | 'AGENCY_IN_FORCE'
    | 'AGENCY_EVIDENCE';
  /** What a caller is told who lacks it. */
  readonly refusal: RefusalCode;
  readonly clause: string;
  /** The kinds of account of which it is asked. */
  readonly accounts: readonly AccountKind[];
}

const EVERYBODY: readonly AccountKind[] = ['PRACTITIONER', 'FAMILY'];

/** Every mandatory precondition, in the order in which a missing one is named: the gate of every statement is made of these. */
export const PRECONDITIONS: readonly Precondition[] = [
  {
    name: 'ACCOUNT_ACTIVE',
    refusal: 'ACCOUNT_NOT_ACTIVE',
    clause: 'SHR-8.3.7f',
    accounts: EVERYBODY,
  },
  {
    name: 'ISSUER_FOR_AGENCY',
    refusal: 'ISSUER_NOT_FOR_AGENCY',
    clause: 'SHR-8.4.2b',
    accounts: EVERYBODY,
  },
  {
    name: 'MULTI_FACTOR',
    refusal: 'MULTI_FACTOR_REQUIRED',
    clause: 'SHR-8.3.7a',
    accounts: EVERYBODY,
  },
  // A family member takes no training for reading their own part.
  {
    name: 'TRAINING_VALID',
    refusal: 'TRAINING_NOT_VALID',
    clause: 'SHR-8.2.1d',
    accounts: ['PRACTITIONER'],
  },
  {
    name: 'ACCEPTED',
    refusal: 'ACCEPTANCE_MISSING',
    clause: 'DEV-A3-ua',
    accounts: EVERYBODY,
  },
  {
    name: 'AGENCY_IN_FORCE',
    refusal: 'AGENCY_NOT_IN_FORCE',
    clause: 'SHR-8.2.1c',
    accounts: EVERYBODY,
  },
  {
    name: 'AGENCY_EVIDENCE',
    refusal: 'AGENCY_EVIDENCE_MISSING',
    clause: 'SHR-8.3.7d',
    accounts: EVERYBODY,
  },
];
