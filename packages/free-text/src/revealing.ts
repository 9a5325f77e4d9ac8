import type { ClassKey } from '@postern/policy';
import { LEXICON } from './lexicon/lexicon.ts';
import type { Passage } from './passage.ts';
import { clausesOf } from './reading/clauses.ts';
import type { Word } from './reading/words.ts';

/**
 * The passages of a text that may reveal special-category or offence data, in order; one for each class.
 *
 * It flags what a practitioner may have to split off, and decides nothing: it knows words, not what is meant. What is
 * told without any of its words is not found, and that nothing is found says nothing of the text.
 */
export function revealing(text: string): readonly Passage[] {
  return clausesOf(text).flatMap(({ start, end, runs }) =>
    [...new Set(runs.flatMap(classesIn))].sort().map((found) => ({ start, end, class: found })),
  );
}

/** The classes that a run of words may reveal, save by words that lie within an innocent expression. */
function classesIn(run: readonly Word[]): readonly ClassKey[] {
  const classes: ClassKey[] = [];
  let innocentTo = -1;
  for (const index of run.keys()) {
    const told: { meaning: ClassKey; last: number }[] = [];
    LEXICON.from(run, index, (meaning, last) => {
      if (meaning === 'INNOCENT') innocentTo = Math.max(innocentTo, last);
      else told.push({ meaning, last });
    });
    for (const { meaning, last } of told) if (last > innocentTo) classes.push(meaning);
  }
  return classes;
}
