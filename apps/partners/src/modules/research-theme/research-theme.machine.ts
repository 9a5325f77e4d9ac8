import type { Machine } from '@postern/lifecycle';
import type { ThemeState } from './research-theme.table.ts';

export type ThemeMove = 'AGREE' | 'APPROVE' | 'WITHDRAW';

/** A theme is proposed by a sub-group and holds once three partners agreed; any of them, or whoever proposed it, takes it back. */
export const researchThemeMachine: Machine<ThemeState, ThemeMove> = {
  name: 'RESEARCH_THEME',
  initial: 'PROPOSED',
  moves: {
    AGREE: { from: ['PROPOSED'], to: 'PROPOSED', clause: 'SOM-6.16.3–5' },
    APPROVE: { from: ['PROPOSED'], to: 'APPROVED', clause: 'SOM-6.16.3–5' },
    WITHDRAW: { from: ['PROPOSED', 'APPROVED'], to: 'WITHDRAWN', clause: 'SOM-6.16.6' },
  },
};
