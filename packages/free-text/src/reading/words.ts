import { lettersOf } from './letters.ts';

/** A word of a text as it is compared: small plain letters. */
export interface Word {
  readonly plain: string;
  /** How many capitals it begins with: `DA` may be an abbreviation, `da` is none. */
  readonly capitals: number;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. `&` is the word “and”; `A.D.H.D.` is one word. */
export function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  let open: Word | undefined;
  let at = 0;
  for (const character of text) {
    const letters = lettersOf(character);
    const end = at + character.length;
    if (letters.plain !== '') {
      open = { ...lengthened(open, letters, at), end };
    } else if (!letters.ignored) {
      if (open !== undefined) found.push(open);
      open = undefined;
      if (character === '&') found.push({ plain: 'and', capitals: 0, start: at, end });
    }
    at = end;
  }
  if (open !== undefined) found.push(open);
  return joined(text, found);
}

function lengthened(
  open: Word | undefined,
  letters: { readonly plain: string; readonly capital: boolean },
  start: number,
): Word {
  if (open === undefined)
    return { plain: letters.plain, capitals: letters.capital ? 1 : 0, start, end: start };
  const onlyCapitals = open.capitals === open.plain.length;
  return {
    plain: open.plain + letters.plain,
    capitals: open.capitals + (onlyCapitals && letters.capital ? 1 : 0),
    start: open.start,
    end: open.end,
  };
}

/** Makes one word of single letters with full stops between them. */
function joined(text: string, words: readonly Word[]): readonly Word[] {
  const result: Word[] = [];
  let run: Word[] = [];
  const finish = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    result.push({
      plain: run.map((word) => word.plain).join(''),
      capitals: run.reduce((sum, word) => sum + word.capitals, 0),
      start: first.start,
      end: last.end,
    });
    run = [];
  };
  for (const word of words) {
    const before = run.at(-1);
    const continues =
      before !== undefined &&
      before.plain.length === 1 &&
      word.plain.length === 1 &&
      text.slice(before.end, word.start) === '.';
    if (!continues) finish();
    run.push(word);
  }
  finish();
  return result;
}
