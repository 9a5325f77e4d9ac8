import type { AccessEvent, Taking } from '@postern/steps';
import { recordEvents } from '@postern/steps';

/** Puts on the record that a professional's view was stated; why stands with the view, and goes with it. */
export async function recordLinked({ transaction, actor }: Taking, link: string): Promise<void> {
  await recordEvents(
    transaction,
    {
      machine: 'IMPORT_LINK',
      move: 'LINK',
      after: 'STANDS',
      onBehalfOf: 'SELF',
      reason: 'Stated as a professional’s view, with a reason.',
      of: [{ subject: link, before: null, about: {} }],
    },
    actor,
  );
}

/** Puts on the record that views ended. */
export async function recordLinksEnded(
  { transaction, actor }: Taking,
  links: readonly string[],
  because: Pick<AccessEvent, 'onBehalfOf' | 'reason'>,
): Promise<void> {
  if (links.length === 0) return;
  await recordEvents(
    transaction,
    {
      ...because,
      machine: 'IMPORT_LINK',
      move: 'END',
      after: 'ENDED',
      of: links.map((subject) => ({ subject, before: 'STANDS', about: {} })),
    },
    actor,
  );
}
