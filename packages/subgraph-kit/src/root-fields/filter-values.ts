import { Refusal } from '@postern/errors';
import type { Filter } from '../statements/query.ts';
import { isCalendarDay } from '../subgraphs/calendar-dates.ts';
import { isReadableText } from './readable-text.ts';

const LARGEST_INTEGER = 2 ** 31 - 1;

const FITS: Readonly<Record<Filter['as'], (value: unknown) => boolean>> = {
  'text[]': (value) => Array.isArray(value) && value.every(isReadableText),
  'integer[]': (value) =>
    Array.isArray(value) &&
    value.every((each) => Number.isInteger(each) && Math.abs(Number(each)) <= LARGEST_INTEGER),
  date: isCalendarDay,
};

/**
 * The filter argument as the statement's values; an absent filter is null and restricts nothing.
 * A schema checks the same before; a statement is not to depend on who checked.
 * @throws Refusal ARGUMENT_INVALID naming the filter
 */
export function filterValues(
  filters: Readonly<Record<string, Filter>>,
  given: unknown,
): Record<string, unknown> {
  const chosen = typeof given === 'object' && given !== null ? given : {};
  return Object.fromEntries(
    Object.entries(filters).map(([name, { as }]) => {
      const value = Object.hasOwn(chosen, name) ? (chosen as Record<string, unknown>)[name] : null;
      if (value !== null && value !== undefined && !FITS[as](value))
        throw new Refusal('ARGUMENT_INVALID', { argument: `filter.${name}` });
      return [`filter_${name}`, value ?? null];
    }),
  );
}
