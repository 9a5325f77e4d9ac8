import type { Machine } from '@postern/lifecycle';

export const FAMILY_REMOVAL_STATES = ['TO_TELL', 'OVERDUE', 'TOLD', 'ENDED'] as const;
export type FamilyRemovalState = (typeof FAMILY_REMOVAL_STATES)[number];
export type FamilyRemovalMove = 'OVERDUE' | 'TELL' | 'END';

/**
 * The duty to tell an agency that a family had it removed; the removal itself is done before the duty begins, and holds until
 * the family wants it ended. What it had wanted before is told first.
 */
export const familyRemovalMachine: Machine<FamilyRemovalState, FamilyRemovalMove> = {
  name: 'FAMILY_REMOVAL',
  initial: 'TO_TELL',
  moves: {
    OVERDUE: { from: ['TO_TELL'], to: 'OVERDUE', clause: 'SHR-8.2.1i' },
    TELL: { from: ['TO_TELL', 'OVERDUE'], to: 'TOLD', clause: 'SHR-8.2.1i' },
    END: { from: ['TOLD'], to: 'ENDED', clause: 'SHR-8.2.1i' },
  },
};
