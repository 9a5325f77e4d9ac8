import type { Machine } from '@postern/lifecycle';

export const OVERRIDE_STATES = ['NO_MATCH', 'LIMITED', 'USED', 'UPHELD', 'NOT_UPHELD'] as const;
export type OverrideState = (typeof OVERRIDE_STATES)[number];
export type OverrideMove = 'UPHOLD' | 'NOT_UPHOLD';

/** An override as it is looked at afterwards by the data protection officer. */
export const overrideMachine: Machine<OverrideState, OverrideMove> = {
  name: 'OVERRIDE',
  initial: 'USED',
  moves: {
    UPHOLD: { from: ['USED'], to: 'UPHELD', clause: 'SHR-8.3.7i' },
    NOT_UPHOLD: { from: ['USED'], to: 'NOT_UPHELD', clause: 'SHR-8.3.7i' },
  },
};

export const EXPLANATION_STATES = ['NOT_DUE', 'DUE', 'OVERDUE', 'TOLD', 'NOT_TOLD'] as const;
export type ExplanationState = (typeof EXPLANATION_STATES)[number];
export type ExplanationMove = 'OVERDUE' | 'TELL' | 'WITHHOLD';

const OPEN: readonly ExplanationState[] = ['DUE', 'OVERDUE'];

/** The duty to explain an override to the family, unless that is unsafe. */
export const explanationMachine: Machine<ExplanationState, ExplanationMove> = {
  name: 'OVERRIDE_EXPLANATION',
  initial: 'DUE',
  moves: {
    OVERDUE: { from: ['DUE'], to: 'OVERDUE', clause: 'SHR-3.5L-e' },
    TELL: { from: OPEN, to: 'TOLD', clause: 'SHR-3.5L-e' },
    WITHHOLD: { from: OPEN, to: 'NOT_TOLD', clause: 'DEV-A2k' },
  },
};
