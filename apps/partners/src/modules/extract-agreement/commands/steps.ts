import type { Taking } from '@postern/steps';
import { takeStep } from '@postern/steps';
import type { Answer } from '@postern/subgraph-kit';
import type { ExtractMove } from '../extract-agreement.machine.ts';
import { extractMachine } from '../extract-agreement.machine.ts';
import type { Extract, ExtractChange } from '../store/extracts.ts';
import { stepExtract } from '../store/extracts.ts';

/** What is done with an extract, and what changes with it beside its state. */
interface ExtractStep {
  readonly move: ExtractMove;
  readonly reason: string;
  readonly change?: ExtractChange;
  readonly details?: Readonly<Record<string, string>>;
}

/** Takes a step and writes what it changes; answers where the extract then stands. */
export async function takeExtractStep(
  extract: Extract,
  { move, reason, change, details = {} }: ExtractStep,
  taking: Taking,
): Promise<Answer> {
  const onBehalfOf = taking.actor.accountId === null ? 'SERVICE' : 'AGENCY';
  const state = await takeStep(
    extractMachine,
    extract,
    { move, reason, onBehalfOf, about: {}, details },
    taking,
  );
  await stepExtract(taking.transaction, extract.id, state, change);
  return {
    agreement: extract.agreementId,
    theme: extract.themeId,
    extract: extract.id,
    state,
    revision: extract.revision + 1,
  };
}
