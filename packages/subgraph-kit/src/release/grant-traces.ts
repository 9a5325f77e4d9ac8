/** For each trace of a statement, the grants by which a key is reached. */
export type GrantTraces = readonly ReadonlyMap<string, readonly string[]>[];

/** Reads the `traces` column: for each trace a list of keys and, beside it, the grant of each; null for none. */
export function readTraces(column: unknown): GrantTraces {
  return Array.isArray(column) ? column.map(readTrace) : [];
}

function readTrace(trace: unknown): ReadonlyMap<string, readonly string[]> {
  const [keys, grants]: readonly unknown[] = Array.isArray(trace) ? trace : [];
  const behind = new Map<string, string[]>();
  if (!Array.isArray(keys) || !Array.isArray(grants)) return behind;
  for (const [index, key] of keys.entries()) {
    const known = behind.get(String(key));
    if (known === undefined) behind.set(String(key), [String(grants[index])]);
    else known.push(String(grants[index]));
  }
  return behind;
}
