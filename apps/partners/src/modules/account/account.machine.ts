import type { AccountState } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type AccountMove =
  | 'INVITE'
  | 'BIND'
  | 'TRAIN'
  | 'ACCEPT'
  | 'CONFIRM_SECOND_FACTOR'
  | 'LAPSE_TRAINING'
  | 'LAPSE_ACCEPTANCE'
  | 'WARN_OF_DORMANCY'
  | 'END_WARNING'
  | 'DISABLE_DORMANT'
  | 'REACTIVATE'
  | 'LOCK_DOWN'
  | 'DISABLE_COMPROMISED'
  | 'UNLOCK'
  | 'END_FOR_BREACH'
  | 'LEAVE';

const INVITED: readonly AccountState[] = [
  'INVITED',
  'TRAINING',
  'UAA_PENDING',
  'MFA_PENDING',
  'ACTIVE',
  'DORMANT_WARNING',
  'DISABLED_DORMANT',
];

/** The life of a practitioner's account, from the nomination to its end. */
export const ACCOUNT_MACHINE: Machine<AccountState, AccountMove> = {
  name: 'ACCOUNT',
  initial: 'NOMINATED',
  moves: {
    INVITE: { from: ['NOMINATED', 'INVITED'], to: 'INVITED', clause: 'SHR-8.1c' },
    BIND: { from: ['INVITED'], to: 'TRAINING', clause: 'SHR-8.2.1a' },
    TRAIN: { from: ['TRAINING'], to: 'UAA_PENDING', clause: 'SHR-8.3.7b' },
    ACCEPT: { from: ['UAA_PENDING'], to: 'MFA_PENDING', clause: 'SOM-8.8' },
    CONFIRM_SECOND_FACTOR: { from: ['MFA_PENDING'], to: 'ACTIVE', clause: 'SHR-8.3.7a' },
    LAPSE_TRAINING: {
      from: ['UAA_PENDING', 'MFA_PENDING', 'ACTIVE', 'DORMANT_WARNING'],
      to: 'TRAINING',
      clause: 'SHR-8.3.7d',
    },
    LAPSE_ACCEPTANCE: {
      from: ['MFA_PENDING', 'ACTIVE', 'DORMANT_WARNING'],
      to: 'UAA_PENDING',
      clause: 'SOM-8.9',
    },
    WARN_OF_DORMANCY: { from: ['ACTIVE'], to: 'DORMANT_WARNING', clause: 'SHR-8.3.7e' },
    END_WARNING: { from: ['DORMANT_WARNING'], to: 'ACTIVE', clause: 'SHR-8.3.7e' },
    DISABLE_DORMANT: { from: ['DORMANT_WARNING'], to: 'DISABLED_DORMANT', clause: 'SHR-8.3.7e' },
    REACTIVATE: { from: ['DISABLED_DORMANT'], to: 'TRAINING', clause: 'SHR-8.3.8f' },
    LOCK_DOWN: { from: INVITED, to: 'LOCKED_DOWN', clause: 'SHR-8.3.7g' },
    DISABLE_COMPROMISED: {
      from: [...INVITED, 'LOCKED_DOWN'],
      to: 'DISABLED_COMPROMISE',
      clause: 'SHR-8.3.7f',
    },
    // With a new credential only: whoever has the old one is not let in by it.
    UNLOCK: { from: ['LOCKED_DOWN', 'DISABLED_COMPROMISE'], to: 'INVITED', clause: 'SHR-8.3.7g' },
    END_FOR_BREACH: {
      from: [...INVITED, 'LOCKED_DOWN', 'DISABLED_COMPROMISE'],
      to: 'TERMS_BREACH',
      clause: 'SHR-8.3.7f',
    },
    LEAVE: {
      from: ['NOMINATED', ...INVITED, 'LOCKED_DOWN', 'DISABLED_COMPROMISE'],
      to: 'LEFT',
      clause: 'SHR-8.4.2e',
    },
  },
};
