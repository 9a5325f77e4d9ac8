import { ABBREVIATIONS } from './abbreviations.ts';
import { gapIn } from './gap.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** A sentence, or a part of one between semicolons or on a line of its own: what makes sense when it is taken out. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Its words; those of one expression lie in one of these runs. */
  readonly runs: readonly (readonly Word[])[];
}

/** The clauses of a text that have a word in them, in order, without the spaces around them. */
export function clausesOf(text: string): readonly Clause[] {
  const words = wordsOf(text);
  const clauses: Clause[] = [];
  let start = 0;
  let runs: Word[][] = [[]];
  for (const [index, word] of words.entries()) {
    runs.at(-1)?.push(word);
    const next = words[index + 1];
    const gap = gapIn(text, word.end, next?.start ?? text.length);
    if (next === undefined || isEnd(gap.ends, word, next)) {
      clauses.push({ ...trimmed(text, start, next === undefined ? text.length : gap.cut), runs });
      start = gap.cut;
      runs = [[]];
    } else if (!gap.joins) runs.push([]);
  }
  return clauses;
}

function isEnd(ends: ReturnType<typeof gapIn>['ends'], before: Word, after: Word): boolean {
  if (ends === 'NEVER' || ends === 'ALWAYS') return ends === 'ALWAYS';
  // A line may be broken anywhere in a sentence, and a stop may belong to an abbreviation.
  if (isSmall(after)) return false;
  return (
    ends === 'BEFORE_A_CAPITAL' ||
    (before.plain.length > 1 && !ABBREVIATIONS.has(before.plain)) ||
    /^\d/.test(before.plain)
  );
}

function isSmall(word: Word): boolean {
  return word.capitals === 0 && !/^\d/.test(word.plain);
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && text.charAt(start).trim() === '') start += 1;
  while (end > start && text.charAt(end - 1).trim() === '') end -= 1;
  return { start, end };
}
