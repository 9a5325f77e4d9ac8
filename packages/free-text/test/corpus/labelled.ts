import { readFileSync } from 'node:fs';
import type { ClassKey } from '@postern/policy';

/** An invented sentence, and the classes it may reveal: none, if it is innocent. */
export interface Labelled {
  readonly text: string;
  readonly classes: readonly ClassKey[];
}

const LABELS: Readonly<Record<string, ClassKey>> = {
  HEALTH: 'SPECIAL_CATEGORY:HEALTH',
  DISABILITY: 'SPECIAL_CATEGORY:DISABILITY',
  SUBSTANCE_USE: 'SPECIAL_CATEGORY:SUBSTANCE_USE',
  ETHNICITY: 'SPECIAL_CATEGORY:ETHNICITY',
  RELIGION: 'SPECIAL_CATEGORY:RELIGION',
  CRIMINAL_OFFENCE: 'CRIMINAL_OFFENCE',
  // The nearest key there is.
  SEX_LIFE: 'SPECIAL_CATEGORY:HEALTH',
};

/** Written together with the lexicon, and what it was tuned on. */
export const KNOWN: readonly Labelled[] = labelled('known');
/** Written before the lexicon, which was never changed for any of them. */
export const HELD_OUT: readonly Labelled[] = labelled('held-out');
/**
 * How people speak who avoid the usual words. Of these a quarter was found when they were first tried, and most only
 * because the lexicon was then widened: what is told in other words yet is not found.
 */
export const ROUNDABOUT: readonly Labelled[] = labelled('roundabout');

function labelled(file: string): readonly Labelled[] {
  return readFileSync(new URL(`${file}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [labels = '', text = ''] = line.split('\t');
      return { text, classes: labels === '-' ? [] : labels.split('+').map(classOf) };
    });
}

function classOf(label: string): ClassKey {
  const found = LABELS[label];
  if (found === undefined) throw new Error(`The corpus has an unknown label ${label}.`);
  return found;
}
