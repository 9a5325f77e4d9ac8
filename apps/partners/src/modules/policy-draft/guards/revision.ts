import { CommandRefused } from '@postern/subgraph-kit';
import type { DraftState } from '../policy-draft.table.ts';
import type { Draft } from '../store/draft.ts';

/**
 * The later of two who change a draft at once is told so, with the revision that now stands.
 * @throws CommandRefused POLICY_CONFLICT
 */
export function requireRevision({ revision }: Draft, expected: number): void {
  if (revision !== expected) throw new CommandRefused('POLICY_CONFLICT', { revision });
}

/** @throws CommandRefused POLICY_DRAFT_STATE naming the state it is in */
export function requireState({ state, revision }: Draft, ...states: readonly DraftState[]): void {
  if (!states.includes(state))
    throw new CommandRefused('POLICY_DRAFT_STATE', { about: [state], revision });
}
