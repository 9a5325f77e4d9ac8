import type { Machine } from '@postern/lifecycle';

export type ConflictState = 'DECLARED' | 'ENDED';

/** A declared relationship with a family bars access from the moment it is declared until it is ended (SHR-1.2g). */
export const CONFLICT_MACHINE: Machine<ConflictState, 'END'> = {
  name: 'CONFLICT',
  initial: 'DECLARED',
  moves: { END: { from: ['DECLARED'], to: 'ENDED', clause: 'SHR-1.2g' } },
};
