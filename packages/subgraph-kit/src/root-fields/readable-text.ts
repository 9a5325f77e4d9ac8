/** What {@link isReadableText} asks for, as a refusal says it. */
export const READABLE_TEXT = 'text without NUL or half of a surrogate pair';

/** Text that a store of text can hold, or look for. */
export function isReadableText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}

/** Where among arguments, at any depth, a text stands that is not readable: the first such path. */
export function unreadableIn(args: Readonly<Record<string, unknown>>): readonly string[] | null {
  const waiting: { readonly path: readonly string[]; readonly value: unknown }[] = [
    { path: [], value: args },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !isReadableText(value)) return path;
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        waiting.push({ path: [...path, key], value: inner });
  }
  return null;
}
