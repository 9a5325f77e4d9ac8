import type { RawRow } from './raw-county.ts';

/** A stored rule as JSON. */
export function ruleBody(row: RawRow): Readonly<Record<string, unknown>> {
  return row['body'] as Readonly<Record<string, unknown>>;
}

/** A part of stored JSON as PostgreSQL prints it: text as it is, anything else with a space after each colon and comma. */
export function storedJson(value: unknown): string | null {
  return value === undefined || value === null ? null : printed(value);
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, held]) => `${JSON.stringify(key)}: ${printed(held)}`,
  );
  return `{${members.join(', ')}}`;
}
