import type { Machine } from '@postern/lifecycle';
import type { PersonMergeState } from './person-merge.table.ts';

export type PersonMergeMove = 'MERGE' | 'REFUSE' | 'UNMERGE';

/** Whether two records are of one person: it takes two people to say so, and can be taken back. */
export const PERSON_MERGE_MACHINE: Machine<PersonMergeState, PersonMergeMove> = {
  name: 'PERSON_MERGE',
  initial: 'PROPOSED',
  moves: {
    MERGE: { from: ['PROPOSED'], to: 'MERGED', clause: 'SHR-3.2a' },
    REFUSE: { from: ['PROPOSED'], to: 'REFUSED', clause: 'SHR-3.2a' },
    UNMERGE: { from: ['MERGED'], to: 'UNMERGED', clause: 'SHR-4.4a' },
  },
};
