import type { Machine } from '@postern/lifecycle';
import type { ImportItemState } from './import-item.table.ts';

/** Where an item ends: it is deleted then, and this stands on the record of steps. */
type Gone = 'DELETED' | 'WITHDRAWN';
export type ImportItemMove =
  | 'MATCH'
  | 'FIND_NO_MATCH'
  | 'LEAVE_UNCLEAR'
  | 'TAKE_BACK'
  | 'SEND_OF_OTHER'
  | 'WITHDRAW'
  | 'DELETE';

const DECIDABLE = ['WAITING', 'UNCLEAR'] as const;
const ANY = ['WAITING', 'UNCLEAR', 'MATCHED', 'NO_MATCH'] as const;

/**
 * A person of the data hub says whose an item is, and can take it back (SHR-3.5.6b, PN-auto). What a source says of somebody else
 * than before is decided anew; what it withdraws goes, and everything goes after twelve months (DEV-A3-12m).
 */
export const importItemMachine: Machine<ImportItemState | Gone, ImportItemMove> = {
  name: 'IMPORT_ITEM',
  initial: 'WAITING',
  moves: {
    MATCH: { from: DECIDABLE, to: 'MATCHED', clause: 'SHR-3.5.6b' },
    FIND_NO_MATCH: { from: DECIDABLE, to: 'NO_MATCH', clause: 'SHR-3.5.6b' },
    LEAVE_UNCLEAR: { from: ['WAITING'], to: 'UNCLEAR', clause: 'PN-auto' },
    TAKE_BACK: { from: ['UNCLEAR', 'MATCHED', 'NO_MATCH'], to: 'WAITING', clause: 'PN-auto' },
    SEND_OF_OTHER: { from: ['UNCLEAR', 'MATCHED', 'NO_MATCH'], to: 'WAITING', clause: 'PN-auto' },
    WITHDRAW: { from: ANY, to: 'WITHDRAWN', clause: 'DEV-A4-1' },
    DELETE: { from: ANY, to: 'DELETED', clause: 'DEV-A3-12m' },
  },
};
