import { CommandRefused } from '@postern/subgraph-kit';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:1[89]|20)\\d\\d';

/** Whatever may stand between the parts of an identifier: signs and spaces of any kind. */
const APART = '[\\p{P}\\p{S}\\s]{0,3}';
/** Between day, month by its name, and year. */
const OF = '(?:[\\p{P}\\p{S}\\s]|(?:the|of|in|day|month)(?![\\p{L}])){0,12}';
/** What joins rather than lists: dashes, low lines, strokes. */
const JOINED = '\\s?[\\p{Pd}\\p{Pc}\\p{Sm}\\\\/.]\\s?';
/** Two letters that are a word before a number, and no reference. */
const WORDS = 'an|as|at|be|by|in|is|no|of|on|or|so|to|up|us|vs|we';

/** One that neither goes on before nor after. */
const alone = (form: string) => `(?<![\\p{L}\\d])(?:${form})(?![\\p{L}\\d])`;
const oneOf = (...forms: readonly string[]) => new RegExp(forms.map(alone).join('|'), 'iu');

/** What is written of somebody and can be told by its form alone; names cannot, and are asked of whoever publishes. */
const IDENTIFYING: Readonly<Record<string, RegExp>> = {
  'a reference of an episode or a family': oneOf(
    `(?!(?:${WORDS})[\\s,.;:(])[a-z]{2}${APART}(?:\\d${APART}){5,}\\d`,
    '[a-z]{2}(?:\\s?[\\p{Pd}\\p{Pc}\\p{Sm}]\\s?|[/.#])\\d{4,}',
  ),
  'a number of ten digits or more, as the NHS number is': new RegExp(`(?:\\d${APART}){9}\\d`, 'u'),
  'a National Insurance number': oneOf(`[a-z]{2}${APART}(?:\\d\\d${APART}){3}[a-d]`),
  'a postcode': oneOf(`[a-z]{1,2}\\d[a-z\\d]?${APART}\\d[a-z]{2}`),
  'an e-mail address': /[^\s@]+@[^\s@]+\.[^\s@]+/,
  'a day': oneOf(
    `\\d{1,4}${JOINED}\\d{1,2}${JOINED}\\d{2,4}`,
    `\\d{1,2}[\\p{P}\\p{S}\\s]{1,3}\\d{1,2}[\\p{P}\\p{S}\\s]{1,3}${YEAR}`,
    `${YEAR}[\\p{P}\\p{S}\\s]{1,3}\\d{1,2}[\\p{P}\\p{S}\\s]{1,3}\\d{1,2}`,
    `${YEAR}(?:0\\d|1[0-2])[0-3]\\d`,
    `[0-3]\\d(?:0\\d|1[0-2])${YEAR}`,
    `${DAY}${OF}${MONTH}${OF}\\d{2,4}`,
    `${MONTH}${OF}${DAY}${OF}\\d{4}`,
    `${YEAR}${OF}${MONTH}${OF}${DAY}`,
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
