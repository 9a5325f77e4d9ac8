import { takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import type { Opened } from '../guards/opened.ts';
import type { Part } from '../law/part.ts';
import { endWords } from '../store/words.ts';
import { stepPart } from './step.ts';
import { stepUnspoken } from './unspoken-for.ts';

/**
 * Support as they want it cannot be given: what they agreed to does not stand, and they are asked again (SHR-3.4.4d). A child for
 * whom nobody else speaks is asked about again with them.
 */
export async function askAgain(
  call: CommandCall<unknown>,
  opened: Opened,
  part: Part,
  reason: string,
): Promise<void> {
  const { transaction, now } = call;
  const step = {
    move: 'ASK_AGAIN',
    onBehalfOf: 'FAMILY',
    reason,
    change: { agrees: false },
  } as const;
  await stepPart(opened, part, { ...step, details: { viable: false } }, takingFor(call));
  await endWords(transaction, opened.agreement, part.personId, now);
  await stepUnspoken(call, opened, step);
}
