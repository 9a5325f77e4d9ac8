/** Reads an option that counts something; throws Error naming it where it is no whole number from 1. */
export function wholeNumber(option: string, given: string): number {
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`--${option} takes a whole number from 1.`);
  return value;
}
