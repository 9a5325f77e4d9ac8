import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { CsvErrorCode } from 'csv-parse/sync';
import { CsvError, parse } from 'csv-parse/sync';
import type { SentLine } from './sent-item.ts';
import { sentItem } from './sent-item.ts';

const LONGEST_LINE = 30_000;
const COLUMNS: readonly string[] = Object.keys(sentItem.shape);
const REQUIRED: readonly string[] = Object.entries(sentItem.shape)
  .filter(([, type]) => !type.safeParse(undefined).success)
  .map(([name]) => name);

/** As the parser gives it with `info`. */
interface Parsed {
  readonly record: readonly string[];
  /** Lines read when the record was over. */
  readonly info: { readonly lines: number };
}

/**
 * The lines of a table in CSV (RFC 4180), with or without a byte-order mark. Text is text: nothing is computed, and what
 * begins like a formula stays as it is.
 * @throws CommandRefused CSV_NOT_READABLE with the line, where it cannot be divided or its first line names other columns
 */
export function linesOf(csv: string, most: number): readonly SentLine[] {
  const [head, ...rows] = parsed(csv, most);
  const names = head?.record ?? [];
  if (!isHeader(names)) throw notReadable(1, 'columns of these names, those without ? at least');
  return rows.map(({ record, info }) => ({
    line: info.lines - breaksIn(record),
    item: record.length === names.length ? itemOf(names, record) : null,
  }));
}

/** A record is named by the line that it begins on. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((found, field) => found + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function parsed(csv: string, most: number): readonly Parsed[] {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      max_record_size: LONGEST_LINE,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than there may be, and the first line.
      to: most + 2,
    }) as unknown as readonly Parsed[];
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    throw notReadable(Number(failure['lines'] ?? 1), SAID[failure.code] ?? 'fields as in RFC 4180');
  }
}

const SAID: Partial<Record<CsvErrorCode, string>> = {
  CSV_MAX_RECORD_SIZE: `a line of at most ${LONGEST_LINE} characters`,
  CSV_QUOTE_NOT_CLOSED: 'a quote at the end of each field that begins with one',
};

function isHeader(names: readonly string[]): boolean {
  return (
    new Set(names).size === names.length &&
    names.every((name) => COLUMNS.includes(name)) &&
    REQUIRED.every((name) => names.includes(name))
  );
}

/** An empty field says nothing; a number is one where it is written as one. */
function itemOf(names: readonly string[], record: readonly string[]): unknown {
  return Object.fromEntries(
    names.map((name, at) => {
      const field = record[at] ?? '';
      if (field === '') return [name, null];
      return [name, name === 'percentage' && /^\d{1,3}$/.test(field) ? Number(field) : field];
    }),
  );
}

function notReadable(line: number, expected: string): CommandRefused {
  const columns = COLUMNS.map((name) => (REQUIRED.includes(name) ? name : `${name}?`)).join(', ');
  return new CommandRefused('CSV_NOT_READABLE', {
    findings: [finding(`line ${line}`, 'CSV_NOT_READABLE', `${expected}: ${columns}`)],
  });
}
