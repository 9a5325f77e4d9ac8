import type { AgencyState } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type AgencyMove =
  | 'NEGOTIATE'
  | 'SIGN'
  | 'JOIN'
  | 'ACTIVATE'
  | 'FALL_DUE_FOR_REVIEW'
  | 'REVIEW'
  | 'REQUIRE_NEW_SIGNATURE'
  | 'SIGN_AGAIN'
  | 'GIVE_NOTICE'
  | 'GIVE_NOTICE_WHILE_SUSPENDED'
  | 'SUSPEND'
  | 'LIFT'
  | 'LIFT_UNDER_NOTICE'
  | 'WITHDRAW'
  | 'INVITE_AGAIN';

/** The life of an agency in the partnership; a missed review ends nothing (STA-9.0c). */
export const AGENCY_MACHINE: Machine<AgencyState, AgencyMove> = {
  name: 'AGENCY',
  initial: 'INVITED',
  moves: {
    NEGOTIATE: { from: ['INVITED'], to: 'NEGOTIATING', clause: 'DEV-1.2b' },
    SIGN: { from: ['NEGOTIATING', 'SIGNED'], to: 'SIGNED', clause: 'SHR-8.2.1c' },
    JOIN: { from: ['INVITED'], to: 'SIGNED', clause: 'DEV-A6' },
    ACTIVATE: { from: ['SIGNED'], to: 'ACTIVE', clause: 'SHR-8.3.7d' },
    FALL_DUE_FOR_REVIEW: { from: ['ACTIVE'], to: 'REVIEW_DUE', clause: 'SHR-0-rev' },
    REVIEW: { from: ['ACTIVE', 'REVIEW_DUE'], to: 'ACTIVE', clause: 'SHR-12' },
    REQUIRE_NEW_SIGNATURE: {
      from: ['SIGNED', 'ACTIVE', 'REVIEW_DUE'],
      to: 'RESIGN_REQUIRED',
      clause: 'STA-1.3a',
    },
    SIGN_AGAIN: {
      from: ['ACTIVE', 'REVIEW_DUE', 'RESIGN_REQUIRED'],
      to: 'ACTIVE',
      clause: 'STA-1.3a',
    },
    GIVE_NOTICE: {
      from: ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'RESIGN_REQUIRED'],
      to: 'NOTICE_GIVEN',
      clause: 'SHR-13',
    },
    // To leave is anybody's right; it must not bring back what was suspended.
    GIVE_NOTICE_WHILE_SUSPENDED: { from: ['SUSPENDED'], to: 'SUSPENDED', clause: 'SHR-13' },
    SUSPEND: {
      from: ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'RESIGN_REQUIRED', 'NOTICE_GIVEN'],
      to: 'SUSPENDED',
      clause: 'STA-9.0b',
    },
    LIFT: { from: ['SUSPENDED'], to: 'ACTIVE', clause: 'STA-9.0b' },
    LIFT_UNDER_NOTICE: { from: ['SUSPENDED'], to: 'NOTICE_GIVEN', clause: 'STA-9.0b' },
    WITHDRAW: { from: ['NOTICE_GIVEN', 'SUSPENDED'], to: 'WITHDRAWN', clause: 'SOM-12b' },
    // From the beginning: whoever comes back signs anew, and nothing of the access before comes with it.
    INVITE_AGAIN: { from: ['WITHDRAWN'], to: 'INVITED', clause: 'SHR-8.2.1c' },
  },
};
