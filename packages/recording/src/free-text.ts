import { revealing } from '@postern/free-text';
import type { ClassKey, DataDictionary } from '@postern/policy';
import type { Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { RecordedType } from './recorded-type.ts';

/** What was looked at in what somebody wrote. */
export interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether whoever wrote it looked at what may reveal something, and says that it does not. */
  readonly revealsNothing: boolean;
}

/**
 * Free text that may reveal special-category or offence data is not recorded among the rest: it is split off under its own
 * class, or somebody says that it reveals nothing, and that stands with the record. Gives the classes that were thought of.
 * @throws CommandRefused FREE_TEXT_REVEALS with a finding for each passage: where it is, and of which class
 */
export function requireNothingRevealed(
  { resource, called, texts }: Pick<RecordedType, 'called' | 'resource' | 'texts'>,
  { fields, revealsNothing }: Written,
  dictionary: DataDictionary,
): readonly ClassKey[] {
  const found = texts.flatMap((field) => {
    const text = fields[field];
    const own = dictionary.get(resource.type)?.get(field);
    if (typeof text !== 'string') return [];
    return revealing(text)
      .filter((passage) => passage.class !== own)
      .map((passage) => ({ ...passage, part: `${called}.${field}` }));
  });
  if (found.length > 0 && !revealsNothing) {
    const findings = found.map(
      ({ part, start, end, ...passage }): Finding => ({
        ...finding(part, passage.class, EXPECTED),
        found: `characters ${start} to ${end}`,
      }),
    );
    throw new CommandRefused('FREE_TEXT_REVEALS', { findings });
  }
  return [...new Set(found.map((passage) => passage.class))];
}

const EXPECTED =
  'a passage of this class in splitOff in place of it, or revealsNothing where you looked and it reveals nothing of the kind';
