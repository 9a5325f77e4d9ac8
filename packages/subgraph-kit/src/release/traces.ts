/** For each trace of a statement, what stands behind a key: the grants by which it is reached, or what justifications unlock. */
export type Traces = readonly ReadonlyMap<string, readonly string[]>[];

/** Reads the `traces` column: for each trace a list of keys and, beside it, what stands behind each; null for none. */
export function readTraces(column: unknown): Traces {
  return Array.isArray(column) ? column.map(readTrace) : [];
}

function readTrace(trace: unknown): ReadonlyMap<string, readonly string[]> {
  const [keys, reasons]: readonly unknown[] = Array.isArray(trace) ? trace : [];
  const behind = new Map<string, string[]>();
  if (!Array.isArray(keys) || !Array.isArray(reasons)) return behind;
  for (const [index, key] of keys.entries()) {
    const known = behind.get(String(key));
    if (known === undefined) behind.set(String(key), [String(reasons[index])]);
    else known.push(String(reasons[index]));
  }
  return behind;
}
