import type { Passage } from './passage.ts';
import { startsLine } from './reading/gap.ts';

/** The text with these passages taken out, what is left standing apart as before. They are those of this very text. */
export function without(text: string, passages: readonly Passage[]): string {
  let rest = '';
  let spaces = '';
  let at = 0;
  const keep = (part: string): void => {
    const words = part.trim();
    if (words === '') {
      spaces += part;
      return;
    }
    const between = spaces + part.slice(0, part.length - part.trimStart().length);
    rest += (rest === '' ? '' : separator(between, words)) + words;
    spaces = part.slice(part.trimEnd().length);
  };
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    if (start > at) keep(text.slice(at, start));
    at = Math.max(at, end);
  }
  if (passages.length === 0) return text;
  keep(text.slice(at));
  return rest;
}

/** Lines stay lines; where the next could be read as going on with the last, an empty one keeps them apart. */
function separator(spaces: string, next: string): string {
  if (!/[\n\v\f\r\u0085\u2028\u2029]/.test(spaces)) return ' ';
  return startsLine(next) ? '\n' : '\n\n';
}
