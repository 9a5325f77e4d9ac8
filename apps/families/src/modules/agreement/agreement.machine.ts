import type { AgreementState } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type AgreementMove =
  | 'EXPLAIN'
  | 'OFFER'
  | 'SIGN'
  | 'SIGN_IN_PART'
  | 'SIGN_WITH_EXCLUSIONS'
  | 'DECLINE'
  | 'EXCLUDE'
  | 'READMIT'
  | 'ASK_AGAIN'
  | 'WITHDRAW'
  | 'SUPERSEDE'
  | 'LAPSE';

const SIGNED: readonly AgreementState[] = ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'];
const ASKED: readonly AgreementState[] = ['OFFERED', 'PARTIAL'];
const BEFORE: readonly AgreementState[] = ['NOT_DISCUSSED', 'NOTICE_EXPLAINED'];

/**
 * One person's part of the family's agreement for an episode. The agreement as a whole goes through no machine of its own: where
 * it stands follows from its parts. What nobody said stands for nobody: PARTIAL is the part of a young person who is to sign, and
 * for whom only somebody else has.
 */
export const agreementMachine: Machine<AgreementState, AgreementMove> = {
  name: 'FAMILY_AGREEMENT',
  initial: 'NOT_DISCUSSED',
  moves: {
    EXPLAIN: {
      from: [...BEFORE, 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'LAPSED'],
      to: 'NOTICE_EXPLAINED',
      clause: 'SHR-3.4.2b',
    },
    OFFER: { from: ['NOTICE_EXPLAINED'], to: 'OFFERED', clause: 'SHR-3.4.3a' },
    SIGN: { from: [...ASKED, 'SIGNED'], to: 'SIGNED', clause: 'SHR-3.4.3a' },
    SIGN_IN_PART: { from: ASKED, to: 'PARTIAL', clause: 'SHR-3.4.3c' },
    SIGN_WITH_EXCLUSIONS: {
      from: [...ASKED, 'SIGNED_WITH_EXCLUSIONS'],
      to: 'SIGNED_WITH_EXCLUSIONS',
      clause: 'SHR-3.4.4c',
    },
    DECLINE: { from: [...BEFORE, ...ASKED, 'SUPERSEDED'], to: 'DECLINED', clause: 'SHR-3.4.2c' },
    EXCLUDE: { from: SIGNED, to: 'SIGNED_WITH_EXCLUSIONS', clause: 'SHR-3.4.4c' },
    READMIT: { from: ['SIGNED_WITH_EXCLUSIONS'], to: 'SIGNED', clause: 'SHR-3.4.4c' },
    ASK_AGAIN: { from: [...ASKED, ...SIGNED], to: 'OFFERED', clause: 'SHR-3.4.4d' },
    WITHDRAW: { from: [...ASKED, ...SIGNED, 'SUPERSEDED'], to: 'WITHDRAWN', clause: 'SHR-3.4.2c' },
    SUPERSEDE: { from: SIGNED, to: 'SUPERSEDED', clause: 'SHR-0-ver' },
    LAPSE: {
      from: [...BEFORE, ...ASKED, ...SIGNED, 'DECLINED', 'SUPERSEDED'],
      to: 'LAPSED',
      clause: 'SHR-3.4.3a',
    },
  },
};
