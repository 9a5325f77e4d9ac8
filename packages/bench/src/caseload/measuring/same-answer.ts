/** A text that two answers share exactly when they hold the same, whatever the order of lists and keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).map(([key, of]) => `${key}:${canonical(of)}`);
  return `{${fields.sort().join(',')}}`;
}

/** How many values of `whole` are null or missing in `masked`; null where `masked` holds anything that `whole` does not. */
export function withheldFrom(whole: unknown, masked: unknown): number | null {
  if (masked === null || masked === undefined) return whole === null ? 0 : 1;
  if (Array.isArray(whole) && Array.isArray(masked)) return withheldFromList(whole, masked);
  if (typeof whole === 'object' && whole !== null && typeof masked === 'object') {
    let withheld = 0;
    for (const [key, value] of Object.entries(whole)) {
      const within = withheldFrom(value, (masked as Record<string, unknown>)[key]);
      if (within === null) return null;
      withheld += within;
    }
    return withheld;
  }
  return whole === masked ? 0 : null;
}

/** Lists of the same length are compared in order; a shorter one must hold only items of the whole. */
function withheldFromList(whole: readonly unknown[], masked: readonly unknown[]): number | null {
  if (whole.length !== masked.length) {
    const known = new Set(whole.map(canonical));
    return masked.every((item) => known.has(canonical(item))) ? whole.length - masked.length : null;
  }
  let withheld = 0;
  for (const [index, item] of whole.entries()) {
    const within = withheldFrom(item, masked[index]);
    if (within === null) return null;
    withheld += within;
  }
  return withheld;
}
