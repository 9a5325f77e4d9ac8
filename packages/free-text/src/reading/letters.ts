import { HOMOGLYPHS } from './homoglyphs.ts';

const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '＇', '`', '´', '′']);
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{M}]$/u;
const LETTERS = /^[\p{L}\p{N}]+$/u;
const MARKS = /\p{M}/gu;
const CAPITAL = /^\p{Lu}/u;

/** What one character of a text means for finding words. */
export interface Letters {
  /** Small plain letters or digits; empty for what separates words, and for what is read over. */
  readonly plain: string;
  /** Read over inside a word: what is invisible, accents, apostrophes. */
  readonly ignored: boolean;
  readonly capital: boolean;
}

const SEPARATOR: Letters = { plain: '', ignored: false, capital: false };
const IGNORED: Letters = { plain: '', ignored: true, capital: false };

/** Most of a text, read once and for all. */
const ASCII = Array.from({ length: 128 }, (_, code) => read(String.fromCharCode(code)));

/** One code point as a plain letter, however it was typed: compatibility forms, accents, look-alikes of other scripts. */
export function lettersOf(character: string): Letters {
  return ASCII[character.codePointAt(0) ?? 0] ?? read(character);
}

function read(character: string): Letters {
  if (APOSTROPHES.has(character) || INVISIBLE.test(character)) return IGNORED;
  const apart = character.normalize('NFKD').replace(MARKS, '');
  if (!LETTERS.test(apart)) return SEPARATOR;
  const small = apart.toLowerCase();
  return { plain: HOMOGLYPHS.get(small) ?? small, ignored: false, capital: CAPITAL.test(apart) };
}
