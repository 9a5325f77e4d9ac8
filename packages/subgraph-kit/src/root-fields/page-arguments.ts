import { Refusal } from '@postern/errors';

/** Rows a page holds where the client does not say. */
const DEFAULT_PAGE = 20;
/** Rows a page holds at most. */
const LARGEST_PAGE = 100;

/**
 * Reads `first`: 1 to 100, 20 where absent.
 * @throws Refusal ARGUMENT_INVALID
 */
export function pageSize(first: unknown): number {
  if (first === undefined || first === null) return DEFAULT_PAGE;
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE)
    return first;
  throw new Refusal('ARGUMENT_INVALID', { argument: 'first', smallest: 1, largest: LARGEST_PAGE });
}

/** The filter argument as the statement's values; an absent filter is null and restricts nothing. */
export function filterValues(
  filters: Readonly<Record<string, unknown>>,
  given: unknown,
): Record<string, unknown> {
  const chosen = typeof given === 'object' && given !== null ? given : {};
  return Object.fromEntries(
    Object.keys(filters).map((name) => [
      `filter_${name}`,
      Object.hasOwn(chosen, name) ? (chosen as Record<string, unknown>)[name] : null,
    ]),
  );
}
