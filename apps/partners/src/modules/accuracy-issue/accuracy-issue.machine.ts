import type { Machine } from '@postern/lifecycle';
import type { AccuracyIssueState } from './accuracy-issue.table.ts';

export type AccuracyIssueMove =
  | 'SEND_TO_RECORDER'
  | 'SEND_TO_HOST'
  | 'DISPUTE'
  | 'CORRECT'
  | 'TELL_SOURCE'
  | 'TELL_RECIPIENTS';

/**
 * What is said to be wrong goes to whoever recorded it, or to the host; it is put right and those told who have it from
 * here, or both versions are kept, and a dispute can still end in a correction (SHR-4.5, DEV-A3-acc2).
 */
export const accuracyIssueMachine: Machine<AccuracyIssueState, AccuracyIssueMove> = {
  name: 'ACCURACY_ISSUE',
  initial: 'RAISED',
  moves: {
    SEND_TO_RECORDER: { from: ['RAISED'], to: 'WITH_RECORDER', clause: 'SHR-4.5' },
    SEND_TO_HOST: { from: ['RAISED', 'WITH_RECORDER'], to: 'WITH_HOST', clause: 'SHR-4.5' },
    DISPUTE: { from: ['WITH_RECORDER', 'WITH_HOST'], to: 'DISPUTED', clause: 'DEV-A3-acc2' },
    CORRECT: {
      from: ['WITH_RECORDER', 'WITH_HOST', 'DISPUTED'],
      to: 'CORRECTED',
      clause: 'DEV-A3-acc2',
    },
    TELL_SOURCE: { from: ['CORRECTED'], to: 'SOURCE_TOLD', clause: 'DEV-A3-acc2' },
    TELL_RECIPIENTS: { from: ['SOURCE_TOLD'], to: 'RECIPIENTS_TOLD', clause: 'SOM-7.1' },
  },
};
