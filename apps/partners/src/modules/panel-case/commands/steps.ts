import type { Taking } from '@postern/steps';
import { expectedRevision, id, takeStep } from '@postern/steps';
import type { Answer } from '@postern/subgraph-kit';
import { stepGrants } from '../../grant/step-grants.ts';
import { grantsHeldOn } from '../../grant/store/held-grant.ts';
import type { PanelCaseMove, PanelCaseState } from '../panel-case.machine.ts';
import { panelCaseMachine } from '../panel-case.machine.ts';
import type { CaseChange, PanelCase } from '../store/cases.ts';
import { stepCase } from '../store/cases.ts';
import { moveProceeding } from '../store/proceedings.ts';

/** The role in which the panel reads. */
export const PANEL_MEMBER = 'PANEL_MEMBER';

/** What every step is given. */
export const step = { panelCase: id, expectedRevision };

/** A step of a case, and what it changes. */
export interface CaseStep {
  readonly move: PanelCaseMove;
  readonly reason: string;
  readonly change?: CaseChange;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Takes a step, writes what it changes and takes the proceeding along; answers as commands do. */
export async function takeCaseStep(
  held: PanelCase,
  { change, ...taken }: CaseStep,
  taking: Taking,
): Promise<Answer & { readonly state: PanelCaseState }> {
  const { transaction, actor } = taking;
  const state = await takeStep(
    panelCaseMachine,
    held,
    {
      ...taken,
      onBehalfOf: actor.accountId === null ? 'SERVICE' : 'AGENCY',
      about: { account: held.referredBy, agency: held.agencyId, episode: held.episodeId },
    },
    taking,
  );
  await stepCase(transaction, held.id, state, change);
  if (held.proceedingId !== null)
    await moveProceeding(transaction, held.proceedingId, { state, at: actor.at });
  return { panelCase: held.id, state, revision: held.revision + 1 };
}

/** Nobody reads for the panel any more: every grant in its role is gone, in the same transaction (SHR-3.7.3a). */
export async function endPanelReading({ episodeId }: PanelCase, taking: Taking): Promise<void> {
  const { transaction, actor } = taking;
  const held = await grantsHeldOn(transaction, { episode: episodeId, now: actor.at });
  await stepGrants(
    taking,
    held.filter(({ role }) => role === PANEL_MEMBER),
    {
      move: 'REVOKE',
      reason: 'The case is not before the panel any more.',
      onBehalfOf: actor.accountId === null ? 'SERVICE' : 'AGENCY',
      details: { cause: 'PANEL_OVER' },
      change: { revoked: { at: actor.at, cause: 'PANEL_OVER' } },
    },
  );
}
