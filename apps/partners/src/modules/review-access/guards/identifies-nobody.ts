import { CommandRefused } from '@postern/subgraph-kit';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/** What is written of somebody and can be told by its form alone; names cannot, and are asked of whoever publishes. */
const IDENTIFYING: Readonly<Record<string, RegExp>> = {
  'a reference of an episode or a family': /\b[a-z]{2} ?- ?\d{4,}\b/i,
  'a number of ten digits or more, as the NHS number is': /(?:\d[ ./()-]*){9}\d/,
  'a National Insurance number': /\b[a-z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[a-d]\b/i,
  'a postcode': /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/i,
  'an e-mail address': /[^\s@]+@[^\s@]+\.[^\s@]+/,
  'a day': new RegExp(
    [
      '\\b\\d{1,4} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{2,4}\\b',
      `\\b${DAY}(?: of)? ${MONTH},? \\d{2,4}\\b`,
      `\\b${MONTH} ${DAY},? \\d{4}\\b`,
    ].join('|'),
    'i',
  ),
};

/** One spelling of what looks alike: digits and letters of any width, dashes and spaces of any kind, nothing that is not seen. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Dash}]/gu, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/\s+/g, ' ');
}

/** Digits of every script stand in runs of ten that begin with their nought. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let nought = point;
  while (point - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return point - nought;
}

/**
 * What is learned is shared without anybody in it (SHR-6c).
 * @throws CommandRefused LEARNING_IDENTIFIES naming what kinds of identifier stand in it, never the identifier
 */
export function requireNobody(learning: string): void {
  const plain = plainly(learning);
  const found = Object.entries(IDENTIFYING)
    .filter(([, form]) => form.test(plain))
    .map(([what]) => what);
  if (found.length > 0) throw new CommandRefused('LEARNING_IDENTIFIES', { about: found });
}
