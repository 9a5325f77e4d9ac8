import type { Row, Value } from '../model/entity-set.ts';

/** A spreadsheet takes what begins so for a formula, and runs it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A table as RFC 4180 has it, its names in the first line; the mark in front tells some spreadsheets that it is UTF-8. */
export function csvText(
  names: readonly string[],
  rows: readonly Row[],
  { mark }: { readonly mark: boolean },
): string {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
  return `${mark ? '\uFEFF' : ''}${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

/** A number is written as it is; text that would be run is marked as text. */
function field(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
