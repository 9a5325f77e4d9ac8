import type { Finding } from './command-refused.ts';
import { CommandRefused } from './command-refused.ts';

/** A finding about a part of what was sent: its code, and what would be right. */
export function finding(part: string, code: string, expected: string): Finding {
  return { rule: null, code, part, found: '', expected };
}

/** One argument that is wrong, and what would be right. */
export function argumentInvalid(part: string, expected: string): CommandRefused {
  const findings = [finding(part, 'ARGUMENT_INVALID', expected)];
  return new CommandRefused('ARGUMENT_INVALID', { findings });
}
