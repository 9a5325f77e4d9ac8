import { takingFor } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import type { Opened } from '../guards/opened.ts';
import type { Part } from '../law/part.ts';
import { ageOf } from '../law/part.ts';
import { holdParts } from '../store/parts.ts';
import { wasSpokenFor } from '../store/words.ts';
import type { PartStep } from './step.ts';
import { stepPart } from './step.ts';

/** Takes a step of the part of every child for whom nobody speaks any more. */
export async function stepUnspoken(
  call: CommandCall<unknown>,
  opened: Opened,
  step: PartStep,
): Promise<void> {
  for (const child of await unspokenFor(call, opened))
    await stepPart(opened, child, step, takingFor(call));
}

/**
 * The children who agreed, by somebody's word, and for whom nobody speaks any more: no one else who is responsible, not they
 * themselves, and no law. Of whom nobody ever said who spoke for them, any adult who agrees does.
 */
async function unspokenFor(
  { transaction, now }: Pick<CommandCall<unknown>, 'now' | 'transaction'>,
  opened: Opened,
): Promise<readonly Part[]> {
  const parts = await holdParts(transaction, opened.agreement, now);
  const someAdultAgrees = parts.some((each) => each.agrees && ageOf(each, opened) === 'ADULT');
  const lost: Part[] = [];
  for (const each of parts) {
    if (!each.agrees || each.basis !== null || each.ownWord || each.othersWord) continue;
    if (ageOf(each, opened) === 'ADULT') continue;
    const wasSpoken = await wasSpokenFor(transaction, opened.agreement, each.personId);
    if (wasSpoken || !someAdultAgrees) lost.push(each);
  }
  return lost;
}
