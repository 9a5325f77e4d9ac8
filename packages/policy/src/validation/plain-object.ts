import type { Notes } from './notes.ts';
import { at, kindOf } from './shown.ts';

/** Keys with which prototypes are reached or changed. */
const HOSTILE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Tells an object as JSON has them; a date or a map is none. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Notes a key that reaches for a prototype; tells whether it was one. */
export function refuseHostile(key: string, part: string, notes: Notes): boolean {
  if (!HOSTILE.has(key)) return false;
  notes.note('KEY_HOSTILE', at(part, key), 'a key that every object inherits', 'no such key');
  return true;
}

/** An own value; what is only inherited is not there. */
export function own(body: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(body, key) ? body[key] : undefined;
}

/** A list of no more than so many items; null, and noted, where it is none. */
export function listOf(
  value: unknown,
  part: string,
  { most, what }: { readonly most: number; readonly what: string },
  notes: Notes,
): readonly unknown[] | null {
  if (!Array.isArray(value) || value.length === 0) {
    notes.note('LIST_INVALID', part, kindOf(value), `a list of at least one of ${what}`);
    return null;
  }
  if (value.length > most) {
    notes.note('LIST_TOO_LONG', part, kindOf(value), `at most ${most} of ${what}`);
    return null;
  }
  return value;
}
