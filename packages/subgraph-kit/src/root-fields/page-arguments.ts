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
