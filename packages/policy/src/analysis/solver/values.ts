import type { Scalar } from '../../conditions/condition.ts';

/** What an attribute may hold: one scalar of its column's type, or null. Of an attribute whose type is not told, any scalar. */
export type ScalarKind = 'string' | 'number' | 'boolean';

/**
 * At least one value of every kind that tests against these values can tell apart: the values themselves, what lies between
 * and beyond the numbers, text that reads as such a number, and text that reads as none.
 */
export function representatives(
  values: readonly Scalar[],
  kind: ScalarKind | undefined,
): readonly Scalar[] {
  const numbers = [...new Set([0, 1, ...values.map(Number).filter(Number.isFinite)])].sort(
    (a, b) => a - b,
  );
  const steps = [
    ...numbers,
    ...numbers.slice(1).map((number, i) => (numbers[i] ?? number) / 2 + number / 2),
    Math.min(...numbers) - 1,
    Math.max(...numbers) + 1,
  ];
  const all: readonly Scalar[] = [
    ...values,
    ...steps,
    ...['other', ...steps.map(String)].map((text) => unused(text, values)),
    true,
    false,
  ];
  return [...all.filter((value) => kind === undefined || typeof value === kind), null];
}

/** The text, with spaces after it until it is none of the values; they change nothing of the number that it reads as. */
function unused(text: string, values: readonly Scalar[]): string {
  return values.includes(text) ? unused(`${text} `, values) : text;
}
