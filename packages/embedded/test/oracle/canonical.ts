/** An answer in one form whatever the order of its lists: records by id, notices by coordinate, keys by name. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.every(isKeyed) ? items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  );
}

type Keyed = { readonly id?: unknown; readonly coordinate?: unknown };

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && keyOf(value as Keyed) !== 'undefined';
}

function keyOf(value: Keyed): string {
  return String(value.id ?? value.coordinate);
}
