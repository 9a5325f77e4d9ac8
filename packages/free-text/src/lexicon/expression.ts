import { wordsOf } from '../reading/words.ts';

/** One word of an expression, as the lexicon asks for it. */
export type Asked =
  | { readonly kind: 'WORD' | 'STEM'; readonly plain: string; readonly capitals: number }
  | { readonly kind: 'ANY' };

/**
 * All ways to write an expression of the lexicon.
 *
 * `a|b` is either word, `[a|b]` either or none, `_` any one word, `stem*` whatever begins so, `self-harm` one word or
 * two. Capitals that a word begins with are asked for (`DA`, not `da`); small letters may be either. The last word may
 * have a plural or possessive ending.
 */
export function waysToWrite(expression: string): readonly (readonly Asked[])[] {
  let ways: readonly (readonly Asked[])[] = [[]];
  for (const slot of expression.trim().split(/\s+/)) {
    const choices = choicesOf(slot);
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
  }
  return ways.flatMap(withEndings);
}

function choicesOf(slot: string): readonly (readonly Asked[])[] {
  if (slot === '_') return [[{ kind: 'ANY' }]];
  const optional = slot.startsWith('[');
  const words = (optional ? slot.slice(1, -1) : slot).split('|');
  const choices = words.flatMap((word) => {
    const apart = askedOf(word);
    return word.includes('-') ? [apart, askedOf(word.replaceAll('-', ''))] : [apart];
  });
  return optional ? [[], ...choices] : choices;
}

function askedOf(written: string): readonly Asked[] {
  const words = wordsOf(written);
  return words.map(({ plain, capitals }, index) => {
    const isStem = written.endsWith('*') && index === words.length - 1;
    return { kind: isStem ? 'STEM' : 'WORD', plain, capitals };
  });
}

function withEndings(way: readonly Asked[]): readonly (readonly Asked[])[] {
  const last = way.at(-1);
  if (last?.kind !== 'WORD') return [way];
  const { plain } = last;
  const endings = [plain, `${plain}s`, `${plain}es`];
  if (plain.endsWith('y')) endings.push(`${plain.slice(0, -1)}ies`);
  return endings.map((each) => [...way.slice(0, -1), { ...last, plain: each }]);
}
