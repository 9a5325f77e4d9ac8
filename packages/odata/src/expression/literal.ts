import type { Literal } from './expression.ts';
import type { Reader } from './reader.ts';

const DAY_MS = 86_400_000;

/** Reads a literal; null where the next word is none. @throws Refusal QUERY_OPTION_INVALID for a day that is none */
export function readLiteral(reader: Reader): Literal | null {
  const { kind, text } = reader.next;
  switch (kind) {
    case 'TEXT':
      reader.take();
      return { kind: 'TEXT', value: text.slice(1, -1).replaceAll("''", "'") };
    case 'NUMBER':
      reader.take();
      return { kind: 'NUMBER', value: Number(text) };
    case 'DAY':
    case 'MOMENT':
      if (!isOfTheCalendar(text)) throw reader.expected('a day of the calendar');
      reader.take();
      return { kind, value: text };
    case 'NAME':
      return wordLiteral(reader, text);
    default:
      return null;
  }
}

function wordLiteral(reader: Reader, text: string): Literal | null {
  if (text !== 'null' && text !== 'true' && text !== 'false') return null;
  reader.take();
  return text === 'null' ? { kind: 'NULL' } : { kind: 'BOOLEAN', value: text === 'true' };
}

/** Whether the text is a day or moment that there is: `Date` would turn 30 February into March. */
function isOfTheCalendar(text: string): boolean {
  const day = text.slice(0, 10);
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && Math.abs(moment - start) <= 2 * DAY_MS;
}
