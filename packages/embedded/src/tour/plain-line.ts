import { isFault } from '@postern/errors';

/** Why a command ended early, as one plain line: what, where, what to do, code. Never a stack or a value. */
export function plainLine(command: string, error: unknown): string {
  if (!isFault(error)) return `${command} ended early because something failed inside. (INTERNAL)`;
  const facts = Object.entries(error.logged).map(([name, value]) => `${name} ${value}`);
  const where = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `${command} ended early: ${error.message}${where} ${error.remedy} [${error.code}]`;
}
