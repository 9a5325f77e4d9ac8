import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject } from './answer-object.ts';

/**
 * Adds what a fetch brought to an object of the answer: objects field by field, lists item by item.
 * A null never hides a value that another fetch brought.
 */
export function mergeInto(target: AnswerObject, source: AnswerObject): void {
  for (const key of Object.keys(source)) {
    // No field or planned alias has this name; writing it would change the object's prototype.
    if (key === '__proto__') continue;
    const incoming = source[key];
    if (incoming === undefined) continue;
    target[key] = Object.hasOwn(target, key) ? merged(target[key], incoming) : incoming;
  }
}

function merged(existing: unknown, incoming: unknown): unknown {
  if (existing === null || existing === undefined) return incoming;
  if (incoming === null || existing === incoming) return existing;
  if (Array.isArray(existing) && Array.isArray(incoming)) {
    for (let index = 0; index < incoming.length; index += 1) {
      existing[index] = merged(existing[index], incoming[index]);
    }
    return existing;
  }
  if (isAnswerObject(existing) && isAnswerObject(incoming)) {
    mergeInto(existing, incoming);
    return existing;
  }
  return incoming;
}

/** Copies objects and lists, so that one entity found under two paths can be completed differently in each. */
export function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isAnswerObject(value)) return value;
  const copy: AnswerObject = {};
  for (const key of Object.keys(value)) {
    if (key !== '__proto__') copy[key] = copied(value[key]);
  }
  return copy;
}
