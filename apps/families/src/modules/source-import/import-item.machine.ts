import type { Machine } from '@postern/lifecycle';
import type { ImportItemState } from './import-item.table.ts';

/** Where an item is in the pool no more: it is deleted then, and this stands on the record of steps. */
type Gone = 'DELETED' | 'ON_RECORD' | 'WITHDRAWN';
export type ImportItemMove =
  | 'MATCH'
  | 'FIND_NO_MATCH'
  | 'LEAVE_UNCLEAR'
  | 'TAKE_BACK'
  | 'SEND_OF_OTHER'
  | 'WITHDRAW'
  | 'LEAVE_POOL'
  | 'TAKE_OFF'
  | 'DELETE';

const DECIDABLE = ['WAITING', 'UNCLEAR'] as const;
const UNMATCHED = ['WAITING', 'UNCLEAR', 'NO_MATCH'] as const;
const ANY = [...UNMATCHED, 'MATCHED', 'ON_RECORD'] as const;

/**
 * A person of the data hub says whose an item is, and can take it back (SHR-3.5.6b, PN-auto). What a source says of somebody else
 * than before is decided anew; what it withdraws goes, and everything goes after twelve months (DEV-A3-12m):
 * of what is on a record by then no more is left than what it takes to take it off again (SHR-4.5).
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
    LEAVE_POOL: { from: ['MATCHED'], to: 'ON_RECORD', clause: 'DEV-A3-12m' },
    TAKE_OFF: { from: ['ON_RECORD'], to: 'DELETED', clause: 'SHR-4.5' },
    DELETE: { from: UNMATCHED, to: 'DELETED', clause: 'DEV-A3-12m' },
  },
};
