import { revealing } from '@postern/free-text';
import type { Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';

/**
 * A title that may reveal special-category or offence data is of a document of that class, or it is another title: it is read
 * wherever the document is listed (SHR-4.3-cond).
 * @throws CommandRefused FREE_TEXT_REVEALS with a finding for each passage: where it is, and of which class
 */
export function requireTitleOfClass(title: unknown, rowClass: string | null): void {
  if (typeof title !== 'string') return;
  const findings = revealing(title)
    .filter((passage) => passage.class !== rowClass)
    .map(
      ({ start, end, ...passage }): Finding => ({
        ...finding('document.title', passage.class, EXPECTED),
        found: `characters ${start} to ${end}`,
      }),
    );
  if (findings.length > 0) throw new CommandRefused('FREE_TEXT_REVEALS', { findings });
}

const EXPECTED =
  'a document of this class, named in rowClass, or a title that reveals nothing of the kind';
