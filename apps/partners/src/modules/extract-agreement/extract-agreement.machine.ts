import type { Machine } from '@postern/lifecycle';
import type { ExtractState } from './extract-agreement.table.ts';

export type ExtractMove = 'SEND' | 'FALL_DUE' | 'DESTROY';

/** An extract is made, given out, and destroyed again, of which there is a certificate (DEV-A7d); one never given out, too. */
export const extractMachine: Machine<ExtractState, ExtractMove> = {
  name: 'EXTRACT',
  initial: 'EXTRACTED',
  moves: {
    SEND: { from: ['EXTRACTED'], to: 'SENT', clause: 'DEV-A4-6' },
    FALL_DUE: { from: ['EXTRACTED', 'SENT'], to: 'DESTRUCTION_DUE', clause: 'DEV-A7d' },
    DESTROY: {
      from: ['EXTRACTED', 'SENT', 'DESTRUCTION_DUE'],
      to: 'DESTROYED',
      clause: 'DEV-A7d',
    },
  },
};

export type AgreementState = 'RECORDED' | 'SIGNED';

/** The agreement that extracts rest on; nothing does before it is signed. */
export const extractAgreementMachine: Machine<AgreementState, 'SIGN'> = {
  name: 'EXTRACT_AGREEMENT',
  initial: 'RECORDED',
  moves: { SIGN: { from: ['RECORDED'], to: 'SIGNED', clause: 'DEV-A4-6' } },
};
