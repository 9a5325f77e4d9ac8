import type { Machine } from '@postern/lifecycle';
import type { DocumentState } from './document.table.ts';

export type DocumentMove = 'COMPLETE' | 'PASS' | 'REFUSE';

/** Content comes in, is looked through once it is whole, and only then is it readable, or gone (SHR-8.3.3, STA-4.0b). */
export const documentMachine: Machine<DocumentState, DocumentMove> = {
  name: 'DOCUMENT',
  initial: 'RECEIVING',
  moves: {
    COMPLETE: { from: ['RECEIVING'], to: 'SCANNING', clause: 'SHR-3.4.6' },
    PASS: { from: ['SCANNING'], to: 'CLEAN', clause: 'STA-4.0b' },
    REFUSE: { from: ['SCANNING'], to: 'REFUSED', clause: 'STA-4.0b' },
  },
};
