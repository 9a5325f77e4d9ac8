import type { Taking } from '@postern/steps';
import { endPanelReading, takeCaseStep } from './commands/steps.ts';
import { holdCase, listedFor } from './store/cases.ts';

/** What a meeting did not come to is referred still; nobody reads it for the panel until it is listed again. The meeting has to be held. */
export async function putOffCasesOf(
  meeting: string,
  reason: string,
  taking: Taking,
): Promise<void> {
  for (const id of await listedFor(taking.transaction, meeting)) {
    const held = await holdCase(taking.transaction, id);
    // It was withdrawn while it was waited for.
    if (held.state !== 'LISTED') continue;
    await takeCaseStep(held, { move: 'PUT_OFF', reason }, taking);
    await endPanelReading(held, taking);
  }
}
