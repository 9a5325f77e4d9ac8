const TEXT = 'canary-\\d{6}';
/** Past dates lie in centuries before any record, those ahead in centuries after. */
const DATE = '(?:1[0-7]|3\\d)\\d\\d-\\d\\d-\\d\\d';
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TOKEN = new RegExp(`${TEXT}|(?<![0-9a-f-])${DATE}|${ID}`, 'gi');

/** What is planted in the cell of this number, as SQL over the number. */
export const PLANTED = {
  text: (n: string) => `'canary-' || lpad((${n})::text, 6, '0')`,
  past: (n: string) => `date '1000-01-01' + (${n})::integer`,
  ahead: (n: string) => `date '3000-01-01' + (${n})::integer`,
} as const;

/** How many cells can be told apart: so many days there are from the first past date to the last. */
export const MOST_DATES = 290_000;
export const MOST_TEXTS = 1_000_000;

/** The planted values and ids that a text holds. */
export function tokensIn(text: string): ReadonlySet<string> {
  const found = text.match(TOKEN);
  return new Set(found === null ? [] : found.map((each) => each.toLowerCase()));
}
