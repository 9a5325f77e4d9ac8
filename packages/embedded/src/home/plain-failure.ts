import { isFault } from '@postern/errors';

/** A failure to start as one plain line: what, where, what to do, code. Never a stack, a password or a value. */
export function plainFailure(error: unknown): string {
  if (!isFault(error))
    return 'Postern could not start because something failed inside. Try again; if it persists, report the steps that led here. (INTERNAL)';
  const facts = Object.entries(error.logged).map(([name, value]) => `${name} ${value}`);
  const where = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `Postern could not start: ${error.message}${where} ${error.remedy} [${error.code}]`;
}
