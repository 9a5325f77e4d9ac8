import type { PolicySchema } from '../rules/policy-schema.ts';
import type { CheckedRule } from './findings-of.ts';
import { checkRule } from './findings-of.ts';

/** Rules that are remembered for one schema, and characters of the longest. */
const MOST_KEPT = 20_000;
const LONGEST = 10_000;

const kept = new WeakMap<PolicySchema, Map<string, CheckedRule>>();

/**
 * As {@link checkRule}, of rules as JSON has them: a draft changes few rules of many, and what is wrong with one by itself
 * follows from its text and the schema alone.
 */
export function checkedBefore(body: unknown, schema: PolicySchema): CheckedRule {
  const text = textOf(body);
  if (text === null) return checkRule(body, schema);
  const known = kept.get(schema) ?? new Map<string, CheckedRule>();
  kept.set(schema, known);
  const checked = known.get(text) ?? checkRule(body, schema);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, checked);
  return checked;
}

/** The body as JSON; null where JSON has no such value, or only another. */
function textOf(body: unknown): string | null {
  try {
    const text = JSON.stringify(body);
    if (text === undefined || text.length > LONGEST) return null;
    return isPlain(body) ? text : null;
  } catch {
    return null;
  }
}

/** Whether a value is what JSON.parse gives: two of the same text are then the same. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isPlain);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Reflect.ownKeys(value).every(
    (key) => typeof key === 'string' && isPlain((value as Record<string, unknown>)[key]),
  );
}
