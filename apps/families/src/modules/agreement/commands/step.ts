import type { AgreementState } from '@postern/access-facts';
import type { OnBehalfOf, Taking } from '@postern/steps';
import { takeStep, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import type { AgreementMove } from '../agreement.machine.ts';
import { agreementMachine } from '../agreement.machine.ts';
import type { Opened } from '../guards/opened.ts';
import { agreementState } from '../law/agreement-state.ts';
import type { Part } from '../law/part.ts';
import { endGrantsOfWithdrawn } from '../store/access-ended.ts';
import type { Agreement, Stands } from '../store/agreements.ts';
import { writeAgreement } from '../store/agreements.ts';
import { hasExclusions } from '../store/exclusions.ts';
import type { PartChange } from '../store/parts.ts';
import { holdParts, writePart } from '../store/parts.ts';
import { tellEnded, tellLead } from '../store/told.ts';

/** One step of a person's part, and what it changes beside the state. */
export interface PartStep {
  readonly move: AgreementMove;
  readonly reason: string;
  readonly onBehalfOf: OnBehalfOf;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly change?: PartChange;
}

/** Takes a step of a part; which person of the family it is about stands with the part. */
export async function stepPart(
  { agreement: { episodeId } }: Pick<Opened, 'agreement'>,
  part: Part,
  { change = {}, ...step }: PartStep,
  taking: Taking,
): Promise<void> {
  const about = { episode: episodeId };
  const state = await takeStep(agreementMachine, part, { ...step, about }, taking);
  await writePart(taking.transaction, part.id, { ...change, state }, taking.actor.at);
}

const IN_FORCE: readonly AgreementState[] = ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'];

/** What became of an agreement by a step. */
export interface Settled {
  readonly state: AgreementState;
  readonly revision: number;
  /** Whether nobody of the family agrees any more, so that somebody has to decide what becomes of the episode. */
  readonly isOver: boolean;
}

/**
 * Writes where the agreement stands after steps of its parts. Where nobody agrees any more and no law stands in for it, whoever
 * worked by the agreement loses their access in the same transaction, and whoever leads is asked what becomes of the episode.
 */
export async function settle(
  { agreement }: Pick<Opened, 'agreement'>,
  { transaction, actor: { at, accountId } }: Taking,
): Promise<Settled> {
  const parts = await holdParts(transaction, agreement, at);
  const wasSigned = IN_FORCE.includes(agreement.state);
  const excludes = await hasExclusions(transaction, agreement, at);
  const state = agreementState({ parts, wasSigned, excludes });
  const basis = parts.find((part) => part.basis !== null)?.basis ?? null;
  const stands = after(agreement, { state, basis }, at);
  await writeAgreement(transaction, agreement.id, stands);
  const isOver = wasSigned && !IN_FORCE.includes(state) && basis === null;
  if (isOver && state === 'WITHDRAWN') {
    const ended = await endGrantsOfWithdrawn(transaction, agreement.episodeId, at);
    await tellEnded(transaction, ended, at);
    await tellLead(
      transaction,
      { kind: 'AGREEMENT_WITHDRAWN', episode: agreement.episodeId, but: accountId },
      at,
    );
  }
  return { state, revision: agreement.revision + 1, isOver };
}

function after(
  { signedAt, withdrawnAt, state: before }: Agreement,
  { state, basis }: { readonly state: AgreementState; readonly basis: string | null },
  at: Date,
): Stands {
  const isSigned = IN_FORCE.includes(state);
  const wasSigned = IN_FORCE.includes(before);
  return {
    state,
    basisWhenNoAgreement: basis,
    signedAt: isSigned && !wasSigned ? at : signedAt,
    withdrawnAt: isSigned ? null : state === 'WITHDRAWN' ? (withdrawnAt ?? at) : withdrawnAt,
  };
}

/** The answer of a command about an agreement. */
export async function settled(
  opened: Opened,
  call: CommandCall<unknown>,
  more: { readonly routes?: readonly string[] } = {},
): Promise<Answer> {
  const { revision, isOver } = await settle(opened, takingFor(call));
  const { id } = opened.agreement;
  return {
    agreement: id,
    revision,
    toDecide: isOver ? ['CLOSURE'] : [],
    routes: more.routes ?? [],
  };
}
