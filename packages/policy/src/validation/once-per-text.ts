import type { PolicySchema } from '../rules/policy-schema.ts';

/** Rules that are remembered for one schema, and characters of the longest. */
const MOST_KEPT = 20_000;
const LONGEST = 10_000;

/**
 * What follows from a rule as JSON has it and the schema alone, worked out once for each text: a version holds thousands of
 * rules, of which another differs in few. What is remembered is worked out of a copy, which nobody can change afterwards.
 */
export function oncePerText<Result>(
  work: (body: unknown, schema: PolicySchema) => Result,
): (body: unknown, schema: PolicySchema) => Result {
  const kept = new WeakMap<PolicySchema, Map<string, Result>>();
  return (body, schema) => {
    const text = textOf(body);
    if (text === null) return work(body, schema);
    const known = kept.get(schema) ?? new Map<string, Result>();
    kept.set(schema, known);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = work(JSON.parse(text), schema);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, found);
    return found;
  };
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
