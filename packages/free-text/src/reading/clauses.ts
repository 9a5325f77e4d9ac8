import { ABBREVIATIONS } from './abbreviations.ts';
import type { Gap } from './gap.ts';
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
    if (next === undefined || isEnd(gap.ends, runs.at(-1) ?? [], next)) {
      clauses.push({ ...trimmed(text, start, next === undefined ? text.length : gap.cut), runs });
      start = gap.cut;
      runs = [[]];
    } else if (!gap.joins) runs.push([]);
  }
  return clauses;
}

function isEnd(ends: Gap['ends'], run: readonly Word[], after: Word): boolean {
  if (ends === 'NEVER' || ends === 'ALWAYS') return ends === 'ALWAYS';
  // A line may be broken anywhere in a sentence, and a stop may belong to an abbreviation.
  if (isSmall(after)) return false;
  return ends === 'BEFORE_A_CAPITAL' || !isAbbreviation(run);
}

/** Whether the last word is written with a full stop: an abbreviation, or an initial at the start or after a name. */
function isAbbreviation(run: readonly Word[]): boolean {
  const [before, last] = [run.at(-2), run.at(-1)];
  if (last === undefined) return false;
  const isInitial = last.plain.length === 1 && last.capitals === 1;
  return (isInitial && (before?.capitals ?? 1) > 0) || ABBREVIATIONS.has(last.plain);
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
