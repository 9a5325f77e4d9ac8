/** Rules that are remembered, and characters of the longest. */
const MOST_KEPT = 20_000;
const LONGEST = 10_000;

/**
 * What follows from a rule as JSON has it and from what it is read by, a schema or a dictionary, alone: worked out once for
 * each text, as a version holds thousands of rules of which another differs in few. It is worked out of a copy, which
 * nobody can change afterwards.
 */
export function oncePerText<By extends object, Result extends object>(
  work: (body: unknown, by: By) => Result,
): (body: unknown, by: By) => Result {
  const kept = new WeakMap<By, Map<string, Result>>();
  return (body, by) => {
    const text = textOf(body);
    if (text === null) return work(body, by);
    const known = kept.get(by) ?? new Map<string, Result>();
    kept.set(by, known);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = work(JSON.parse(text), by);
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
